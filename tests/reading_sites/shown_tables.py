"""What a table shows, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from generators.composing.kit.table import DataTable, Drawing, Piece, Small, Styled, TableView, Value
from generators.composing.kit.views import BarView, FigureView, Link, StatusView


def texts(view: TableView) -> list[dict[str, tuple[str, ...]]]:
    """Return each row of a table: for every column by name the texts of its pieces."""
    return [
        {column.name: tuple(map(text_of, cell.content)) for column, cell in row.cells} for row in view.rows
    ]


def column(view: TableView, name: str) -> list[str]:
    """Return the text of one column in every row, the pieces of a cell joined by a line break."""
    return ["\n".join(row[name]) for row in texts(view)]


def sort_keys(view: TableView, name: str) -> list[str | None]:
    """Return what each cell of one column is sorted by; ``None`` for its text."""
    return [cell.sort for row in view.rows for each, cell in row.cells if each.name == name]


def hrefs(view: TableView, name: str) -> list[str]:
    """Return where the links of one column lead, those of secondary lines among them."""
    return [
        href
        for row in view.rows
        for each, cell in row.cells
        if each.name == name
        for href in _hrefs_of(cell.content)
    ]


def _hrefs_of(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Small):
            yield from _hrefs_of(piece.content)
        elif isinstance(piece, Link | FigureView):
            yield piece.href


def drawn(view: TableView, name: str) -> list[object]:
    """Return what the macros of one column draw from, row by row."""
    return [
        argument
        for row in view.rows
        for each, cell in row.cells
        if each.name == name
        for piece in cell.content
        if isinstance(piece, Drawing)
        for argument in piece.arguments
    ]


def titles(view: TableView) -> list[str]:
    """Return the heads of the columns."""
    return [text_of(each.title) for each in view.columns]


def records(table: DataTable) -> list[Mapping[str, Value]]:
    """Return each row of the open data by the names of its columns."""
    names = [each.name for each in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def text_of(piece: Piece) -> str:
    """Return a piece as plain text."""
    match piece:
        case str():
            return piece
        case Link() | StatusView() | BarView():
            return piece.label
        case FigureView() | Styled() | Drawing():
            return piece.text
        case Small():
            return "".join(map(text_of, piece.content))
        case _:
            assert_never(piece)
