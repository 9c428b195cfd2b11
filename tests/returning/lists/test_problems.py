"""The problem ledger as a workbook."""

from __future__ import annotations

from typing import Any, Final

import pytest

from generators.model.dataset import Dataset
from generators.returning.lists.office import Office
from generators.returning.lists.problems import problems_form
from generators.workbooks.writing.form import form_bytes
from tests.build.project import SHILI_DAY
from tests.reading_sites.workbooks import opened, validations_of

TOWN: Final = "shilixian/jiazi"


@pytest.fixture(scope="module")
def sheet(shili: Dataset) -> Any:  # noqa: ANN401 - openpyxl ships no types
    """Return the ledger of one town of the example county."""
    office = Office(shili, shili.programmes["shili-1357"], TOWN)
    return opened(form_bytes(problems_form(office, SHILI_DAY), SHILI_DAY, "示例"))["问题台账"]


def _rows(sheet: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401 - the same
    """Return the cells of each record by the ids of their columns."""
    ids = [cell.value for cell in sheet[1]]
    return {
        row[0].value: {name: cell for name, cell in zip(ids, row, strict=True) if name}
        for row in sheet.iter_rows(min_row=6)
        if row[0].value
    }


def test_every_problem_of_the_town_has_a_row_with_its_address(shili: Dataset, sheet: Any) -> None:  # noqa: ANN401
    filed = {
        each.address
        for each in shili.ledger
        if each.township == TOWN and each.entry.programme == "shili-1357"
    }
    assert _rows(sheet).keys() == filed


def test_what_is_on_record_is_locked(sheet: Any) -> None:  # noqa: ANN401 - the same
    for row in _rows(sheet).values():
        for name in ("division", "title", "category", "found", "found.by"):
            assert row[name].protection.locked
        assert row["found"].is_date


def test_only_the_steps_that_may_follow_can_be_filled_in(sheet: Any) -> None:  # noqa: ANN401 - the same
    """A problem that is being put right may be extended, put right and verified; a cleared one reopened."""
    by_state: dict[str, set[str]] = {}
    states = {row[0].value: row[5].value for row in sheet.iter_rows(min_row=6) if row[0].value}
    for address, row in _rows(sheet).items():
        steps = {name for name, cell in row.items() if "." not in name and not cell.protection.locked}
        by_state.setdefault(states[address], set()).update(steps)
    assert by_state["整改中"] == {"extended", "rectified", "verified"}
    assert by_state["已销号"] == {"reopened"}
    assert by_state["回头看重开"] == {"assigned", "extended", "rectified", "verified"}


def test_problems_that_are_not_cleared_come_first(sheet: Any) -> None:  # noqa: ANN401 - the same
    states = [row[5].value == "已销号" for row in sheet.iter_rows(min_row=6) if row[0].value]
    assert states == sorted(states)


def test_there_are_empty_rows_with_the_places_to_choose_from(shili: Dataset, sheet: Any) -> None:  # noqa: ANN401
    last = 5 + len(_rows(sheet))
    new = list(sheet.iter_rows(min_row=last + 1, max_row=last + 10))
    assert [(row[0].value, row[1].protection.locked, row[3].protection.locked) for row in new] == [
        (None, True, False)
    ] * 10
    (rule,) = validations_of(sheet, f"C{last + 1}")
    assert rule.type == "list"
    assert shili.divisions[TOWN].name in rule.formula1
    (day,) = validations_of(sheet, f"H{last + 1}")
    assert day.type == "date"
