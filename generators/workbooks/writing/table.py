"""A table of data as a workbook: a sheet with its rows, and one that explains its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import partial
from typing import Final
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from generators.workbooks.writing.bulk import BulkSheet
from generators.workbooks.writing.file import safe_text, workbook_bytes
from generators.workbooks.writing.printing import set_up_printing
from generators.workbooks.writing.styles import DAY_FORMAT, Styles

_HEADS: Final = (2, 3)
_FIRST: Final = 4
_ROWS_OF_A_SHEET: Final = 1_000_000
"""How many rows a sheet takes; programs allow 1,048,576 with the head."""
_LARGE: Final = 1_000_000
"""How many cells are too many to be kept in memory as text besides."""

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.([0-9]+))?")
_DIGITS_KEPT: Final = 15
"""How many digits a number of a spreadsheet has; more are lost."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_ZERO: Final = date(1899, 12, 30)
_FIRST_DAY: Final = date(1900, 3, 1)
"""Days before are counted otherwise by different programs."""

_YES_NO: Final = {True: "是", False: "否"}
_FLAGS: Final = {"true": "是", "false": "否"}
"""What stands for truth values among numbers."""

_NARROWEST: Final = 6
_WIDEST: Final = 36
_SAMPLE: Final = 200
"""From how many rows the width of a column is taken."""


