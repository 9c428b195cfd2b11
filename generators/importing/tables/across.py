"""Finds a table whose divisions stand side by side, with an indicator in each row, and turns it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.tables.division_names import DivisionNames
from generators.importing.tables.heads import JOINT, Head, is_unit, unit_in
from generators.importing.tables.rows import RowKind, TableRow
from generators.importing.tables.table import NOTE, Table, total_kind
from generators.model.division import Level
from generators.workbooks.reading.sheet import Cell, Sheet

_FEWEST: Final = 2
_UNIT_HEADS: Final = frozenset({"单位", "计量单位", "指标单位"})
_NUMBER_HEADS: Final = frozenset({"序号", "编号", "行号", "行次", "序", "号"})
_REMARKS: Final = re.compile("备注|说明|牵头|责任|联系")


def turned_table(sheet: Sheet, names: DivisionNames) -> Table | None:
    """Return the table of a sheet with its divisions side by side, turned so that each has a row.

    ``None`` if no row names more divisions of one level than any column names divisions.
    """
    in_rows, in_columns = Counter[tuple[int, Level]](), Counter[int]()
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            found = names.matches(value) if isinstance(value, str) else ()
            if found:
                in_rows[row, names.divisions[found[0]].level] += 1
                in_columns[column] += 1
    best, _ = max(in_rows, key=lambda each: (in_rows[each], -each[0]), default=(0, None))
    if max(in_rows.values(), default=0) < max(_FEWEST, 1 + max(in_columns.values(), default=0)):
        return None
    return _Turning(sheet, names, best).table()


class _Turning:
    """Turns one sheet, whose row ``names_row`` has the names."""

    def __init__(self, sheet: Sheet, names: DivisionNames, names_row: int) -> None:
        self._sheet = sheet
        self._names = names
        self._row = names_row
        self._covered = {
            (row, column): (span.top, span.left)
            for span in sheet.merged
            for row in range(span.top, span.bottom + 1)
            for column in range(span.left, span.right + 1)
        }
        named = [column for column in range(sheet.width) if names.matches(sheet.text(names_row, column))]
        self._first = named[0]
        while self._first > 0 and self._kind(self._first - 1) is not None:
            self._first -= 1

    def table(self) -> Table | None:
        """Return the turned table; ``None`` without a column that says what the rows are."""
        labels = [column for column in range(self._first) if self._column_head(column) not in _NUMBER_HEADS]
        units = [column for column in labels if self._column_head(column) in _UNIT_HEADS]
        words = [column for column in labels if column not in units]
        if not words:
            return None
        heads, last = self._heads(words, units)
        if not heads:
            return None
        corner = self._column_head(words[-1]) or "指标"
        return Table(
            self._sheet.turned(),
            head_top=words[-1],
            name_column=self._row,
            name_head=corner,
            heads=heads,
            rows=tuple(self._rows([head.column for head in heads])),
            above=tuple(self._texts(range(self._row))),
            below=tuple(self._texts(range(last + 1, len(self._sheet.rows)))),
        )

    def _text(self, cell: Cell) -> str:
        return compact(self._sheet.text(*self._covered.get(cell, cell)))

    def _column_head(self, column: int) -> str:
        return self._text((self._row, column))

    def _heads(self, words: list[int], units: list[int]) -> tuple[tuple[Head, ...], int]:
        """Return what each row below the names is, and the last of them; a note ends the table."""
        found: list[Head] = []
        group: dict[int, str] = {}
        last = self._row
        for row in range(self._row + 1, len(self._sheet.rows)):
            said = {column: self._text((row, column)) for column in words}
            if any(NOTE.fullmatch(text) for text in said.values()):
                break
            is_filled = self._is_filled(row)
            if not any(said.values()) and not is_filled:
                continue
            if not self._sheet.merged:
                for column in words[:-1]:
                    group[column] = said[column] = said[column] or group.get(column, "")
            text = JOINT.join(dict.fromkeys(filter(None, said.values()))) or f"第{row + 1}行"
            counted = [each for column in units if is_unit(each := self._text((row, column)))]
            unit = counted[0] if counted else unit_in(text)
            last = row
            if is_filled:
                found.append(Head(row, text, unit))
        return tuple(found), last

    def _is_filled(self, row: int) -> bool:
        return any(self._sheet.text(row, column) for column in range(self._first, self._sheet.width))

    def _kind(self, column: int) -> RowKind | None:
        return total_kind(compact(self._sheet.text(self._row, column)), self._names)

    def _rows(self, of_heads: Iterable[int]) -> Iterator[TableRow]:
        rows = tuple(of_heads)
        for column in range(self._first, self._sheet.width):
            name = self._sheet.text(self._row, column)
            found = self._names.matches(name)
            kind = self._kind(column)
            if found:
                yield TableRow(column, RowKind.PLACE, name, found)
            elif kind is not None:
                yield TableRow(column, kind, compact(name))
            elif _REMARKS.search(name) or not any(self._sheet.text(row, column) for row in rows):
                yield TableRow(column, RowKind.OTHER, compact(name))
            else:
                yield TableRow(column, RowKind.PLACE, name)

    def _texts(self, rows: range) -> Iterator[tuple[int, int, str]]:
        """Yield what stands in rows of the paper, by turned cells; a label together with what it labels."""
        for row in rows:
            filled = [column for column in range(self._sheet.width) if self._sheet.text(row, column)]
            for at, column in enumerate(filled):
                text = self._sheet.text(row, column)
                if compact(text).endswith(":") and at + 1 < len(filled):
                    text += self._sheet.text(row, filled[at + 1])
                yield column, row, text
