"""A form to be filled in: locked heads, cells with rules, hidden ids, and what it is in a hidden sheet.

A sheet has the ids of its columns in the hidden first row and those of its rows in the hidden first column;
then a title, notes, two rows of heads, the rows, and further notes below. The very hidden sheet ``_tongbao``
says what the form is, as rows of key and value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import groupby
from typing import Any, Final, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from generators.workbooks.writing.file import safe_text, workbook_bytes
from generators.workbooks.writing.printing import is_of_one_page, set_up_printing
from generators.workbooks.writing.rules import ChoiceRule, DayRule, Rule, is_long, validation_of
from generators.workbooks.writing.styles import Styles

ABOUT: Final = "_tongbao"
"""The sheet that says what a form is."""
_LISTS: Final = "_lists"
"""The sheet of the options that are too many for a rule."""

_IDS, _TITLE, _NOTES, _GROUPS, _HEADS, FIRST_ROW = range(6)

_INPUT: Final = {"bg_color": "#FFF8DC", "locked": False}
_FIXED: Final = {"bg_color": "#F5F5F5"}
_ROW_HEIGHT: Final = 24
"""High enough to be filled in by hand."""
_LINE: Final = 15.0
"""The height of a line of 10 points."""

Content: TypeAlias = "str | Decimal | date | None"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A cell that is not to be changed; ``note`` is a comment on it."""

    content: Content = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """A cell to be filled in by a rule; ``content`` is what is there already."""

    rule: Rule
    content: Content = None


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column; neighbours of one ``group`` share a head above theirs. ``note`` is a comment on the head.

    Nothing is read back from a column without ``id``.
    """

    id: str
    heading: str
    group: str = ""
    width: float = 10
    note: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row with the id of what it is about, empty for a new record, and a cell for each column."""

    id: str
    cells: tuple[Fixed | Input, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form on one sheet of the given ``name``; ``about`` says what it is.

    ``notes`` stand below the title, ``footnotes`` below the rows. The first ``fixed_columns`` columns stay on
    the screen.
    """

    name: str
    title: str
    notes: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    about: Mapping[str, str]
    footnotes: tuple[str, ...] = ()
    fixed_columns: int = 1


def form_bytes(form: Form, day: date, author: str) -> bytes:
    """Return the form as a workbook made on ``day``."""
    return workbook_bytes(partial(_write, form), day, form.title, author)


def _write(form: Form, workbook: Workbook) -> None:
    styles = Styles(workbook)
    sheet = workbook.add_worksheet(form.name)
    ranges = _write_lists(form, workbook)
    _write_about(form, workbook)
    for index, row in enumerate(form.rows):
        _write_row(sheet, styles, FIRST_ROW + index, row, ranges)
    _write_heads(form, sheet, styles)
    last = _write_footnotes(form, sheet, styles)
    sheet.freeze_panes(FIRST_ROW, 1 + form.fixed_columns)
    # Without a password: it keeps from mistakes, not from people.
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(last, len(form.columns))}"})
    width = sum(each.width for each in form.columns if not each.is_hidden)
    set_up_printing(sheet, width, (_GROUPS, _HEADS))
    sheet.repeat_columns(1, form.fixed_columns)
    sheet.print_area(_TITLE, 1, last, len(form.columns))


def _write_about(form: Form, workbook: Workbook) -> None:
    sheet = workbook.add_worksheet(ABOUT)
    for row, (key, value) in enumerate((*form.about.items(), ("sheet", form.name))):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, safe_text(value))
    sheet.very_hidden()


def _write_lists(form: Form, workbook: Workbook) -> dict[tuple[str, ...], str]:
    """Write the lists that are too long for a rule; return where each is."""
    rules = (cell.rule for row in form.rows for cell in row.cells if isinstance(cell, Input))
    lists = dict.fromkeys(
        each.options for each in rules if isinstance(each, ChoiceRule) and is_long(each.options)
    )
    if not lists:
        return {}
    sheet = workbook.add_worksheet(_LISTS)
    ranges = {}
    for column, options in enumerate(lists):
        for row, option in enumerate(options):
            sheet.write_string(row, column, safe_text(option))
        letter = xl_col_to_name(column)
        ranges[options] = f"={_LISTS}!${letter}$1:${letter}${len(options)}"
    sheet.very_hidden()
    return ranges


def _write_heads(form: Form, sheet: Worksheet, styles: Styles) -> None:
    last = len(form.columns)
    sheet.set_row(_IDS, None, None, {"hidden": True})
    sheet.set_column(0, 0, 12, None, {"hidden": True})
    for index, column in enumerate(form.columns, start=1):
        if column.id:
            sheet.write_string(_IDS, index, column.id)
        sheet.set_column(index, index, column.width, None, {"hidden": True} if column.is_hidden else {})
    shown = sum(each.width for each in form.columns if not each.is_hidden)
    sheet.set_row(_TITLE, 30)
    title = styles.title if is_of_one_page(shown) else styles.left_title
    _merge(sheet, _TITLE, (1, last), form.title, title)
    sheet.set_row(_NOTES, _LINE * _lines_of(form.notes, shown))
    _merge(sheet, _NOTES, (1, last), form.notes, styles.note)
    sheet.set_row(_GROUPS, 36)
    sheet.set_row(_HEADS, 36)
    index = 1
    for group, columns in groupby(form.columns, key=lambda each: each.group):
        members = list(columns)
        if group:
            _merge(sheet, _GROUPS, (index, index + len(members) - 1), group, styles.head)
            _comment(sheet, _GROUPS, index, members[0].note)
        for each in members:
            if group:
                sheet.write_string(_HEADS, index, safe_text(each.heading), styles.sub_head)
            else:
                sheet.merge_range(_GROUPS, index, _HEADS, index, safe_text(each.heading), styles.head)
                _comment(sheet, _GROUPS, index, each.note)
            index += 1


def _merge(sheet: Worksheet, row: int, columns: tuple[int, int], text: str, style: Format) -> None:
    if columns[0] == columns[1]:
        sheet.write_string(row, columns[0], safe_text(text), style)
    else:
        sheet.merge_range(row, columns[0], row, columns[1], safe_text(text), style)


def _comment(sheet: Worksheet, row: int, column: int, text: str) -> None:
    if text:
        options = {"author": "", "x_scale": 2, "y_scale": 1 + text.count("\n") / 4, "font_size": 10}
        sheet.write_comment(row, column, safe_text(text), options)


def _write_row(
    sheet: Worksheet, styles: Styles, number: int, row: FormRow, ranges: Mapping[tuple[str, ...], str]
) -> None:
    if row.id:
        sheet.write_string(number, 0, row.id)
    sheet.set_row(number, _ROW_HEIGHT)
    for column, cell in enumerate(row.cells, start=1):
        look = _INPUT if isinstance(cell, Input) else _FIXED
        _write_content(sheet, number, column, cell.content, _style_of(styles, cell, look))
        if isinstance(cell, Input):
            validation = validation_of(cell.rule, xl_rowcol_to_cell(number, column), ranges)
            if validation is not None:
                sheet.data_validation(number, column, number, column, validation)
        else:
            _comment(sheet, number, column, cell.note)


def _style_of(styles: Styles, cell: Fixed | Input, look: Mapping[str, Any]) -> Format:
    content = cell.content
    if isinstance(content, Decimal):
        exponent = content.as_tuple().exponent
        return styles.number(max(0, -exponent) if isinstance(exponent, int) else 0, valign="vcenter", **look)
    if isinstance(content, date) or (isinstance(cell, Input) and isinstance(cell.rule, DayRule)):
        return styles.day(valign="vcenter", **look)
    return styles.text(**look)


def _write_content(sheet: Worksheet, row: int, column: int, content: Content, style: Format) -> None:
    if content is None or content == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(content, str):
        sheet.write_string(row, column, safe_text(content), style)
    elif isinstance(content, Decimal):
        sheet.write_number(row, column, float(content), style)
    else:
        sheet.write_datetime(row, column, content, style)


def _write_footnotes(form: Form, sheet: Worksheet, styles: Styles) -> int:
    """Write what stands below the rows; return the last row."""
    row = FIRST_ROW + len(form.rows)
    width = sum(each.width for each in form.columns if not each.is_hidden)
    for note in form.footnotes:
        row += 1
        sheet.set_row(row, _LINE * _lines_of(note, width))
        _merge(sheet, row, (1, len(form.columns)), note, styles.note)
    return row


def _lines_of(text: str, width: float) -> int:
    return sum(max(1, -(-len(line) * 2 // max(1, int(width)))) for line in text.split("\n"))