class CellType(Enum):
    """What the values of a column are, which are given as text."""

    TEXT = auto()
    """Ids and other texts, also where they look like a number."""
    NUMBER = auto()
    """Numbers, or truth values; anything else is a text."""
    DAY = auto()
    """Days such as ``2026-03-31``; anything else is a text."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its name for programs, its heading, what it means and of which type it is."""

    name: str
    heading: str
    meaning: str
    type: CellType
    type_text: str = ""


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table to be written; ``notes`` say below the title where it is from, and as of which day."""

    title: str
    notes: str
    columns: tuple[TableColumn, ...]
    rows: Sequence[Sequence[str | bool]]


def table_bytes(table: TableSheet, day: date, author: str) -> bytes:
    """Return the table as a workbook, as of ``day``; with more rows than a sheet takes it has several."""
    is_large = len(table.rows) * len(table.columns) > _LARGE
    return workbook_bytes(partial(_write, table), day, table.title, author, is_large=is_large)


def _write(table: TableSheet, workbook: Workbook) -> None:
    styles = Styles(workbook)
    starts = range(0, max(1, len(table.rows)), _ROWS_OF_A_SHEET)
    for number, start in enumerate(starts, start=1):
        name = "数据" if number == 1 else f"数据{number}"
        sheet = workbook.add_worksheet(name, BulkSheet)
        _write_rows(table, styles, sheet, table.rows[start : start + _ROWS_OF_A_SHEET])
    _write_explanation(table, styles, workbook)


def _write_rows(
    table: TableSheet, styles: Styles, sheet: BulkSheet, rows: Sequence[Sequence[str | bool]]
) -> None:
    sheet.set_row(0, 28)
    sheet.write_string(0, 0, safe_text(table.title), styles.left_title)
    sheet.write_string(1, 0, safe_text(table.notes), styles.of(font_size=10, font_color="#404040"))
    sheet.set_row(_HEADS[0], 32)
    width = 0.0
    for index, column in enumerate(table.columns):
        sheet.write_string(_HEADS[0], index, safe_text(column.heading), styles.head)
        sheet.write_string(_HEADS[1], index, safe_text(column.name), styles.small_head)
        wide = _width(column, [row[index] for row in rows[:_SAMPLE]])
        sheet.set_column(index, index, wide)
        width += wide
    empty = sheet.empty_cell(_number_of(_cell_style(styles)))
    makers = {
        CellType.TEXT: _cells_of(partial(_text_cell, sheet, styles), empty),
        CellType.NUMBER: _cells_of(partial(_number_cell, sheet, styles), empty),
        CellType.DAY: _cells_of(partial(_day_cell, sheet, styles), empty),
    }
    count = sheet.fill(_FIRST, rows, [makers[column.type] for column in table.columns])
    last = _FIRST + max(count, 1) - 1
    sheet.autofilter(_HEADS[1], 0, last, len(table.columns) - 1)
    sheet.freeze_panes(_FIRST, 0)
    # An id of digits is a text on purpose.
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
    set_up_printing(sheet, width, _HEADS, f"{table.title}　{table.notes}"[:200])


def _cells_of(make: Callable[[str], str], empty: str) -> Callable[[object], str]:
    """Return ``make`` for texts and truth values, which writes each of them once; ``empty`` for no text."""
    made: dict[object, str] = {"": empty}

    def cell(value: object) -> str:
        # True and 1 are equal, but a value is never the number 1.
        found = made.get(value)
        if found is None:
            found = made[value] = make(_text_of(value))
        return found

    return cell


def _text_of(value: object) -> str:
    """Return a value as readers write it: 是 and 否 for truth values."""
    return _YES_NO[value] if isinstance(value, bool) else str(value)


def _cell_style(styles: Styles, **more: str) -> Format:
    return styles.of(border=1, border_color="#D0D0D0", valign="vcenter", **more)


def _number_of(style: Format) -> int:
    number: int = style._get_xf_index()  # noqa: SLF001 - XlsxWriter has no other
    return number


def _text_cell(sheet: BulkSheet, styles: Styles, text: str) -> str:
    return sheet.string_cell(text, _number_of(_cell_style(styles)))


def _number_cell(sheet: BulkSheet, styles: Styles, text: str) -> str:
    found = _NUMBER.fullmatch(text)
    if found is None or len(re.sub(r"\D", "", text).lstrip("0")) > _DIGITS_KEPT:
        return _text_cell(sheet, styles, _FLAGS.get(text, text))
    decimals = len(found[1] or "")
    shown = f"0.{'0' * decimals}" if decimals else "0"
    return sheet.number_cell(text, _number_of(_cell_style(styles, num_format=shown)))


def _day_cell(sheet: BulkSheet, styles: Styles, text: str) -> str:
    day = date.fromisoformat(text) if _DAY.fullmatch(text) else date.min
    if day < _FIRST_DAY:
        return _text_cell(sheet, styles, text)
    return sheet.number_cell((day - _DAY_ZERO).days, _number_of(_cell_style(styles, num_format=DAY_FORMAT)))


def _width(column: TableColumn, values: Sequence[object]) -> float:
    heading = max(-(-text_width(column.heading) // 2), text_width(column.name))
    widest = max((text_width(_text_of(each)) for each in values), default=0)
    return min(max(widest, heading, _NARROWEST), _WIDEST) + 2


def text_width(text: str) -> int:
    """Return how wide a text is in half-width characters; a Chinese one is as wide as two."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)


def _write_explanation(table: TableSheet, styles: Styles, workbook: Workbook) -> None:
    sheet = workbook.add_worksheet("说明")
    sheet.set_row(0, 28)
    sheet.write_string(0, 0, safe_text(table.title), styles.left_title)
    sheet.merge_range(1, 0, 1, 3, safe_text(table.notes), styles.note)
    sheet.set_row(1, 32)
    for index, (heading, width) in enumerate((("列", 20), ("表头", 20), ("含义", 70), ("类型", 14))):
        sheet.set_column(index, index, width)
        sheet.write_string(_HEADS[0], index, heading, styles.head)
    for row, column in enumerate(table.columns, start=_HEADS[0] + 1):
        for index, text in enumerate((column.name, column.heading, column.meaning, column.type_text)):
            sheet.write_string(row, index, safe_text(text), styles.text())
    sheet.freeze_panes(_HEADS[0] + 1, 0)
    set_up_printing(sheet, 124, (_HEADS[0], _HEADS[0]))
