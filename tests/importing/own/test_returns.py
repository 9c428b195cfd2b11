"""Workbooks of returns as Tongbao writes them: hidden ids say what every row and column is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from generators.importing.plan import Plan
from tests.build.offices import Cell, Row, office_project
from tests.build.own_workbooks import own_plan, own_workbook

IDS: Row = (
    None,
    "",
    "",
    "period",
    "strong/sites",
    "",
    "strong/income",
    "strong/meetings#numerator",
    "strong/meetings#denominator",
    "strong/instructors",
    "inapplicable",
    "reported",
    "remark",
)
ROW: Row = (
    "qingtang/dongtang",
    "东棠镇",
    "2026年3月",
    "2026-03",
    3,
    2,
    7.5,
    34,
    36,
    "是",
    None,
    date(2026, 4, 3),
    None,
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_project(tmp_path_factory.mktemp("office") / "project")


def _workbook(rows: Sequence[Row] = (ROW,), ids: Row = IDS, **facts: str) -> bytes:
    return own_workbook(ids, rows, **facts)


def _changed(changes: Mapping[int, Cell]) -> Row:
    return [changes.get(at, cell) for at, cell in enumerate(ROW)]


def _shown(plan: Plan) -> dict[str, str]:
    return {each.indicator.name: each.shown for each in plan.changes}


def test_a_row_is_read_by_its_ids(project: Path) -> None:
    plan = own_plan(project, _workbook())
    assert not plan.problems
    assert _shown(plan) == {"sites": "3", "income": "7.5", "instructors": "是", "meetings": "34/36"}
    text = plan.texts["data/townships/qingtang/dongtang/township.yml"]
    assert "    on: 2026-04-03\n" in text
    assert "strong/income: {value: 7.5, at: 报表!G6}" in text
    assert "强基2026年3月报表" in plan.texts["data/sources.yml"]


def test_rows_of_earlier_periods_are_read_with_their_own(project: Path) -> None:
    plan = own_plan(project, _workbook([ROW, _changed({3: "2026-02", 4: 1})]))
    assert sorted({each.period for each in plan.changes}) == ["2026-02", "2026-03"]


def test_what_does_not_apply_has_the_reason_of_its_row(project: Path) -> None:
    plan = own_plan(project, _workbook([_changed({6: "/", 10: "本镇无此项"})]))
    assert "strong/income: {not_applicable: 本镇无此项, at: 报表!G6}" in "".join(plan.texts.values())


def test_a_small_percentage_is_certain_here(project: Path) -> None:
    ids = [None if at in {7, 8} else each for at, each in enumerate(IDS)]
    ids[7] = "strong/meetings"
    plan = own_plan(project, _workbook([_changed({7: 0.5})], ids))
    assert not plan.problems
    assert _shown(plan)["meetings"] == "0.5"


def test_an_empty_row_is_told_and_no_more(project: Path) -> None:
    plan = own_plan(project, _workbook([_changed(dict.fromkeys((4, 6, 7, 8, 9)))]))
    assert [each.code for each in plan.problems] == ["W851"]
    assert plan.changes == ()


@pytest.mark.parametrize(
    ("data", "cell"),
    [
        (_workbook(sheet="改名"), "改名!A1"),
        (_workbook(format="2"), "报表!A1"),
        (_workbook(programme="weak"), "报表!A1"),
        (_workbook([_changed({0: "qingtang/nowhere"})]), "报表!A6"),
        (_workbook([_changed({3: "三月"})]), "报表!D6"),
        (_workbook(ids=[*IDS[:4], "strong/nothing", *IDS[5:]]), "报表!E1"),
    ],
)
def test_changed_ids_are_told(project: Path, data: bytes, cell: str) -> None:
    plan = own_plan(project, data)
    assert [(each.code, each.place.cell) for each in plan.problems] == [("E820", cell)]


def test_a_wrong_day_of_report_is_told_at_its_cell(project: Path) -> None:
    plan = own_plan(project, _workbook([_changed({11: "昨天"})]))
    assert [(each.code, each.place.cell) for each in plan.problems] == [("E819", "报表!L6")]


def test_a_number_is_the_one_that_the_sheet_shows(project: Path) -> None:
    assert _shown(own_plan(project, _workbook([_changed({6: 0.1 + 0.2})])))["income"] == "0.3"
