from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generators.reading.load import load_project
from tests.build.offices import Row, workbook_bytes
from tests.build.project import FIXTURES_DAY, files_below
from tests.cli.running import Run


def test_a_new_issue_is_written_where_it_belongs(run: Run, project: Path) -> None:
    result = run("new", "bulletin", "tidy-notes", "--project", str(project), "--date", "2025-07-01")
    assert (result.exit_code, Path(result.stdout.strip()).name) == (0, "4.md")
    written = project / "content/bulletins/tidy-notes/2025/4.md"
    assert "number: 4\ntotal: 4\ndate: 2025-07-01\n" in written.read_text(encoding="utf-8")
    checked = run("check", "--project", str(project), "--as-of", FIXTURES_DAY.isoformat())
    assert checked.exit_code == 0


def test_a_new_file_that_cannot_be_written_is_told(run: Run, project: Path) -> None:
    result = run("new", "bulletin", "tidy", "--project", str(project))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("没有写出。没有这个刊物“tidy”")
    assert "tidy-notes  净村简报" in result.stderr


def test_a_new_case_is_written_once(run: Run, project: Path) -> None:
    case = ("new", "case", "new-map", "--programme", "tidy-villages", "--division", "fengping/liuwan")
    told = ("--title", "新图", "--project", str(project))
    assert run(*case, *told).exit_code == 0
    again = run(*case, *told)
    assert (again.exit_code, again.stderr) == (1, "没有写出。content/cases/new-map.md 已经有了，没有改动它\n")


SHEET: Final[list[Row]] = [
    ("2025年任务分解表",),
    ("单位", "修建步道（公里，本年累计）", "闲置房屋（处，年底）"),
    ("柳湾镇", 3, 2),
    ("望溪镇", 4, 1),
]
PROGRAMME: Final = ("new", "programme", "footpaths", "--name", "“百里步道”行动", "--office", "示例办公室")
OWNER: Final = ("--owner", "fengping")


def _whole(project: Path) -> dict[str, bytes]:
    return files_below(project / "data")


def test_a_new_programme_has_the_indicators_of_a_sheet_and_its_document(
    run: Run, project: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "任务分解表.xlsx"
    sheet.write_bytes(workbook_bytes(SHEET))
    before = _whole(project)
    told = (*OWNER, "--document", "步道建设方案", "--indicators-file", str(sheet), "--from", "2025-01-01")
    done = run(*PROGRAMME, *told, "--project", str(project), "--as-of", FIXTURES_DAY.isoformat())
    assert done.exit_code == 0, done.output
    after = _whole(project)
    assert {name for name in after if before.get(name) != after[name]} == {
        "programmes/footpaths.yml",
        "sources.yml",
    }
    assert after["sources.yml"].startswith(before["sources.yml"])
    dataset = load_project(project).dataset
    assert dataset is not None
    made = dataset.programmes["footpaths"]
    assert [(each.name, each.measure, each.restarts is not None) for each in made.indicators.values()] == [
        ("修建步道", "公里", True),
        ("闲置房屋", "处", False),
    ]
    assert dataset.sources["footpaths-plan"].title == "步道建设方案"
    assert made.owner == "fengping"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((*OWNER, "--source", "nowhere"), "nowhere"),
        (("--document", "方案"), "请用 --owner 写明"),
        (("--document", "方案", "--owner", "nowhere"), "没有区划“nowhere”"),
        ((*OWNER, "--document", "方案", "--to", "2025-06-30"), "没有写开始日期"),
        ((*OWNER, "--document", "方案", "--indicators-file", "none.xlsx"), "打不开"),
    ],
)
def test_a_programme_with_a_mistake_is_not_written(
    run: Run, project: Path, more: tuple[str, ...], said: str
) -> None:
    before = _whole(project)
    done = run(*PROGRAMME, *more, "--project", str(project), "--as-of", FIXTURES_DAY.isoformat())
    assert done.exit_code == 1
    assert said in done.stderr
    assert _whole(project) == before


def test_a_programme_names_one_document(run: Run, project: Path) -> None:
    assert run(*PROGRAMME, "--project", str(project)).exit_code == 2
    both = ("--document", "方案", "--source", "plan")
    assert run(*PROGRAMME, *both, "--project", str(project)).exit_code == 2
