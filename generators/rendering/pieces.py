"""The pieces of a table's cells as HTML: each kind by one macro."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, assert_never

from jinja2 import Environment
from markupsafe import Markup, escape

from generators.composing.kit.table import Cell, Column, Drawing, Piece, Small, Styled
from generators.composing.kit.views import BarView, FigureView, Link, StatusView

_COMPONENTS: Final = "kit/components.j2"
_CHARTS: Final = "kit/charts.j2"


class PieceRenderer:
    """Draws pieces and the content of cells with the macros of one environment."""

    def __init__(self, environment: Environment) -> None:
        """Add the filters of ``kit/table.j2``: ``piece``, ``content``, ``attributes``, ``head_attributes``.

        Templates are loaded when the first piece is drawn: by then the environment has all its filters.
        """
        self._environment = environment
        self._modules: dict[str, Any] = {}
        environment.filters["piece"] = self.piece
        environment.filters["content"] = self.content
        environment.filters["attributes"] = attributes
        environment.filters["head_attributes"] = head_attributes

    def piece(self, piece: Piece) -> Markup:
        """Return one piece as HTML."""
        if isinstance(piece, str):
            return escape(piece)
        arguments: tuple[object, ...]
        template, macro, arguments = _COMPONENTS, "", (piece,)
        match piece:
            case Link():
                macro = "link"
            case FigureView():
                macro = "figure"
            case StatusView():
                macro = "status"
            case BarView():
                template, macro = _CHARTS, "bar"
            case Small():
                macro, arguments = "small", (self._joined(piece.content), piece.is_unbroken)
            case Styled():
                macro, arguments = piece.emphasis.value, (piece.text,)
            case Drawing():
                template, macro, arguments = piece.template, piece.macro, piece.arguments
            case _:
                assert_never(piece)
        return self._drawn(template, macro, arguments)

    def content(self, cell: Cell) -> Markup:
        """Return what stands in a cell as HTML."""
        return self._joined(cell.content)

    def _joined(self, pieces: Iterable[Piece]) -> Markup:
        return Markup("").join(map(self.piece, pieces))

    def _drawn(self, template: str, macro: str, arguments: tuple[object, ...]) -> Markup:
        if template not in self._modules:
            self._modules[template] = self._environment.get_template(template).module
        drawn: Markup = getattr(self._modules[template], macro)(*arguments)
        return drawn


def attributes(cell: Cell, column: Column[Any]) -> Markup:
    """Return the attributes of a cell as HTML, with a space before each.

    A cell that covers several columns is aligned and wrapped like none of them.
    """
    of_column = ("tb-num" if column.is_number else "", column.width.value) if cell.span == 1 else ()
    classes = (*of_column, cell.shade, _on_phones(column))
    found = {
        "scope": "row" if column.is_head else "",
        "colspan": str(cell.span) if cell.span > 1 else "",
        "class": " ".join(filter(None, classes)),
        "data-status": " ".join(cell.statuses),
    }
    text = "".join(f' {name}="{escape(value)}"' for name, value in found.items() if value)
    sort = f' data-sort="{escape(cell.sort)}"' if cell.sort is not None else ""
    return Markup(text + sort)  # noqa: S704 - escaped above


def head_attributes(column: Column[Any]) -> Markup:
    """Return the attributes of the head of a column as HTML, with a space before each."""
    classes = ("tb-num" if column.is_number or column.is_shaded else "", _on_phones(column))
    text = " ".join(filter(None, classes))
    unsorted = "" if column.is_sortable else " data-tb-unsorted"
    return Markup((f' class="{text}"' if text else "") + unsorted)  # noqa: S704 - no text of a reader


def _on_phones(column: Column[Any]) -> str:
    return "tb-not-phone" if column.is_below_head_on_phones else ""
