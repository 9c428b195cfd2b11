"""Tables in a text: blocks of lines that ``|``, tabs or commas divide into cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_BLANK_LINES: Final = re.compile(r"\n[ \t]*\n")
_SEPARATORS: Final = "|\t,"
_AROUND: Final = ' \t"'
_LONGEST_HEADING: Final = 24
_RULE: Final = re.compile(r"[|\s:,=+-]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell without the blanks around it, its start, and its column from 0."""

    text: str
    start: int
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, which begins at ``start``."""

    start: int
    line: str
    separator: str

    def cells(self) -> list[Cell]:
        """Return the cells; they are computed anew, since a table may have very many."""
        cells, at = [], self.start
        for column, part in enumerate(self.line.split(self.separator)):
            cells.append(Cell(part.strip(_AROUND), at + len(part) - len(part.lstrip(_AROUND)), column))
            at += len(part) + 1
        return cells

    def column(self, offset: int) -> int:
        """Return the column at ``offset``."""
        return self.line.count(self.separator, 0, offset - self.start)


@dataclass(frozen=True)
class Table:
    """A block of lines; ``caption`` is what precedes the head: the line before the block, and title rows."""

    caption: str
    rows: tuple[Row, ...]

    @cached_property
    def starts(self) -> list[int]:
        """Return where the rows begin."""
        return [row.start for row in self.rows]

    @cached_property
    def head(self) -> int:
        """Return the index of the first row with two cells that are not empty, 0 if there is none."""
        found = (at for at, row in enumerate(self.rows) if _filled(row) > 1)
        return next(found, 0)

    @cached_property
    def headings(self) -> dict[int, str]:
        """Return the texts of the head by column; a sentence is no heading."""
        return {
            cell.column: cell.text
            for cell in self.rows[self.head].cells()
            if len(cell.text) <= _LONGEST_HEADING
        }


class Tables:
    """All tables of a text, found by an offset."""

    def __init__(self, text: str) -> None:
        """Divide ``text`` at its blank lines; a block of one line is no table."""
        self.found: list[Table] = []
        start, line_before = 0, ""
        for block_end, next_start in (
            *(match.span() for match in _BLANK_LINES.finditer(text)),
            (len(text),) * 2,
        ):
            block = text[start:block_end]
            self._add(block, start, line_before)
            line_before = block.rstrip().rpartition("\n")[2][-80:] or line_before
            start = next_start
        self._starts = [table.rows[0].start for table in self.found]

    def _add(self, block: str, start: int, line_before: str) -> None:
        lines = block.split("\n")
        separator = _separator(lines)
        if separator is None:
            return
        rows, at = [], start
        for line in lines:
            if line.strip() and not ("-" in line and _RULE.fullmatch(line)):
                rows.append(Row(at, line, separator))
            at += len(line) + 1
        titles = [row.line.strip(f"{_AROUND}{separator}") for row in rows[:3] if _filled(row) == 1]
        self.found.append(Table(" ".join((line_before, *titles)), tuple(rows)))

    def at(self, offset: int) -> tuple[Table, int] | None:
        """Return the table at ``offset`` and the index of the row; ``None`` outside tables."""
        found = bisect_right(self._starts, offset) - 1
        if found < 0:
            return None
        table = self.found[found]
        at = bisect_right(table.starts, offset) - 1
        row = table.rows[at]
        return (table, at) if offset <= row.start + len(row.line) else None

    def heading(self, offset: int) -> str:
        """Return the head of the column at ``offset``; empty in the head itself and outside tables."""
        match self.at(offset):
            case (table, at) if at > table.head:
                return table.headings.get(table.rows[at].column(offset), "")
            case _:
                return ""


def _filled(row: Row) -> int:
    """Return how many cells of a row hold a text."""
    return sum(bool(part.strip(_AROUND)) for part in row.line.split(row.separator))


def _separator(lines: list[str]) -> str | None:
    """Return what divides the first line that is divided at all, of at least two; else ``None``."""
    if len(lines) < 2:  # noqa: PLR2004  a head and a row
        return None
    return next((each for line in lines[:3] for each in _SEPARATORS if each in line.strip()), None)
