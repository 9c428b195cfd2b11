"""Lists of visits: new rounds, visits and problems found, and nothing on record changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generators.importing.filing.files import put_in_place
from generators.importing.plan import Plan
from generators.pipeline import examine
from generators.reading.load import load_project
from tests.build.offices import OFFICE_DAY, Row, office_project
from tests.build.own_workbooks import own_plan, own_workbook

IDS: Row = (
    None,
    None,
    "round",
    "kind",
    "returns_to",
    "start",
    "end",
    "teams",
    "division",
    "on",
    "score",
    "findings",
    "problems",
    "note",
)
FIRST: Row = (
    None,
    None,
    "三月督查",
    "定期督查",
    None,
    date(2026, 3, 2),
    date(2026, 3, 6),
    3,
    "东棠镇",
    date(2026, 3, 3),
    "86.5分",
    None,
    "公示栏未更新\n会议记录不全",
    "台账齐全",
)
SECOND: Row = (None, None, "三月督查", *[None] * 5, "西棠", date(2026, 3, 4), "/", None, None, None)
ROUND = "data/inspections/202603-1.yml"
LEDGER = "data/townships/qingtang/dongtang/problems.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return office_project(tmp_path / "project")


def _plan(project: Path, *rows: Row) -> Plan:
    return own_plan(project, own_workbook(IDS, rows, kind="inspections"))


def test_a_new_round_gets_a_file_and_its_findings_are_problems_of_the_ledger(project: Path) -> None:
    plan = _plan(project, FIRST, SECOND)
    assert plan.problems == ()
    put_in_place(project, plan.texts)
    assert examine(project, OFFICE_DAY).errors == 0
    dataset = load_project(project).dataset
    assert dataset is not None
    made = dataset.inspections["202603-1"]
    assert (made.name, made.kind.value, made.start, made.end, made.teams) == (
        "三月督查",
        "scheduled",
        date(2026, 3, 2),
        date(2026, 3, 6),
        3,
    )
    east, west = made.visits
    assert (east.division, east.score, east.findings) == (
        "qingtang/dongtang",
        Decimal("86.5"),
        ("202603-001", "202603-002"),
    )
    assert (west.score, west.findings) == (None, ())
    found = dataset.ledger_by_address["qingtang/dongtang/202603-001"].entry.events[0].found
    assert found is not None
    assert (found.on, found.inspection) == (date(2026, 3, 3), "202603-1")


def test_visits_are_added_to_a_round_on_record_and_the_same_list_adds_nothing_twice(project: Path) -> None:
    put_in_place(project, _plan(project, FIRST).texts)
    old: Row = ["202603-1/qingtang/dongtang", *FIRST[1:11], "202603-001、202603-002", None, None]
    plan = _plan(project, old, SECOND)
    assert [(each.division, each.effect.value) for each in plan.changes] == [
        ("qingtang/dongtang", "相同"),
        ("qingtang/xitang", "新增"),
    ]
    assert list(plan.texts) == [ROUND]
    put_in_place(project, plan.texts)
    assert examine(project, OFFICE_DAY).errors == 0


@pytest.mark.parametrize(
    ("changes", "code", "cell"),
    [
        ({2: None}, "E822", "报表!B6"),
        ({3: None}, "E822", "报表!C6"),
        ({3: "抽查"}, "E810", "报表!D6"),
        ({5: "昨天"}, "E819", "报表!F6"),
        ({8: "东唐镇"}, "E808", "报表!I6"),
        ({9: None}, "E819", "报表!J6"),
        ({10: "优秀"}, "E810", "报表!K6"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    project: Path, changes: dict[int, object], code: str, cell: str
) -> None:
    row = [changes.get(at, each) for at, each in enumerate(FIRST)]
    plan = _plan(project, row)  # type: ignore[arg-type] # cells of any type
    assert (code, cell) in [(each.code, each.place.cell) for each in plan.problems]


@pytest.mark.parametrize(("at", "said"), [(9, date(2026, 3, 5)), (10, 90), (11, "202603-009")])
def test_a_visit_on_record_is_not_changed(project: Path, at: int, said: object) -> None:
    put_in_place(project, _plan(project, FIRST).texts)
    row = ["202603-1/qingtang/dongtang", *FIRST[1:11], "202603-001、202603-002", None, None]
    row[at] = said  # type: ignore[call-overload] # cells of any type
    assert [each.code for each in _plan(project, row).problems] == ["E814"]
