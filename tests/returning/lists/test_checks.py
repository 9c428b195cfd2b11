"""Checks of standards as a workbook."""

from __future__ import annotations

from typing import Final

from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.returning.lists.checks import checks_form
from generators.returning.lists.office import Office
from generators.workbooks.writing.form import Fixed, Input
from tests.build.project import SHILI_DAY

TOWN: Final = "shilixian/jiazi"


def test_a_cell_holds_the_day_on_which_an_item_was_found_in_place(shili: Dataset) -> None:
    form = checks_form(Office(shili, shili.programmes["shili-double"], TOWN), SHILI_DAY)
    ids = [each.id for each in form.columns]
    assert ids[0] == ""
    assert ids[-2:] == ["evidence", "remark"]
    checked = 0
    for row in form.rows:
        for name, cell in zip(ids[1:-2], row.cells[1:-2], strict=True):
            standard = Address(name.rpartition("/")[0])
            checks = [each for each in shili.checks_of.get((row.id, standard), ()) if each.item == name]
            holding = [each.on for each in checks if each.holds(SHILI_DAY)]
            if holding:
                assert isinstance(cell, Fixed)
                assert cell.content == holding[-1]
                checked += 1
            else:
                assert isinstance(cell, Input)
    assert checked


def test_there_is_a_row_for_each_village_that_exists(shili: Dataset) -> None:
    form = checks_form(Office(shili, shili.programmes["shili-double"], TOWN), SHILI_DAY)
    villages = [each for each in shili.within(TOWN) if shili.divisions[each].exists_on(SHILI_DAY)]
    assert [row.id for row in form.rows] == [each for each in villages if each != TOWN]
