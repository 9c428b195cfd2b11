from __future__ import annotations

from pathlib import Path

from generators.checking.kit.public_text import public_texts
from generators.reading.load import load_project
from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.documents import ABOUT
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.build.project import write_files

REPORT = (
    "  - period: {period}\n    source: {{document: plan, at: 附表}}\n    disclosure: {disclosure}\n"
    "    note: {note}\n    values: {{clear-stream/cleaned-streams: {{value: 1, note: {note}之一}}}}\n"
)


def test_only_what_is_internal_is_left_out(minimal_project: Path) -> None:
    write_files(
        minimal_project,
        {
            ABOUT: "---\ntitle: 内部页\ndisclosure: internal\n---\n\n内部正文\n",
            SECOND_PROGRAMME: second_programme(
                "indicators:\n"
                "  open: {name: 公开指标, measure: 个, kind: level}\n"
                "  shut: {name: 内部指标, measure: 个, kind: level, disclosure: internal}\n"
            ),
            THIRD_TOWNSHIP: third_township(
                "reports:\n"
                + REPORT.format(period="2024-Q1", disclosure="public", note="公开附注")
                + REPORT.format(period="2024-Q2", disclosure="internal", note="内部附注")
            ),
        },
    )
    dataset = load_project(minimal_project).dataset
    assert dataset is not None
    texts = {text.text.strip(): text for text in public_texts(dataset)}
    assert {
        "公开指标",
        "公开附注",
        "公开附注之一",
        "三岗镇",
        "“清溪”行动季报",
        "每季巡查一遍，结果写进简报。",
    } <= texts.keys()
    assert not {"内部页", "内部正文", "内部指标", "内部附注", "内部附注之一"} & texts.keys()
    assert "云溪通报（内部）" not in texts
    assert str(texts["公开附注之一"].place) == f"{THIRD_TOWNSHIP}:8:61"


def test_a_text_within_one_of_several_kinds_has_its_own_place(minimal_project: Path) -> None:
    rule = "{scheme: quarterly, first: 2,\n      bands: [{name: 一等奖, first: 1}]}"
    write_files(
        minimal_project,
        {
            SECOND_PROGRAMME: second_programme(
                "indicators: {}\nconsequences:\n  prize:\n"
                "    name: 奖励\n    kind: reward\n    level: township\n"
                f"    disclosure: public\n    when:\n      rank: {rule}\n"
            )
        },
    )
    dataset = load_project(minimal_project).dataset
    assert dataset is not None
    (text,) = (text for text in public_texts(dataset) if text.text == "一等奖")
    path = minimal_project / text.place.file
    line = path.read_text(encoding="utf-8").splitlines()[text.place.line - 1]
    assert line[text.place.column - 1 :].startswith("一等奖")
    assert text.what == "“name”"
