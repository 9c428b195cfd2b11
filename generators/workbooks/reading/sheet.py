"""What is read of a workbook: its sheets, their cells as plain values, and what is peculiar about a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias

CellValue: TypeAlias = str | Decimal | bool | date | None
"""The value of a cell: text, an exact number, a flag, a day; ``None`` if it is empty."""

Cell: TypeAlias = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass(frozen=True, slots=True)
class Span:
    """The merged cells from ``top`` and ``left`` to ``bottom`` and ``right``, all included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: ``rows`` of the same length, each cell a value.

    ``formulas`` are the texts of formulas by cell, ``uncomputed`` those of them that have no value,
    ``failed`` the errors such as ``#DIV/0!``, ``percentages`` the numbers that are shown as percentages,
    ``scaled`` those that are shown in thousands or the like, ``literals`` the words that formats show with
    numbers: 万元 of ``0"万元"``. ``marked`` are texts with raised or struck-out characters among the others.
    Without ``shows_formats`` nobody can see how numbers are shown. A sheet that ``is_turned`` has the rows of
    the paper as columns.
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    is_hidden: bool = False
    merged: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas: Mapping[Cell, str] = field(default_factory=dict)
    uncomputed: frozenset[Cell] = frozenset()
    failed: Mapping[Cell, str] = field(default_factory=dict)
    percentages: frozenset[Cell] = frozenset()
    scaled: frozenset[Cell] = frozenset()
    literals: Mapping[Cell, str] = field(default_factory=dict)
    marked: frozenset[Cell] = frozenset()
    shows_formats: bool = True
    is_turned: bool = False

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def value(self, row: int, column: int) -> CellValue:
        """Return the value of a cell, ``None`` beyond the last row or column."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    def text(self, row: int, column: int) -> str:
        """Return the value of a cell as text, without blanks around it; empty for an empty cell."""
        return text_of(self.value(row, column))

    def on_paper(self, cell: Cell) -> Cell:
        """Return the row and column of a cell as the workbook has it."""
        return (cell[1], cell[0]) if self.is_turned else cell

    def turned(self) -> Sheet:
        """Return the sheet with rows as columns; turned twice it is as before."""
        return replace(
            self,
            rows=tuple(zip(*self.rows, strict=True)),
            merged=tuple(Span(each.left, each.top, each.right, each.bottom) for each in self.merged),
            hidden_rows=self.hidden_columns,
            hidden_columns=self.hidden_rows,
            formulas={_turned(cell): each for cell, each in self.formulas.items()},
            uncomputed=frozenset(map(_turned, self.uncomputed)),
            failed={_turned(cell): each for cell, each in self.failed.items()},
            percentages=frozenset(map(_turned, self.percentages)),
            scaled=frozenset(map(_turned, self.scaled)),
            literals={_turned(cell): each for cell, each in self.literals.items()},
            marked=frozenset(map(_turned, self.marked)),
            is_turned=not self.is_turned,
        )


def _turned(cell: Cell) -> Cell:
    return cell[1], cell[0]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook: the ``name`` of its file, and its sheets in their order, hidden ones too."""

    name: str
    sheets: tuple[Sheet, ...]


def text_of(value: CellValue) -> str:
    """Return a value as text, without blanks around it: numbers without exponent, days as 2026-03-05."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case str():
            return value.strip()
