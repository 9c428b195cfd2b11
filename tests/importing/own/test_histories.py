"""Lists of problems and commitments: new records, new events of old ones, and nothing on record changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generators.importing.filing.files import put_in_place
from generators.pipeline import examine
from tests.build.offices import OFFICE_DAY, Row, office_project
from tests.build.own_workbooks import own_plan, own_workbook

PROBLEM_IDS: Row = (
    None,
    None,
    "division",
    "title",
    "category",
    None,
    "found",
    "found.by",
    "assigned",
    "assigned.to",
    "assigned.due",
    "rectified",
    "rectified.note",
)
NEW: Row = (
    None,
    None,
    "东棠镇",
    "公示栏未更新",
    "公开",
    None,
    date(2026, 3, 2),
    "县督查组",
    date(2026, 3, 3),
    "东棠镇党委",
    date(2026, 4, 3),
    None,
    None,
)
PROMISE_IDS: Row = (
    None,
    None,
    "division",
    "text",
    "by",
    "points",
    "due",
    "made",
    "reviewed",
    "reviewed.by",
    "reviewed.outcome",
    "judged",
    "judged.by",
    "judged.outcome",
    "judged.reason",
)
PROMISE: Row = (
    None,
    None,
    "东棠镇",
    "修好村路",
    "东棠镇党委",
    5,
    date(2026, 6, 1),
    date(2026, 3, 1),
    date(2026, 3, 4),
    "县评议组",
    "通过",
    None,
    None,
    None,
    None,
)
FILE = "data/townships/qingtang/dongtang/problems.yml"
PROMISES = "data/townships/qingtang/dongtang/commitments.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return office_project(tmp_path / "project")


def _problems(*rows: Row) -> bytes:
    return own_workbook(PROBLEM_IDS, rows, kind="problems", division="qingtang/dongtang")


def _promises(*rows: Row) -> bytes:
    return own_workbook(PROMISE_IDS, rows, kind="commitments", division="qingtang/dongtang")


def test_a_new_problem_gets_an_id_and_an_old_one_its_next_event(project: Path) -> None:
    first = own_plan(project, _problems(NEW, NEW))
    assert first.problems == ()
    assert [each.name for each in first.changes] == ["202603-001", "202603-002"]
    assert "source: {document: strong-problems-2026-03-dongtang, at: 报表!D6}" in first.texts[FILE]
    put_in_place(project, first.texts)
    assert examine(project, OFFICE_DAY).errors == 0
    old = ["qingtang/dongtang/202603-001", *NEW[1:11], date(2026, 3, 20), "已更新"]
    second = own_plan(project, _problems(old))
    assert [(each.name, each.effect.value) for each in second.changes] == [("202603-001", "新增")]
    assert "    - rectified: {on: 2026-03-20, note: 已更新}\n202603-002:" in second.texts[FILE]
    put_in_place(project, second.texts)
    assert examine(project, OFFICE_DAY).errors == 0
    assert [each.effect.value for each in own_plan(project, _problems(old)).changes] == ["相同"]


def test_an_event_on_record_is_not_changed(project: Path) -> None:
    put_in_place(project, own_plan(project, _problems(NEW)).texts)
    changed = ["qingtang/dongtang/202603-001", *NEW[1:7], "另一个组", *NEW[8:]]
    plan = own_plan(project, _problems(changed))
    assert [(each.code, each.place.cell) for each in plan.problems] == [("E814", "报表!G6")]


def test_commitments_are_written_with_the_words_of_the_list(project: Path) -> None:
    put_in_place(project, own_plan(project, _promises(PROMISE)).texts)
    assert "    - reviewed: {on: 2026-03-04, by: 县评议组, outcome: approved}\n" in (
        project / PROMISES
    ).read_text(encoding="utf-8")
    judged = [
        "qingtang/dongtang/202603-01",
        *PROMISE[1:11],
        date(2026, 6, 3),
        "县评议组",
        "部分兑现",
        "推进不力",
    ]
    plan = own_plan(project, _promises(judged))
    assert "judged: {on: 2026-06-03, by: 县评议组, outcome: partly, reason: effort}" in plan.texts[PROMISES]


@pytest.mark.parametrize(
    ("changes", "code", "cell"),
    [
        ({0: "qingtang/dongtang/202603-009"}, "E820", "报表!A6"),
        ({2: "东唐镇"}, "E808", "报表!C6"),
        ({6: "昨天", 8: None}, "E819", "报表!G6"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    project: Path, changes: dict[int, object], code: str, cell: str
) -> None:
    row = [changes.get(at, each) for at, each in enumerate(NEW)]
    plan = own_plan(project, _problems(row))  # type: ignore[arg-type] # cells of any type
    assert (code, cell) in [(each.code, each.place.cell) for each in plan.problems]


def test_an_unknown_word_is_told(project: Path) -> None:
    plan = own_plan(project, _promises([*PROMISE[:10], "还行", *PROMISE[11:]]))
    assert [(each.code, each.place.cell) for each in plan.problems] == [("E810", "报表!K6")]
