"""Commitments as a workbook."""

from __future__ import annotations

from typing import Any, Final

import pytest

from generators.model.dataset import Dataset
from generators.returning.lists.commitments import commitments_form
from generators.returning.lists.office import Office
from generators.workbooks.writing.form import form_bytes
from tests.build.project import SHILI_DAY
from tests.reading_sites.workbooks import opened, validations_of

TOWN: Final = "shilixian/jiazi"


@pytest.fixture(scope="module")
def sheet(shili: Dataset) -> Any:  # noqa: ANN401 - openpyxl ships no types
    """Return the commitments of one town of the example county."""
    office = Office(shili, shili.programmes["shili-1357"], TOWN)
    return opened(form_bytes(commitments_form(office, SHILI_DAY), SHILI_DAY, "示例"))["承诺台账"]


def _column(sheet: Any, name: str) -> str:  # noqa: ANN401 - the same
    found: str = next(cell.column_letter for cell in sheet[1] if cell.value == name)
    return found


def test_every_commitment_of_the_town_has_a_row_with_its_address(shili: Dataset, sheet: Any) -> None:  # noqa: ANN401
    filed = {each.address for each in shili.commitments if each.township == TOWN}
    assert {row[0].value for row in sheet.iter_rows(min_row=6) if row[0].value} == filed


def test_choices_are_in_chinese_and_chosen_from_a_list(sheet: Any) -> None:  # noqa: ANN401 - the same
    outcome, reason = _column(sheet, "judged.outcome"), _column(sheet, "judged.reason")
    kept = {sheet[f"{outcome}{row}"].value for row in range(6, sheet.max_row) if sheet[f"A{row}"].value}
    assert kept - {None} <= {"已兑现", "部分兑现", "未兑现"}
    assert "已兑现" in kept
    last = max(row for row in range(6, sheet.max_row) if sheet[f"A{row}"].value)
    assert [next(validations_of(sheet, f"{each}{last + 1}")).formula1 for each in (outcome, reason)] == [
        '"已兑现,部分兑现,未兑现"',
        '"资金不到位,政策变化,不可抗力,推进不力,主动撤回"',
    ]


def test_a_judged_commitment_cannot_be_changed(sheet: Any) -> None:  # noqa: ANN401 - the same
    judged = _column(sheet, "judged")
    rows = [
        row for row in range(6, sheet.max_row) if sheet[f"A{row}"].value and sheet[f"{judged}{row}"].value
    ]
    assert rows
    assert all(cell.protection.locked for row in rows for cell in sheet[row])
