"""Targets as a workbook."""

from __future__ import annotations

from decimal import Decimal

from generators.model.dataset import Dataset
from generators.returning.lists.office import Office
from generators.returning.lists.targets import targets_form
from generators.workbooks.writing.form import Fixed, Input
from tests.build.project import SHILI_DAY


def test_targets_on_record_are_locked_and_others_open(shili: Dataset) -> None:
    programme = shili.programmes["shili-1357"]
    form = targets_form(Office(shili, programme, programme.owner), SHILI_DAY)
    ids = [each.id for each in form.columns]
    households = ids.index("shili-1357/visited-households@2026-12-31")
    rows = {row.id: row.cells for row in form.rows}
    assert isinstance(rows["shilixian/jiazi"][households], Fixed)
    assert rows["shilixian/jiazi"][households].content == Decimal(3220)
    assert isinstance(rows["shilixian"][households], Input)
    assert isinstance(rows["shilixian/jiazi"][ids.index("shili-1357/started-sites@2026-12-31")], Input)
    assert ids[-2:] == ["source", "remark"]


def test_it_says_from_when_new_targets_run(shili: Dataset) -> None:
    programme = shili.programmes["shili-1357"]
    about = targets_form(Office(shili, programme, programme.owner), SHILI_DAY).about
    assert (about["kind"], about["from"], about["division"]) == ("targets", "2026-01-01", "")
