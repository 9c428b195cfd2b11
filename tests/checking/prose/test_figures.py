from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.build.project import write_files
from tests.running import ProblemsWith, problems_of

DATA = {
    SECOND_PROGRAMME: second_programme(
        "framework:\n  - {id: steps, name: 五步, declared: 5, measure: 步}\n"
        "indicators:\n"
        "  money: {name: 资金, measure: 万元, kind: level}\n"
        "  people: {name: 人数, measure: 人, kind: level}\n"
        "  share: {name: 占比, measure: '%', kind: ratio}\n"
        "  days: {name: 天数, measure: 日, kind: level}\n"
        "  plain: {name: 没有单位, measure: '', kind: level}\n"
    ),
    THIRD_TOWNSHIP: third_township(
        "targets:\n"
        "  - {indicator: second/share, value: 95.5, from: 2024-01-01, by: 2024-12-31,\n"
        "     source: {document: plan, at: 第一部分}}\n"
        "reports:\n"
        "  - period: 2024-Q1\n"
        "    source: {document: plan, at: 第一部分}\n"
        "    values: {second/money: 1760, second/people: 20, second/days: 100, second/plain: 7}\n"
        "  - period: 2024-Q2\n"
        "    source: {document: plan, at: 第一部分}\n"
        "    values: {second/people: 31}\n"
    ),
}


def _case(body: str) -> str:
    return f"---\ntitle: 做法\nprogramme: second\ndivision: yunxi\nsummary: 概要。\n---\n\n{body}\n"


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("筹资1760万元", "1760万元"),
        ("筹资1760余万元", "1760余万元"),
        ("筹资17600000元", "17600000元"),
        ("筹资1,760万元", "1,760万元"),
        ("来了20人。", "20人"),
        ("来了20多人。", "20多人"),
        ("来了31人。", "31人"),
        ("分5步走", "5步"),
        ("占95.5%", "95.5%"),
        ("占比95.5左右", "95.5"),
        ("一百天即100天", "100"),
    ],
)
def test_a_figure_repeated_by_hand(problems_with: ProblemsWith, body: str, written: str) -> None:
    (found,) = problems_with({**DATA, "content/cases/stream-signs.md": _case(body)})
    column = body.index(written) + 1
    assert found[:2] == ("E501", f"content/cases/stream-signs.md:8:{column}")
    assert found[2].startswith(f"“{written}”与")


@pytest.mark.parametrize(
    "body",
    [
        "来了20人次",
        "来了20户",
        "第20人",
        "满意率100%",
        "走了100人",
        "有7个人，其中7户",
        "1760年以前",
        "1760号文件",
        "来了21人",
        "历时5个月",
        "“1+20”模式",
        '筹资{{ value("yunxi/third-hill", "second/money") }}',
        "[报告](https://example.org/1760)",
    ],
)
def test_a_number_that_is_another_matter(problems_with: ProblemsWith, body: str) -> None:
    assert problems_with({**DATA, "content/cases/stream-signs.md": _case(body)}) == []


def test_the_remedy_names_the_period_where_there_are_several(minimal_project: Path) -> None:
    files = {**DATA, "content/cases/stream-signs.md": _case("来了31人，筹资1760万元")}
    write_files(minimal_project, files)
    assert [problem.remedy for problem in problems_of(minimal_project)] == [
        '请写成 {{ value("yunxi/third-hill", "second/people", "2024-Q2") }}',
        '请写成 {{ value("yunxi/third-hill", "second/money") }}',
    ]


def test_figures_of_other_programmes_are_not_meant(problems_with: ProblemsWith) -> None:
    other = _case("筹资1760万元").replace("programme: second", "programme: clear-stream")
    assert problems_with({**DATA, "content/cases/stream-signs.md": other}) == []


def test_summaries_and_rules_are_prose_too(problems_with: ProblemsWith) -> None:
    programme = str(DATA[SECOND_PROGRAMME]).replace("只用来检验定义。", "来了20人。")
    programme += "rules:\n  - {kind: support, text: 每村筹资1760万元。}\n"
    found = problems_with(
        {**DATA, SECOND_PROGRAMME: programme, "content/cases/stream-signs.md": _case("好。")}
    )
    assert [(code, place) for code, place, _ in found] == [
        ("E501", f"{SECOND_PROGRAMME}:6:10"),
        ("E501", f"{SECOND_PROGRAMME}:17:27"),
    ]
