"""Tables: one definition gives both the table of a page, with its sort keys, and the table of the open data.

A noun defines a `Table` as named columns over one type of row. `Table.view` evaluates the columns that a page
shows; the template ``kit/table.j2`` draws the result. `Table.data` evaluates the columns of the open data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, Final, Generic, TypeAlias, TypeVar

from generators.composing.kit import urls
from generators.composing.kit.views import BarView, FigureView, Link, StatusView
from generators.languages import translated

Row = TypeVar("Row")

_CODE: Final = re.compile(r"(?:^|[，：；])([a-z](?:[a-z-]*[a-z])?) (?=[\u4e00-\u9fff])")

NOTHING: Final = "—"
"""The content of a cell without a value."""

_NO_LINK: Final = Link("")

_FEWEST_STACKED: Final = 3
"""A table of fewer columns fits a phone as it is."""

FILES: Final = (("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"))
"""The endings of the files of a table of the open data, and what they are called."""


def _in_words(column: Column[Row]) -> Column[Row]:
    """Return the column with its heading in the language of the edition; Chinese is as it is written."""
    title = translated(column.title) if isinstance(column.title, str) else column.title
    unit = translated(column.unit)
    if title == column.title and unit == column.unit:
        return column
    return replace(column, title=title, unit=unit)


def _none(_: object) -> str:
    """Return an empty string, for rows without anchor or status."""
    return ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A piece drawn by a macro, such as ``interval`` of ``rankings/parts.j2``, from its hashable arguments.

    A drawing equal to another looks the same.

    ``text`` has the same content in words, for readers who cannot see the drawing.
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
    """The style of a text."""

    FLAG = "flag"
    """A short warning beside the text of a cell."""
    UNBROKEN = "unbroken"
    """Kept on one line."""
    STRONG = "strong"
    RANK = "rank"
    CODE = "code"
    """A name as it is written in data."""
    CORRECTION = "correction"
    """The mark of a corrected figure."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A text with a style."""

    text: str
    emphasis: Emphasis


Piece: TypeAlias = "str | Link | FigureView | StatusView | BarView | Small | Styled | Drawing"
"""The content of a cell; rendering draws each kind by one macro."""

Title: TypeAlias = "str | Link | Styled | Drawing"
"""The heading of a column: whatever has its words."""

Value: TypeAlias = str | bool
"""A value of the open data; numbers and dates are texts, so that they are not rounded."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its pieces in order.

    ``sort`` replaces the text as sort key: a number, or an empty text for a cell that always comes last.
    ``span`` is the number of columns that it covers. ``statuses`` are its keys for the filter. ``shade`` is
    the class of its background.
    """

    content: tuple[Piece, ...]
    sort: str | None = None
    span: int = 1
    statuses: tuple[str, ...] = ()
    shade: str = ""


def cell(*content: Piece | None, sort: str | int | None = None, span: int = 1) -> Cell:
    """Return a cell of the pieces that are neither empty nor ``None``."""
    pieces = tuple([each for each in content if each])
    return Cell(pieces, str(sort) if sort is not None else None, span)


def small(*content: Piece | None, is_unbroken: bool = False) -> Small | None:
    """Return a secondary line of the pieces that are not empty; ``None`` if there are none."""
    pieces = tuple([each for each in content if each and each != _NO_LINK])
    return Small(pieces, is_unbroken) if pieces else None


def flag(text: str) -> Styled | None:
    """Return a warning; ``None`` for an empty text."""
    return Styled(text, Emphasis.FLAG) if text else None


def unbroken(text: str) -> Styled:
    """Return the text in the style that keeps it on one line."""
    return Styled(text, Emphasis.UNBROKEN)


def day_key(day: date | None) -> str:
    """Return the sort key of a day, such as ``20260331``; empty for ``None``."""
    return f"{day:%Y%m%d}" if day is not None else ""


class Width(Enum):
    """The width of a column's cells; the value is their class."""

    NORMAL = ""
    UNBROKEN = "tb-nowrap"
    """Kept on one line."""
    WIDE = "tb-wide"
    """Wider on a narrow screen, for bars and sentences."""
    BAR = "tb-tier-cell"
    """As wide as a stacked bar."""


