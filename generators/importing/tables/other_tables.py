"""Finds where another table of the same sheet begins: below with other heads, or beside the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generators.importing.cells.characters import compact
from generators.importing.tables.division_names import DivisionNames
from generators.importing.tables.heads import JOINT, Head
from generators.importing.tables.rows import RowKind, TableRow
from generators.workbooks.reading.sheet import Cell, Sheet


def other_table(
    sheet: Sheet,
    first: int,
    columns: tuple[int, Sequence[int]],
    heads: Sequence[Head],
    rows: Sequence[TableRow],
    names: DivisionNames,
) -> Cell | None:
    """Return the first cell of another table, ``None`` if there is none.

    ``columns`` are the one of the names, and the others with a name of a division anywhere.
    """
    column, others = columns
    return min(
        (*_other_heads(sheet, first, column, heads, rows), *_other_names(sheet, first, others, rows, names)),
        default=None,
    )


def _other_heads(
    sheet: Sheet, first: int, column: int, heads: Iterable[Head], rows: Iterable[TableRow]
) -> Iterator[Cell]:
    """Yield the rows that begin like the head, but have other words in it, or follow after the end."""
    kinds = {row.at: row.kind for row in rows}
    words = {head.column: frozenset(head.text.split(JOINT)) for head in heads}
    for row in range(first, len(sheet.rows)):
        if kinds.get(row, RowKind.OTHER) is not RowKind.OTHER:
            continue
        if compact(sheet.text(row, column)) not in words.get(column, frozenset()):
            continue
        texts = {at: compact(sheet.text(row, at)) for at in range(sheet.width)}
        is_other = any(text and text not in words.get(at, frozenset()) for at, text in texts.items())
        if is_other or row > max(kinds, default=first):
            yield row, column


def _other_names(
    sheet: Sheet,
    first: int,
    others: Iterable[int],
    rows: Iterable[TableRow],
    names: DivisionNames,
) -> Iterator[Cell]:
    """Yield names of divisions outside of the column of names, of the level that is in it.

    Beside that of the same division, and where another level is in the column, they only say where a row is.
    """
    named = {row.at: row.divisions for row in rows if row.divisions}
    levels = {names.divisions[each].level for found in named.values() for each in found}
    for at in range(first, len(sheet.rows)):
        for other in others:
            found = names.matches(sheet.text(at, other))
            is_same_level = any(names.divisions[each].level in levels for each in found)
            if is_same_level and not set(found) & set(named.get(at, ())):
                yield at, other
