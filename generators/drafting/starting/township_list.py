"""Reads the townships as an office has them: typed in one line, or in a text or CSV file, or a workbook."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from generators.drafting.errors import DraftError
from generators.reading.project_files import printable
from generators.system_errors import reason_of
from generators.workbooks.reading.errors import WorkbookError
from generators.workbooks.reading.opening import is_workbook, opened, workbook_of

_LARGEST: Final = 1_000_000
_HEADS: Final = frozenset(
    {"名称", "乡镇", "乡镇名称", "镇街", "镇街名称", "乡镇街道", "乡镇（街道）", "单位", "单位名称"}
)
_ID_HEADS: Final = frozenset({"标识", "代号", "id"})
_TOTAL: Final = re.compile("合计|总计|小计|全[县市区]")
_NUMBER: Final = re.compile(r"[0-9]{1,3}[.、．]?")


def typed_townships(text: str) -> tuple[tuple[str, str], ...]:
    """Return name and id of each township in ``何田乡=hetian、齐溪镇``; an id that is not given is empty."""
    parts = (part for part in re.split(r"[、，,；;\s]+", text) if part)
    return tuple(_named(part) for part in parts)


def _named(part: str) -> tuple[str, str]:
    name, _, given_id = re.sub("＝", "=", part).partition("=")
    return name.strip(), given_id.strip()


def listed_townships(file: Path) -> tuple[tuple[str, str], ...]:
    """Return name and id of each township in ``file``: one to a line, or a CSV file, in UTF-8 or GBK.

    In a workbook they are below the head 乡镇 or the like, without totals. Elsewhere the names are in the
    column headed 乡镇 or the like, else in the first that is no number; the ids in the column headed 标识,
    without heads in the one after the names. Raises ``DraftError`` if it cannot be read.
    """
    shown = printable(str(file))
    try:
        content = file.read_bytes()
    except OSError as error:
        raise DraftError(f"乡镇名单 {shown} 打不开：{reason_of(error)}；请核对路径") from None
    if is_workbook(content):
        return _in_workbook(content, file.name, shown)
    if len(content) > _LARGEST or b"\0" in content:
        raise DraftError(f"乡镇名单 {shown} 不是文本：请在 Excel 中另存为 CSV，再用 --townships-file 指明")
    separator = "\t" if b"\t" in content else ","
    rows = [
        [cell.strip() for cell in row]
        for row in csv.reader(_decoded(content, shown).splitlines(), delimiter=separator)
        if any(cell.strip() for cell in row)
    ]
    return tuple(_from_rows(rows))


def _in_workbook(content: bytes, name: str, shown: str) -> tuple[tuple[str, str], ...]:
    try:
        workbook = workbook_of(opened(content), name)
    except WorkbookError as error:
        raise DraftError(f"乡镇名单 {shown} 读不出来：{error.detail}") from None
    for sheet in workbook.sheets:
        rows = [
            [_plain(sheet.text(at, column)) for column in range(sheet.width)] for at in range(len(sheet.rows))
        ]
        head = next((at for at, row in enumerate(rows) if _column(row, _HEADS) is not None), None)
        if head is not None and not sheet.is_hidden:
            return tuple(
                each for each in _from_rows(rows[head:]) if each[0] and not _TOTAL.fullmatch(each[0])
            )
    raise DraftError(f"乡镇名单 {shown} 里没有一列的表头是“乡镇”：请改表头，或用 --townships 写明")


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).replace("(", "（").replace(")", "）")


def _decoded(content: bytes, shown: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DraftError(f"乡镇名单 {shown} 的编码既不是 UTF-8 也不是 GBK：请另存为 UTF-8")


def _column(head: Sequence[str], wanted: Iterable[str]) -> int | None:
    return next((at for at, cell in enumerate(head) if cell.casefold() in wanted), None)


def _from_rows(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    if not rows:
        return
    column = _column(rows[0], _HEADS)
    id_column = None if column is None else _column(rows[0], _ID_HEADS)
    for row in rows if column is None else rows[1:]:
        at = _first_name(row) if column is None else column
        id_at = at + 1 if column is None else id_column
        name = row[at] if at < len(row) else ""
        if len(row) == 1:
            yield _named(name)
        else:
            yield name, row[id_at] if id_at is not None and id_at < len(row) else ""


def _first_name(row: Sequence[str]) -> int:
    """Return the index of the first cell that is not a row number."""
    return next((at for at, cell in enumerate(row) if cell and not _NUMBER.fullmatch(cell)), 0)
