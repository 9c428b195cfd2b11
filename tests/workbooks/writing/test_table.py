"""Tables of data as workbooks."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.workbooks.writing import table as table_module
from generators.workbooks.writing.table import CellType, TableColumn, TableSheet, table_bytes, text_width
from tests.reading_sites.workbooks import opened, values_of

DAY = date(2026, 10, 15)
COLUMNS = (
    TableColumn("code", "代码", "区划代码，12位", CellType.TEXT, "文字"),
    TableColumn("value", "数值", "数值", CellType.NUMBER, "数"),
    TableColumn("on", "日期", "哪一天", CellType.DAY, "日期"),
    TableColumn("fictional", "是否虚构", "是否虚构的示例数据", CellType.TEXT, "是否"),
)


def _bytes(*rows: tuple[str | bool, ...]) -> bytes:
    return table_bytes(TableSheet("事项", "数据截至2026年10月15日", COLUMNS, rows), DAY, "示例单位")


def _cells(*rows: tuple[str | bool, ...]) -> list[list[Any]]:
    sheet = opened(_bytes(*rows))["数据"]
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]


def test_title_notes_and_two_heads_come_first() -> None:
    found = values_of(_bytes(("330824000000", "1", "2026-03-31", True)), "数据")
    assert [row[0] for row in found[:2]] == ["事项", "数据截至2026年10月15日"]
    assert found[2:4] == [["代码", "数值", "日期", "是否虚构"], ["code", "value", "on", "fictional"]]


def test_values_have_the_type_of_their_column() -> None:
    """A code of twelve digits stays a text, a number is a number, a day a day, a truth value a word."""
    assert _cells(("330824000000", "-12.50", "2026-03-31", True), ("0012", "true", "", False)) == [
        ["330824000000", Decimal("-12.5"), datetime(2026, 3, 31), "是"],  # noqa: DTZ001 - the file has no zone
        ["0012", "是", None, "否"],
    ]


def test_what_is_no_number_or_day_stays_as_it_was_written() -> None:
    assert _cells(("", "3/4", "2026-03", True), ("", "1234567890123456", "1899-12-31", True)) == [
        [None, "3/4", "2026-03", "是"],
        [None, "1234567890123456", "1899-12-31", "是"],
    ]


def test_a_number_shows_the_decimals_that_it_was_written_with() -> None:
    sheet = opened(_bytes(("a", "12.50", "", True), ("a", "12", "", True)))["数据"]
    assert [sheet[f"B{row}"].number_format for row in (5, 6)] == ["0.00", "0"]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_no_number_is_changed(number: Decimal) -> None:
    text = f"{number:f}"
    ((_, found, *_),) = _cells(("a", text, "", True))
    assert Decimal(repr(found) if isinstance(found, float) else found) == number


def test_heads_stay_on_the_screen_and_on_every_page() -> None:
    sheet = opened(_bytes(("a", "1", "", True)))["数据"]
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.auto_filter.ref == "A4:D5"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


def test_a_second_sheet_explains_the_columns() -> None:
    found = values_of(_bytes(), "说明")
    assert found[2:] == [
        ["列", "表头", "含义", "类型"],
        *([each.name, each.heading, each.meaning, each.type_text] for each in COLUMNS),
    ]


def test_more_rows_than_a_sheet_takes_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_module, "_ROWS_OF_A_SHEET", 2)
    content = _bytes(*((str(number), "1", "", True) for number in range(5)))
    assert opened(content).sheetnames == ["数据", "数据2", "数据3", "说明"]
    assert [row[0] for row in values_of(content, "数据3")[4:]] == ["4"]


def test_the_same_table_gives_the_same_bytes() -> None:
    row = ("a", "1", "2026-03-31", True)
    assert _bytes(row) == _bytes(row)


def test_a_chinese_character_is_as_wide_as_two() -> None:
    assert text_width("镇abc") == 5