class DataType(Enum):
    """The type of a column of the open data; the value is that of Table Schema (Data Package)."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ANY = "any"
    """Numbers in some rows, truth values or texts in others."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: ``show`` returns its cell on a page, ``value`` its value in the open data, if it has one.

    ``name`` identifies the column within its table and is its heading in CSV and JSON; ``meaning`` describes
    it there. ``title`` is its heading on pages, with ``unit`` below. A column with ``is_head`` names the
    subject of the row; with ``is_number`` it is aligned to the right; with ``is_shaded`` it has a background
    by attainment. ``is_sortable`` is false if sorting by it makes no sense. In the open data its values are
    in the unit ``measured_in``, or in the one that the row has in the column so named.
    """

    name: str
    title: Title = ""
    show: Callable[[Row], Cell] | None = None
    unit: str = ""
    is_head: bool = False
    is_number: bool = False
    is_shaded: bool = False
    is_sortable: bool = True
    width: Width = Width.NORMAL
    meaning: str = ""
    value: Callable[[Row], Value] | None = None
    type: DataType = DataType.STRING
    measured_in: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes that ``meaning`` lists as ``code 含义，code 含义``; none if there are others."""
        found = tuple(_CODE.findall(self.meaning))
        return found if len(found) > 1 and "其他为" not in self.meaning else ()


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as the template draws it: cells with their columns. ``more`` fills an extra row below it."""

    cells: tuple[tuple[Column[Any], Cell], ...]
    anchor: str = ""
    status: str = ""
    more: Piece | None = None


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of rows; ``head`` is the heading above them, ``None`` for no heading.

    ``summaries`` stand between both: rows such as an average, which are no row of the table.
    """

    head: Piece | None
    rows: tuple[RowView, ...]
    summaries: tuple[RowView, ...] = ()


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as ``kit/table.j2`` draws it: the columns in the order of the page, and groups of rows.

    ``label`` is its accessible name. ``board`` is the id of a table that can be sorted and filtered, else
    empty.
    """

    table: Table[Any]
    columns: tuple[Column[Any], ...]
    groups: tuple[GroupView, ...]
    label: str
    board: str = ""

    def __bool__(self) -> bool:
        """Return whether there are rows; pages have no section for an empty table."""
        return bool(self.groups)

    @property
    def is_stacked(self) -> bool:
        """Return whether a phone shows each row as a card: nearly every table is wider than its screen."""
        return not self.table.is_matrix and len(self.columns) >= _FEWEST_STACKED

    @property
    def files(self) -> tuple[Link, ...]:
        """Return the links to the files of the open data that hold these rows; none for a short table."""
        name = self.table.open_data
        if not name or not (self.board or self.table.is_tall):
            return ()
        return tuple(Link(label, urls.download(f"{name}.{ending}")) for ending, label in FILES)

    @property
    def explanation(self) -> str:
        """Return the address at which the columns of these files are explained."""
        return urls.data_table(self.table.open_data)

    @property
    def empty(self) -> str:
        """Return the text of a page in place of a table without rows; empty for none."""
        return translated(self.table.empty)

    @property
    def rows(self) -> Iterator[RowView]:
        """Yield the rows of all groups."""
        return (row for group in self.groups for row in group.rows)


@dataclass(frozen=True)
class DataTable:
    """A table of the open data; ``name`` is that of its files.

    ``key`` and ``references`` are those of its definition. ``find`` returns what the rows are of. It is
    called, and values are made of it, when the page or a file of the table is, and once for all of them.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column[Any], ...]
    find: Callable[[], Iterable[Any]]
    key: tuple[str, ...] = ()
    references: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @cached_property
    def found(self) -> tuple[Any, ...]:
        """Return what the rows are of, in their order."""
        return tuple(self.find())

    @cached_property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """Return the rows, each with a value for each column."""
        values = [each.value for each in self.columns if each.value is not None]
        return tuple([tuple([value(one) for value in values]) for one in self.found])

    def forget_rows(self) -> None:
        """Give up the values, which are made again where somebody asks once more."""
        vars(self).pop("rows", None)


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """The definition of a table over one type of row.

    ``anchor`` returns the anchor of a row, ``status`` its key for the filter, ``more`` the content of a row
    below it. ``classes`` are those of the HTML table besides ``tb-table``. ``is_tall`` is true for a table
    that may have many rows: the files of the open data are linked below it. ``is_matrix`` is true for one
    whose columns are all of one sort, such as periods: on a phone it stays a table. ``prints_across`` prints
    it in landscape format. ``is_searchable`` is false for content that only repeats other pages.
    ``is_nested`` is true for a table within a cell of another. ``empty`` is the text of a page in place of a
    table without rows. ``open_data`` is the name of the table of the open data that has the same rows, or
    those that they count, among others; empty if there is none.

    In the open data no two rows have the same values in the columns of ``key``, and none of these is empty;
    each of ``references`` is the name of a table and the columns whose values are its key.
    """

    columns: tuple[Column[Row], ...]
    anchor: Callable[[Row], str] = _none
    status: Callable[[Row], str] = _none
    more: Callable[[Row], Piece] | None = None
    classes: str = ""
    is_tall: bool = False
    is_matrix: bool = False
    prints_across: bool = False
    is_searchable: bool = True
    is_nested: bool = False
    empty: str = ""
    open_data: str = ""
    key: tuple[str, ...] = ()
    references: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def view(
        self,
        rows: Iterable[Row],
        label: str,
        *,
        columns: Sequence[str] | None = None,
        without: Sequence[str] = (),
        board: str = "",
    ) -> TableView:
        """Return the table of ``rows`` for a page: the named ``columns`` in this order, or all with cells.

        Columns named in ``without`` are left out. Raises ``KeyError`` for a column that has no cells.
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
        """Return the table for a page with its rows in groups, given as (head or ``None``, rows)."""
        shown = self._shown(columns, without)
        views = (GroupView(head, tuple(self._row(row, shown) for row in rows)) for head, rows in groups)
        return TableView(self, shown, tuple(each for each in views if each.rows), label, board)

    def data(self, name: str, title: str, description: str, find: Callable[[], Iterable[Row]]) -> DataTable:
        """Return the table for the open data of the rows that ``find`` returns: all columns with a value."""
        columns = tuple(each for each in self.columns if each.value is not None)
        return DataTable(name, title, description, columns, find, self.key, self.references)

    def _shown(self, names: Sequence[str] | None, without: Sequence[str]) -> tuple[Column[Row], ...]:
        by_name = {each.name: each for each in self.columns if each.show is not None}
        chosen = list(by_name) if names is None else names
        left_out = {by_name[name].name for name in without}
        return tuple(_in_words(by_name[name]) for name in chosen if name not in left_out)

    def _row(self, row: Row, columns: Sequence[Column[Row]]) -> RowView:
        return RowView(
            tuple(self._cells(row, columns)),
            self.anchor(row),
            self.status(row),
            self.more(row) if self.more is not None else None,
        )

    def _cells(self, row: Row, columns: Sequence[Column[Row]]) -> Iterator[tuple[Column[Row], Cell]]:
        """Yield the cells of a row with their columns; a cell that spans several replaces those after it."""
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
"""An empty table, for pages without one."""
