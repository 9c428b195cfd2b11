"""Rows written at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generators.workbooks.writing.bulk import BulkSheet
from generators.workbooks.writing.file import workbook_bytes
from tests.reading_sites.workbooks import opened, values_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook

DAY = date(2026, 10, 15)


def _sheet(rows: list[tuple[str, str]]) -> bytes:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.add_worksheet("表", BulkSheet)
        sheet.write_string(0, 0, "名称")
        sheet.write_string(0, 1, "件数")
        count = sheet.fill(
            2,
            rows,
            [
                lambda text: sheet.string_cell(str(text), 0),
                lambda digits: sheet.number_cell(str(digits), 0) if digits else sheet.empty_cell(0),
            ],
        )
        assert count == len(rows)

    return workbook_bytes(fill, DAY, "题目")


def test_rows_come_after_those_written_cell_by_cell() -> None:
    found = values_of(_sheet([("甲<&>\"'", "12.50"), ("乙", ""), ("甲<&>\"'", "-3")]), "表")
    assert found == [["名称", "件数"], ["", ""], ["甲<&>\"'", 12.5], ["乙", ""], ["甲<&>\"'", -3.0]]


def test_the_sheet_says_how_far_it_reaches() -> None:
    assert opened(_sheet([("甲", "1"), ("乙", "2")])).active.dimensions == "A1:B4"


def test_there_may_be_no_rows() -> None:
    assert values_of(_sheet([]), "表") == [["名称", "件数"]]


def test_characters_that_a_file_cannot_have_are_written_by_their_codes() -> None:
    """A text that looks like such a code is told from it."""
    found = opened(_sheet([("甲\x07_x0041_\n乙", "1")])).active["A3"].value
    assert found.replace("_x0007_", "\x07") == "甲\x07_x0041_\n乙"
