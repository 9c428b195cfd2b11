"""Opens a workbook by what it is, whatever its name: xlsx, xls, et, or a table of text."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from generators.system_errors import reason_of
from generators.workbooks.reading.errors import WorkbookError
from generators.workbooks.reading.package import LARGEST_FILE, Package
from generators.workbooks.reading.peculiarities import MOST_CELLS, Peculiarities, peculiarities_of
from generators.workbooks.reading.protection import without_password
from generators.workbooks.reading.sheet import CellValue, Sheet, Span, Workbook
from generators.workbooks.reading.text_tables import text_table

_ZIP: Final = b"PK"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DIGITS: Final = 15
"""What a spreadsheet shows of a number; beyond are only the errors of binary fractions."""


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a workbook; raises :class:`WorkbookError` if it cannot be read or is too large."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise WorkbookError("E803", f"文件有 {path.stat().st_size // 1024 // 1024} MB，太大了")
        return path.read_bytes()
    except OSError as error:
        raise WorkbookError("E801", f"打不开：{reason_of(error)}") from None


def is_workbook(data: bytes) -> bool:
    """Whether ``data`` is a workbook, with a password or without, and no table of text."""
    return data.startswith((_ZIP, _OLE))


def opened(data: bytes, password: str | None = None) -> bytes:
    """Return the bytes of a workbook without its password, if it has one.

    Raises :class:`WorkbookError`: E802 without the right password, E801 for a damaged file.
    """
    return without_password(data, password) if data.startswith(_OLE) else data


def workbook_of(data: bytes, name: str) -> Workbook:
    """Return the workbook in ``data``, which has no password; ``name`` is that of its file.

    Raises :class:`WorkbookError`: E801 for what is no workbook, E803 for one that is too large.
    """
    if not data:
        raise WorkbookError("E801", "文件是空的")
    if not is_workbook(data):
        return Workbook(name, (text_table(data, Path(name).stem),))
    peculiar = peculiarities_of(Package(data)) if data.startswith(_ZIP) else {}
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = tuple(
            replace(
                _sheet(book.get_sheet_by_index(at), each.visible, peculiar.get(each.name, Peculiarities())),
                shows_formats=data.startswith(_ZIP),  # of an xls nobody says how numbers are shown
            )
            for at, each in enumerate(book.sheets_metadata)
            if each.typ is SheetTypeEnum.WorkSheet
        )
    except CalamineError:
        raise WorkbookError("E801", "文件已损坏，没有读完") from None
    return Workbook(name, sheets)


def _sheet(sheet: CalamineSheet, visible: SheetVisibleEnum, peculiar: Peculiarities) -> Sheet:
    if sheet.end is not None and (sheet.end[0] + 1) * (sheet.end[1] + 1) > MOST_CELLS:
        raise WorkbookError("E803", f"工作表“{sheet.name}”有 {sheet.end[0] + 1} 行，太大了")
    rows = sheet.to_python(skip_empty_area=False) if sheet.end is not None else []
    return Sheet(
        name=sheet.name,
        rows=tuple(tuple(map(_value, row)) for row in rows),
        is_hidden=visible is not SheetVisibleEnum.Visible,
        merged=tuple(_spans(sheet.merged_cell_ranges or ())),
        hidden_rows=frozenset(peculiar.hidden_rows),
        hidden_columns=frozenset(peculiar.hidden_columns),
        formulas=peculiar.formulas,
        uncomputed=frozenset(peculiar.uncomputed),
        failed=peculiar.failed,
        percentages=frozenset(peculiar.percentages),
        scaled=frozenset(peculiar.scaled),
        literals=peculiar.literals,
        marked=frozenset(peculiar.marked),
    )


def _spans(ranges: Iterable[tuple[Sequence[int], Sequence[int]]]) -> Iterable[Span]:
    return (Span(top[0], top[1], end[0], end[1]) for top, end in ranges)


def _value(value: Any) -> CellValue:  # noqa: ANN401 - whatever the library returns
    match value:
        case bool():
            return value
        case float() | int():
            return exact(value)
        case datetime.datetime():
            return value.date()
        case datetime.date():
            return value
        case datetime.timedelta() | datetime.time():
            return str(value)
        case _:
            return str(value) or None


def exact(number: float) -> Decimal:
    """Return the number that a spreadsheet shows for a binary fraction: of 15 digits."""
    found = Decimal(format(number, f".{_DIGITS}g"))
    return Decimal(int(found)) if found == found.to_integral_value() else found.normalize()
