"""Reads a table saved as text: csv in UTF-8, UTF-16 or GBK, separated by commas, tabs or semicolons."""

from __future__ import annotations

import codecs
import csv
from typing import Final

from generators.workbooks.reading.errors import WorkbookError
from generators.workbooks.reading.sheet import Sheet

_ENCODINGS: Final = ("utf-8-sig", "gb18030")
_SEPARATORS: Final = ("\t", ";", ",")
"""What may separate cells; the last is also written in numbers and sentences."""

_LONGEST_CELL: Final = 1_000_000
_MOST_COLUMNS: Final = 2000


def text_table(data: bytes, name: str) -> Sheet:
    """Return the table in ``data`` as a sheet called ``name``, every cell as text.

    Raises :class:`WorkbookError` with E801 if it is no table.
    """
    if not data.strip(b"\r\n\t ,;\0"):
        raise WorkbookError("E801", "文件是空的")
    text = _decoded(data)
    lines = text.splitlines()
    # A title has none of them, and a comma may stand in every line of another kind, such as in 1,200.
    separator = max(_SEPARATORS, key=lambda each: sum(each in line for line in lines))
    if not any(each in text for each in _SEPARATORS):
        raise WorkbookError("E801", "这不是表格：既不是 xlsx、xls、et，也不是用逗号分隔的 csv")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=separator))
    except csv.Error:
        raise WorkbookError("E801", "csv 的引号不成对，没有读完") from None
    width = max(map(len, rows), default=0)
    if width > _MOST_COLUMNS:
        raise WorkbookError("E803", f"有 {width} 列，太多了")
    return Sheet(
        name, tuple(tuple(cell or None for cell in (*row, *[""] * (width - len(row)))) for row in rows)
    )


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise WorkbookError("E801", "这不是表格：既不是 xlsx、xls、et，也不是 UTF-8 或 GBK 的 csv")
