"""How sheets are printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generators.workbooks.writing.file import workbook_bytes
from generators.workbooks.writing.printing import set_up_printing
from tests.reading_sites.workbooks import opened

if TYPE_CHECKING:
    from xlsxwriter import Workbook


@pytest.mark.parametrize(("width", "paper", "pages"), [(150, 9, 1), (250, 8, 1), (700, 8, 3)])
def test_paper_and_pages_follow_the_width(width: int, paper: int, pages: int) -> None:
    def fill(workbook: Workbook) -> None:
        set_up_printing(workbook.add_worksheet("表"), width, (2, 3), "甲&乙")

    sheet = opened(workbook_bytes(fill, date(2026, 10, 15), "题目")).active
    assert sheet.page_setup.paperSize == paper
    assert int(sheet.page_setup.fitToWidth or 1) == pages
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.oddHeader.right.text == "甲&&乙"
