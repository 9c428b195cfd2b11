"""The cells of tables as HTML, and the pieces in them.

A site has some hundred thousand cells. They are joined here and not in a template, which would escape each
tag, attribute and text on its own: that took three times as long. Two thirds of their pieces have been drawn
before: the same statuses, divisions, sources and dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, Final, TypeAlias, assert_never

from jinja2 import Environment
from markupsafe import Markup

from generators.composing.kit.table import Cell, Column, Drawing, Piece, RowView, Small, Styled, TableView
from generators.composing.kit.views import BarView, FigureView, Link, StatusView
from generators.rendering.components import (
    bar_html,
    escaped,
    figure_html,
    link_html,
    small_html,
    status_html,
    styled_html,
)

_KEPT: Final = 20_000
"""How many pieces are kept as drawn; those of a county are fewer."""

_PLAIN: Final = Cell(())
"""A cell with neither span nor shade, as nearly all are."""

_DrawnPiece: TypeAlias = Link | FigureView | StatusView | BarView | Small | Styled | Drawing


class PieceRenderer:
    """Draws pieces and the content of cells; drawings with the macros of one environment."""

    def __init__(self, environment: Environment) -> None:
        """Add the filters of ``kit/table.j2``: those for pieces, rows and columns.

        Templates are loaded when the first drawing is drawn: by then the environment has all its filters.
        """
        self._environment = environment
        self._modules: dict[str, Any] = {}
        self._drawn = lru_cache(_KEPT)(self._draw)
        environment.filters["piece"] = self.piece
        environment.filters["rows"] = self.rows
        environment.filters["summary_rows"] = self.summary_rows
        environment.filters["plain_cells"] = self.plain_cells
        environment.filters["head_attributes"] = head_attributes
        environment.filters["column_names"] = column_names

    def piece(self, piece: Piece) -> Markup:
        """Return one piece as HTML."""
        return escaped(piece) if isinstance(piece, str) else self._drawn(piece)

    def _draw(self, piece: _DrawnPiece) -> Markup:
        match piece:
            case Link():
                drawn = link_html(piece)
            case FigureView():
                drawn = figure_html(piece)
            case StatusView():
                drawn = status_html(piece)
            case BarView():
                drawn = bar_html(piece)
            case Small():
                drawn = small_html(self._joined(piece.content), is_unbroken=piece.is_unbroken)
            case Styled():
                drawn = styled_html(piece.text, piece.emphasis)
            case Drawing():
                drawn = self._by_macro(piece)
            case _:
                assert_never(piece)
        return Markup(drawn)  # noqa: S704 - escaped where it is drawn

    def _by_macro(self, drawing: Drawing) -> str:
        if drawing.template not in self._modules:
            self._modules[drawing.template] = self._environment.get_template(drawing.template).module
        drawn: str = getattr(self._modules[drawing.template], drawing.macro)(*drawing.arguments)
        return drawn

    def rows(self, rows: Iterable[RowView], table: TableView) -> Markup:
        """Return rows of a table as HTML, each with the extra row below it, if it has one."""
        starts = {id(column): _start(_PLAIN, column) for column in table.columns}
        return Markup(  # noqa: S704 - escaped piece by piece
            "".join([self._row(row, table, starts) for row in rows])
        )

    def summary_rows(self, rows: Iterable[RowView], table: TableView) -> Markup:
        """Return rows that sum others up as HTML: they are neither sorted nor filtered."""
        mark = " data-tb-summary" if table.board else ""
        starts = {id(column): _start(_PLAIN, column) for column in table.columns}
        drawn = (f'<tr class="tb-summary"{mark}>{self._cells(row, starts)}</tr>' for row in rows)
        return Markup("".join(drawn))  # noqa: S704 - escaped piece by piece

    def plain_cells(self, row: RowView) -> Markup:
        """Return the cells of a row of a nested table as HTML: without attributes."""
        return Markup(  # noqa: S704 - pieces are escaped
            "".join(
                [
                    f"<th>{self._joined(cell.content)}</th>"
                    if column.is_head
                    else f"<td>{self._joined(cell.content)}</td>"
                    for column, cell in row.cells
                ]
            )
        )

    def _row(self, row: RowView, table: TableView, starts: Mapping[int, str]) -> str:
        anchor = f' id="{escaped(row.anchor)}"' if row.anchor else ""
        status = f' data-status="{escaped(row.status)}"' if row.status else ""
        return f"<tr{anchor}{status}>{self._cells(row, starts)}</tr>{self._more(row.more, table)}"

    def _more(self, more: Piece | None, table: TableView) -> str:
        if more is None:
            return ""
        follows = " data-tb-follows" if table.board else ""
        span = len(table.columns)
        return f'<tr class="tb-why-row"{follows}><td colspan="{span}">{self.piece(more)}</td></tr>'

    def _cells(self, row: RowView, starts: Mapping[int, str]) -> str:
        """Return the cells; ``starts`` has the start tag of a cell with neither span nor shade by column."""
        found = []
        for column, cell in row.cells:
            is_plain = cell.span == 1 and not cell.shade
            start = starts[id(column)] if is_plain else _start(cell, column)
            end = "</th>" if column.is_head else "</td>"
            found.append(f"{start}{_keys(cell)}>{self._joined(cell.content)}{end}")
        return "".join(found)

    def _joined(self, pieces: Iterable[Piece]) -> str:
        return "".join([escaped(each) if isinstance(each, str) else self._drawn(each) for each in pieces])


def _start(cell: Cell, column: Column[Any]) -> str:
    """Return the start tag of a cell without the keys by which it is sorted and filtered, and unclosed.

    A cell that covers several columns is aligned and wrapped like none of them.
    """
    is_alone = cell.span == 1
    classes = _classes(
        column.is_number and is_alone,
        column.width.value if is_alone else "",
        cell.shade,
    )
    tag = '<th scope="row"' if column.is_head else "<td"
    span = "" if is_alone else f' colspan="{cell.span}"'
    return f"{tag}{span}{classes}"


def _keys(cell: Cell) -> str:
    """Return the attributes by which a cell is sorted and filtered."""
    status = f' data-status="{escaped(" ".join(cell.statuses))}"' if cell.statuses else ""
    sort = f' data-sort="{escaped(cell.sort)}"' if cell.sort is not None else ""
    return f"{status}{sort}"


@cache
def _classes(is_number: bool, width: str, shade: str) -> str:  # noqa: FBT001 - cached
    """Return the attribute with the classes of a cell; a site has few different ones."""
    names = ("tb-num" if is_number else "", width, shade)
    text = " ".join(filter(None, names))
    return f' class="{escaped(text)}"' if text else ""


def head_attributes(column: Column[Any]) -> Markup:
    """Return the attributes of the head of a column as HTML, with a space before each."""
    classes = _classes(column.is_number or column.is_shaded, "", "")
    unsorted = "" if column.is_sortable else " data-tb-unsorted"
    return Markup(classes + unsorted)  # noqa: S704 - no text of a reader


def column_names(columns: Iterable[Column[Any]]) -> Markup:
    """Return the names of columns as declarations of CSS: ``--tb-2:'目标';--tb-3:'数值'``.

    Phones show them beside the cells (``stacked-tables.css``); the head of a row needs no name.
    """
    named = (
        f"--tb-{at}:'{escaped(_css_text(column))}'"
        for at, column in enumerate(columns, start=1)
        if not column.is_head
    )
    return Markup(";".join(named))  # noqa: S704 - escaped name by name


def _css_text(column: Column[Any]) -> str:
    """Return the name of a column and its unit as the content of a string of CSS."""
    match column.title:
        case Link(label=name) | Styled(text=name) | Drawing(text=name):
            pass
        case str() as name:
            pass
        case never:
            assert_never(never)
    text = f"{name}（{column.unit}）" if column.unit else name
    return re.sub(r"[\\'\n]", lambda found: f"\\{ord(found[0]):x} ", text)
