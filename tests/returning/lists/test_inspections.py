"""The visits of inspections as a workbook."""

from __future__ import annotations

from typing import Any, Final

import pytest

from generators.model.dataset import Dataset
from generators.returning.lists.inspections import inspections_form
from generators.returning.lists.office import Office
from generators.returning.lists.ordering import ListKind, lists_ordered
from generators.workbooks.writing.form import form_bytes
from tests.build.project import SHILI_DAY
from tests.reading_sites.workbooks import opened

WORK: Final = "shili-1357"


@pytest.fixture(scope="module")
def sheet(shili: Dataset) -> Any:  # noqa: ANN401 - openpyxl ships no types
    """Return the visits of the example county."""
    office = Office(shili, shili.programmes[WORK], "shilixian")
    return opened(form_bytes(inspections_form(office, SHILI_DAY), SHILI_DAY, "示例"))["督查走访登记表"]


def test_every_visit_has_a_locked_row_and_new_ones_have_room(shili: Dataset, sheet: Any) -> None:  # noqa: ANN401
    visits = {
        f"{each.id}/{visit.division}": (None if visit.score is None else float(visit.score), visit.findings)
        for each in shili.inspections.values()
        if each.programme == WORK
        for visit in each.visits
    }
    at = {cell.value: index for index, cell in enumerate(sheet[1]) if cell.value}
    rows = [row for row in sheet.iter_rows(min_row=6) if row[0].value]
    assert {
        row[0].value: (
            row[at["score"]].value,
            tuple(filter(None, (row[at["findings"]].value or "").split("、"))),
        )
        for row in rows
    } == visits
    assert all(cell.protection.locked for row in rows for cell in row)
    new = [row for row in sheet.iter_rows(min_row=6) if not row[at["division"]].protection.locked]
    assert len(new) == 10
    assert all(not row[at[name]].protection.locked for row in new for name in at)


def test_the_county_has_one_list_with_villages_of_one_name_told_apart(shili: Dataset) -> None:
    (made,) = lists_ordered(shili, ListKind.INSPECTIONS, (WORK, None), SHILI_DAY, is_whole=False)
    assert made.name == "示例县-督查走访登记表-2026年10月15日.xlsx"
    office = Office(shili, shili.programmes[WORK], "shilixian")
    names = list(office.place_names().values())
    assert len(names) == len(set(names))
