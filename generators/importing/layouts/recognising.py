"""Finds the layout on record that a sheet has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.tables.heads import Head
from generators.importing.tables.table import Table
from generators.model.import_layout import ImportColumn, ImportLayout

RUNNING_NUMBERS: Final = frozenset({"序号", "编号", "行号", "序", "号", "No.", "NO.", "No"})
"""Heads of columns that only number the rows."""


def column_of(layout: ImportLayout, head: Head) -> ImportColumn | None:
    """Return what a layout says of the column under ``head``, ``None`` if nothing."""
    return next((column for text, column in layout.columns.items() if compact(text) == head.text), None)


def layout_of(table: Table, layouts: Mapping[str, ImportLayout], wanted: str | None = None) -> str | None:
    """Return the name of the layout all of whose columns the table has, ``None`` if there is none.

    Of several it is the one with most columns; only ``wanted``, if that is given.
    """
    fitting = [
        (len(layout.columns), name)
        for name, layout in layouts.items()
        if wanted in {None, name} and not missing_heads(table, layout)
    ]
    return max(fitting)[1] if fitting else None


def missing_heads(table: Table, layout: ImportLayout) -> tuple[str, ...]:
    """Return the heads of ``layout`` that the table lacks, that of the names first."""
    heads = {head.text for head in table.heads}
    names = () if compact(layout.division) == table.name_head else (layout.division,)
    return (*names, *(text for text in layout.columns if compact(text) not in heads))


def nearest_layout(table: Table, layouts: Mapping[str, ImportLayout]) -> str | None:
    """Return the name of the layout that shares more than half of its heads with the table, or ``None``."""

    def share(layout: ImportLayout) -> float:
        return 1 - len(missing_heads(table, layout)) / (1 + len(layout.columns))

    best = max(layouts, key=lambda name: (share(layouts[name]), name), default=None)
    return best if best is not None and share(layouts[best]) > 1 / 2 else None


def unknown_heads(table: Table, layout: ImportLayout) -> Iterable[Head]:
    """Yield the heads with cells below them that ``layout`` does not have, but for running numbers."""
    for head in table.heads:
        if head.text in RUNNING_NUMBERS or column_of(layout, head) is not None:
            continue
        if any(table.sheet.text(row.at, head.column) for row in table.places):
            yield head
