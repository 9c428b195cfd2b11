"""A copy of a workbook in which every wrong cell is marked, for the clerk who has to mend it."""

from __future__ import annotations

import io
import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from zipfile import BadZipFile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generators.diagnostics import title_of
from generators.model.problem import Problem, Severity
from generators.workbooks.reading.sheet import Workbook as ReadWorkbook

LIST_SHEET: Final = "需要核对的地方"
_AUTHOR: Final = "通报"
_ZIP: Final = b"PK"
_COLOURS: Final[Mapping[Severity, PatternFill]] = {
    Severity.ERROR: PatternFill("solid", fgColor="FFC7CE"),
    Severity.WARNING: PatternFill("solid", fgColor="FFEB9C"),
}
_HEADS: Final = (("单元格", 16), ("轻重", 8), ("代码", 8), ("问题", 24), ("说明", 60), ("怎样改", 60))
_WORDS: Final = {Severity.ERROR: "要改", Severity.WARNING: "核对"}


def marked_copy(data: bytes, workbook: ReadWorkbook, problems: Sequence[Problem]) -> bytes:
    """Return an xlsx copy with colour and comment on each cell of ``problems``, and a sheet that lists them.

    Of what is no xlsx file, or none that can be written again, the copy has the values alone.
    """
    book = _loaded(data) or _values_of(workbook)
    by_cell: dict[tuple[str, int, int], list[Problem]] = defaultdict(list)
    for each in problems:
        by_cell[(each.place.sheet, each.place.line, each.place.column)].append(each)
    for (sheet, row, column), found in by_cell.items():
        if sheet in book.sheetnames and isinstance(book[sheet], Worksheet):
            _mark(book[sheet], row, column, found)
    _list(book, problems)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _loaded(data: bytes) -> Workbook | None:
    if not data.startswith(_ZIP):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out of a copy, it says in a warning
            return openpyxl.load_workbook(io.BytesIO(data))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, BadZipFile):
        return None


def _values_of(workbook: ReadWorkbook) -> Workbook:
    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    for each in workbook.sheets:
        sheet = book.create_sheet(each.name)
        for row, values in enumerate(each.rows, start=1):
            for column, value in enumerate(values, start=1):
                if value is not None:
                    _write(sheet, row, column, value)
    return book


def _write(sheet: Worksheet, row: int, column: int, value: object) -> None:
    """Write a value; a text that begins with = stays a text."""
    cell = sheet.cell(row=row, column=column)
    cell.value = value  # type: ignore[assignment] # text, a number, a flag or a day
    if isinstance(value, str):
        cell.data_type = "s"


def _mark(sheet: Worksheet, row: int, column: int, problems: Sequence[Problem]) -> None:
    for span in sheet.merged_cells.ranges:
        if span.min_row <= row <= span.max_row and span.min_col <= column <= span.max_col:
            row, column = span.min_row, span.min_col
    cell = sheet.cell(row=row, column=column)
    worst = min(problems, key=lambda each: list(Severity).index(each.severity)).severity
    cell.fill = _COLOURS[worst]
    lines = [f"{each.code} {title_of(each)}\n{each.detail}\n{each.remedy}" for each in problems]
    if cell.comment is not None:
        lines.insert(0, cell.comment.text)
    cell.comment = Comment("\n\n".join(lines), _AUTHOR, height=160, width=320)


def _list(book: Workbook, problems: Iterable[Problem]) -> None:
    sheet = book.create_sheet(_free_name(book), 0)
    for column, (head, width) in enumerate(_HEADS, start=1):
        cell = sheet.cell(row=1, column=column, value=head)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for row, each in enumerate(problems, start=2):
        where = each.place.cell or "（整个文件）"
        values = (where, _WORDS[each.severity], each.code, title_of(each), each.detail, each.remedy)
        for column, value in enumerate(values, start=1):
            _write(sheet, row, column, value)
            sheet.cell(row=row, column=column).alignment = Alignment(wrap_text=True, vertical="top")
        if each.place.sheet:
            link = f"#'{each.place.sheet.replace(chr(39), chr(39) * 2)}'!{each.place.cell.rpartition('!')[2]}"
            sheet.cell(row=row, column=1).hyperlink = link
    sheet.freeze_panes = "A2"
    book.active = 0


def _free_name(book: Workbook) -> str:
    names = (LIST_SHEET if at == 1 else f"{LIST_SHEET}{at}" for at in range(1, len(book.sheetnames) + 2))
    return next(name for name in names if name not in book.sheetnames)
