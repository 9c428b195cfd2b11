from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generators.importing.filing.files import put_in_place
from generators.pipeline import examine
from tests.build.offices import OFFICE_DAY, PROGRAMME, Row, office_project
from tests.build.own_workbooks import own_plan, own_workbook
from tests.build.project import add_to

IDS: Row = (None, None, "strong/ready/emblem", "strong/ready/flag", "evidence")
STANDARD = (
    "standards:\n"
    "  ready: {name: 达标, level: township, items: {emblem: {name: 挂党徽}, flag: {name: 挂党旗}}}\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = office_project(tmp_path / "project")
    add_to(project, PROGRAMME, STANDARD)
    return project


def _checks(emblem: date | str | None, flag: date | None = None) -> bytes:
    row: Row = ("qingtang/dongtang", "东棠镇", emblem, flag, "验收表第8号")
    return own_workbook(IDS, [row], kind="checks")


def test_a_day_is_a_check_and_a_check_stays(project: Path) -> None:
    plan = own_plan(project, _checks(date(2026, 3, 5)))
    assert plan.problems == ()
    assert [each.name for each in plan.changes] == ["strong/ready/emblem"]
    put_in_place(project, plan.texts)
    assert examine(project, OFFICE_DAY).errors == 0
    again = own_plan(project, _checks(date(2026, 3, 5), date(2026, 3, 6)))
    assert [each.effect.value for each in again.changes] == ["相同", "新增"]
    other = own_plan(project, _checks(date(2026, 3, 7)))
    assert [(each.code, each.place.cell) for each in other.problems] == [("E814", "报表!C6")]


def test_what_is_no_day_is_told(project: Path) -> None:
    plan = own_plan(project, _checks("已通过"))
    assert [(each.code, each.place.cell) for each in plan.problems] == [("E819", "报表!C6")]
