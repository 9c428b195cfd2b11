"""Layouts made of others: with changes, with what a similar one says, under a name of its own."""

from __future__ import annotations

from collections.abc import Mapping

from generators.model.import_layout import ImportColumn, ImportLayout


def replace_layout(layout: ImportLayout, **changes: object) -> ImportLayout:
    """Return a layout with ``changes``, without the places of the one it is made of."""
    return layout.detached(**changes)


def with_columns_of(
    layout: ImportLayout, proposal: ImportLayout, said: Mapping[str, ImportColumn]
) -> ImportLayout:
    """Return ``proposal`` with what ``layout`` says of the heads that both have, of rows and of readers.

    What somebody ``said`` just now of a head stays.
    """
    columns: dict[str, ImportColumn] = {**proposal.columns}
    columns.update(
        {head: each for head, each in layout.columns.items() if head in columns and head not in said}
    )
    return replace_layout(
        layout, title=proposal.title, division=proposal.division, columns=columns, confirmed=False
    )


def free_name(wanted: str, known: Mapping[str, ImportLayout]) -> str:
    """Return ``wanted``, with a number if a layout of that name is known."""
    names = (wanted if at == 1 else f"{wanted}-{at}" for at in range(1, len(known) + 2))
    return next(name for name in names if name not in known)
