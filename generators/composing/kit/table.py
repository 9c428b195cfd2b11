"""Tables: one definition gives a page's table with its sort keys, and the columns and rows of the open data.

A noun defines a `Table` as named columns over one type of row. `Table.view` evaluates the columns that a page
shows; the template ``kit/table.j2`` draws the result. `Table.data` evaluates the columns of the open data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Final, Generic, TypeAlias, TypeVar

from generators.composing.kit.views import BarView, FigureView, Link, StatusView

Row = TypeVar("Row")

NOTHING: Final = "—"
"""What stands in a cell that has nothing to show."""


def _none(_: object) -> str:
    """Return nothing: a row without anchor or status."""
    return ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A part that a macro of a template draws from its arguments: ``interval`` of ``rankings/parts.j2``.

    ``text`` says the same in words, for those who cannot see it drawn.
    """

    template: str
    macro: str
    arguments: tuple[object, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Small:
    """A secondary line below the text of a cell; ``is_unbroken`` keeps it on one line."""

    content: tuple[Piece, ...]
    is_unbroken: bool = False


class Emphasis(Enum):
    """How a text stands out; the value is the macro of ``kit/components.j2`` that draws it."""

    FLAG = "flag"
    """A few words that warn, beside the text of a cell."""
    UNBROKEN = "unbroken"
    """Kept on one line."""
    STRONG = "strong"
    RANK = "rank"
    CODE = "code"
    """A name as it is written in data."""
    CORRECTION = "correction"
    """That a figure was corrected."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A text that is drawn in a way of its own."""

    text: str
    emphasis: Emphasis


Piece: TypeAlias = "str | Link | FigureView | StatusView | BarView | Small | Styled | Drawing"
"""Everything that may stand in a cell; rendering draws each kind by one macro."""

Value: TypeAlias = str | bool
"""A value of the open data; numbers and dates are text, so that nothing is rounded on the way."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: its pieces one after the other.

    ``sort`` is what the column is sorted by in place of the text: a number, or an empty text for a cell that
    always comes last. ``span`` is how many columns it covers. ``statuses`` are the keys that the filter looks
    for in this cell. ``shade`` is the class of its background.
    """

    content: tuple[Piece, ...]
    sort: str | None = None
    span: int = 1
    statuses: tuple[str, ...] = ()
    shade: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether the cell has nothing to show, or a dash for nothing."""
        return self.content in ((), (NOTHING,))


def cell(*content: Piece | None, sort: str | int | None = None, span: int = 1) -> Cell:
    """Return a cell of these pieces, without those that are empty or ``None``."""
    pieces = tuple(each for each in content if each is not None and each != "")
    return Cell(pieces, str(sort) if sort is not None else None, span)


def small(*content: Piece | None, is_unbroken: bool = False) -> Small | None:
    """Return a secondary line of these pieces; ``None`` where none of them has anything to show."""
    pieces = tuple(each for each in content if each is not None and each not in ("", Link("")))
    return Small(pieces, is_unbroken) if pieces else None


def flag(text: str) -> Styled | None:
    """Return a warning; ``None`` for an empty text."""
    return Styled(text, Emphasis.FLAG) if text else None


def unbroken(text: str) -> Styled:
    """Return a text that is kept on one line."""
    return Styled(text, Emphasis.UNBROKEN)


def day_key(day: date | None) -> str:
    """Return a day as the number ``20260331``, the sort key of a column of days; empty for none."""
    return f"{day:%Y%m%d}" if day is not None else ""


class Width(Enum):
    """How much room the cells of a column get; the value is their class."""

    NORMAL = ""
    UNBROKEN = "tb-nowrap"
    """Kept on one line."""
    WIDE = "tb-wide"
    """More room on a narrow screen, for bars and sentences."""
    BAR = "tb-tier-cell"
    """Room for a stacked bar."""


class DataType(Enum):
    """The type of a column of the open data, in the words of the Table Schema of data packages."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ANY = "any"
    """Numbers in some rows, truth values or words in others."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: ``show`` makes its cell on a page, ``value`` its value in the open data, if any.

    ``name`` identifies the column within its table and heads it in CSV and JSON; ``meaning`` describes it
    there. ``title`` heads it on pages, with ``unit`` below. A column that ``is_head`` says what the row is
    about; one that ``is_number`` is aligned to the right; in one that ``is_shaded`` the background of a cell
    says how much is attained. ``is_sortable`` is false where an order would say nothing. On a phone a column
    that ``is_below_head_on_phones`` has no cells: what they say stands below the head of its row instead.
    """

    name: str
    title: Piece = ""
    show: Callable[[Row], Cell] | None = None
    unit: str = ""
    is_head: bool = False
    is_number: bool = False
    is_shaded: bool = False
    is_sortable: bool = True
    is_below_head_on_phones: bool = False
    width: Width = Width.NORMAL
    meaning: str = ""
    value: Callable[[Row], Value] | None = None
    type: DataType = DataType.STRING


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as it is drawn: each cell with its column. ``more`` fills a whole row of its own below."""

    cells: tuple[tuple[Column[Any], Cell], ...]
    anchor: str = ""
    status: str = ""
    more: Piece | None = None


@dataclass(frozen=True, slots=True)
class GroupView:
    """Rows that belong together; ``head`` stands above them, where there is one."""

    head: Piece | None
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as ``kit/table.j2`` draws it: ``columns`` in the order of the page, and the groups of its rows.

    ``label`` names it to those who cannot see it. ``board`` is the id of one that can be sorted and filtered.
    """

    table: Table[Any]
    columns: tuple[Column[Any], ...]
    groups: tuple[GroupView, ...]
    label: str
    board: str = ""

    def __bool__(self) -> bool:
        """Return whether there are rows: a page has no section for a table without any."""
        return bool(self.groups)

    @property
    def rows(self) -> Iterator[RowView]:
        """Yield the rows of all groups."""
        return (row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of the open data: ``name`` is that of its files; each row has a value for each column."""

    name: str
    title: str
    description: str
    columns: tuple[Column[Any], ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """The definition of a table over one type of row.

    ``anchor`` names a row so that links can lead to it; ``status`` is the key that the filter looks for;
    ``more`` makes what fills a row of its own below. ``classes`` are those of the HTML table beside
    ``tb-table``. ``is_tall`` keeps a long table within the window; ``prints_across`` puts it on paper turned
    on its side. ``is_searchable`` is false for what only repeats other pages. ``is_nested`` is a table within
    a cell of another. ``empty`` is what a page says in place of a table without rows.
    """

    columns: tuple[Column[Row], ...]
    anchor: Callable[[Row], str] = _none
    status: Callable[[Row], str] = _none
    more: Callable[[Row], Piece] | None = None
    classes: str = ""
    is_tall: bool = False
    prints_across: bool = False
    is_searchable: bool = True
    is_nested: bool = False
    empty: str = ""

    def view(
        self,
        rows: Iterable[Row],
        label: str,
        *,
        columns: Sequence[str] | None = None,
        without: Sequence[str] = (),
        board: str = "",
    ) -> TableView:
        """Return the table of ``rows`` for a page: the named ``columns`` in their order, or all it can show.

        Of these, those named in ``without`` are left out. Raises ``KeyError`` for a column that has no cells.
        """
        return self.grouped_view(((None, rows),), label, columns=columns, without=without, board=board)

    def grouped_view(
        self,
        groups: Iterable[tuple[Piece | None, Iterable[Row]]],
        label: str,
        *,
        columns: Sequence[str] | None = None,
        without: Sequence[str] = (),
        board: str = "",
    ) -> TableView:
        """Return the table for a page with its rows in groups, each below its head where it has one."""
        shown = self._shown(columns, without)
        views = (GroupView(head, tuple(self._row(row, shown) for row in rows)) for head, rows in groups)
        return TableView(self, shown, tuple(each for each in views if each.rows), label, board)

    def data(self, name: str, title: str, description: str, rows: Iterable[Row]) -> DataTable:
        """Return the table of ``rows`` for the open data: all columns that have a value."""
        columns = tuple(each for each in self.columns if each.value is not None)
        values = [each.value for each in columns if each.value is not None]
        return DataTable(
            name, title, description, columns, tuple(tuple(value(row) for value in values) for row in rows)
        )

    def _shown(self, names: Sequence[str] | None, without: Sequence[str]) -> tuple[Column[Row], ...]:
        by_name = {each.name: each for each in self.columns if each.show is not None}
        chosen = list(by_name) if names is None else names
        left_out = {by_name[name].name for name in without}
        return tuple(by_name[name] for name in chosen if name not in left_out)

    def _row(self, row: Row, columns: Sequence[Column[Row]]) -> RowView:
        return RowView(
            tuple(self._cells(row, columns)),
            self.anchor(row),
            self.status(row),
            self.more(row) if self.more is not None else None,
        )

    def _cells(self, row: Row, columns: Sequence[Column[Row]]) -> Iterator[tuple[Column[Row], Cell]]:
        """Yield the cells of a row; a cell that spans several columns stands for those after it."""
        covered = 0
        for column in columns:
            if covered:
                covered -= 1
            elif column.show is not None:
                shown = column.show(row)
                covered = shown.span - 1
                yield column, shown


_NO_COLUMNS: Final[Table[None]] = Table(())

NO_TABLE: Final = _NO_COLUMNS.view((), "")
"""The table of a page that has none."""
