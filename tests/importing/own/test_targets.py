from __future__ import annotations

from pathlib import Path

import pytest

from generators.importing.filing.files import put_in_place
from generators.pipeline import examine
from tests.build.offices import OFFICE_DAY, Row, office_project
from tests.build.own_workbooks import own_plan, own_workbook

IDS: Row = (
    None,
    None,
    "strong/sites@2026-12-31",
    "strong/meetings@2026-12-31",
    "strong/instructors@2026-06-30",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_project(tmp_path_factory.mktemp("office") / "project")


def _plan_of(*rows: Row, ids: Row = IDS) -> bytes:
    return own_workbook(ids, rows, **{"kind": "targets", "from": "2026-01-01"})


def test_new_targets_are_added_and_old_ones_never_changed(project: Path) -> None:
    row: Row = ("qingtang/dongtang", "东棠镇", 3, 0.5, "是")
    plan = own_plan(project, _plan_of(row))
    assert [each.shown for each in plan.changes] == [
        "3（2026-12-31）",
        "0.5（2026-12-31）",
        "是（2026-06-30）",
    ]
    put_in_place(project, plan.texts)
    assert examine(project, OFFICE_DAY).errors == 0
    again = own_plan(project, _plan_of(row))
    assert {each.effect.value for each in again.changes} == {"相同"}
    changed = own_plan(project, _plan_of(("qingtang/dongtang", "东棠镇", 4, None, None)))
    assert [(each.code, each.place.cell) for each in changed.problems] == [("E818", "报表!C6")]


@pytest.mark.parametrize("name", ["strong/nothing@2026-12-31", "strong/sites@2026-12-31x"])
def test_changed_ids_are_told(project: Path, name: str) -> None:
    plan = own_plan(project, _plan_of(("qingtang/xitang", "西棠镇", 3), ids=(None, None, name)))
    assert [(each.code, each.place.cell) for each in plan.problems] == [("E820", "报表!C1")]
