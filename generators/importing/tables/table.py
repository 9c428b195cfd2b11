"""Finds the table of a sheet: the column of names, the head above it, the rows and totals below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.tables.division_names import DivisionNames
from generators.importing.tables.heads import Head, heads_of
from generators.importing.tables.other_tables import other_table
from generators.importing.tables.rows import RowKind, TableRow
from generators.workbooks.reading.sheet import Cell, Sheet, Span

_TOTALS: Final = re.compile(
    r"(?:全[县市区镇乡]|本[县市区镇乡])?(?:合计|总计|共计|总数|累计合计|汇总)|全[县市区镇乡]|合计数"
)
_SUBTOTALS: Final = re.compile(r".*小计")
_ASIDE: Final = re.compile(r"(?:全[县市区镇乡])?(?:平均|均值|平均数|平均值)|其中:?(?:镇|乡|街道|乡镇)")
"""An average, or what places of one kind have together, such as 其中：镇. One that is only 乡镇 is a head."""

NOTE: Final = re.compile(
    r"(?:注|备注|说明|填表说明|附注|[^:：\d]{0,6}(?:人|领导|电话|签字|签名|签章|盖章|日期|时间)(?:\([^():：]*\))?)[:：].*"
    r"|注\d.*",
    re.DOTALL,
)
"""What stands below a table and is no row of it."""

_LINE: Final = re.compile(r"[^(:]{1,10}:")
"""The beginning of a line above a table, such as 填报单位:."""

_DIGIT: Final = re.compile(r"\d")
_NAME_HEAD: Final = re.compile(r"单位|名称|乡镇|镇街|乡\(|街道\)|地区|[:：]")
"""What the head of a column of names has in it."""

_LIKE_DIVISION: Final = re.compile(r"(?:乡|镇|街道|办事处|村|社区)$")
_YEARS: Final = range(1990, 2100)
_FEWEST_HEADS: Final = 2
_MOST_HEAD_ROWS: Final = 4


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a sheet: ``heads`` without that of the names, which is in ``name_column``.

    ``above`` are the texts over the head, ``below`` those after the rows, each with its cell. ``other`` is
    the cell where another table of the same sheet begins, if there is one.
    """

    sheet: Sheet
    head_top: int
    name_column: int
    name_head: str
    heads: tuple[Head, ...]
    rows: tuple[TableRow, ...]
    above: tuple[tuple[int, int, str], ...]
    below: tuple[tuple[int, int, str], ...]
    other: Cell | None = None

    @property
    def places(self) -> tuple[TableRow, ...]:
        """Return the rows of divisions."""
        return tuple(row for row in self.rows if row.kind is RowKind.PLACE)


def table_of(sheet: Sheet, names: DivisionNames) -> Table | None:
    """Return the table of a sheet, ``None`` if no column of it names divisions below a head."""
    columns = _name_columns(sheet, names)
    if not columns:
        return None
    column = columns[-1]
    matches = {row: names.matches(sheet.text(row, column)) for row in range(len(sheet.rows))}
    named = [row for row, found in matches.items() if found]
    first = _first_row(sheet, column, named[0], names)
    top = _head_top(sheet, column, first)
    if top is None:
        return None
    heads = heads_of(sheet, top, first, fills=not sheet.merged)
    name_head = next((each.text for each in heads if each.column == column), "")
    rows = tuple(_rows(sheet, column, first, matches, name_head, names))
    last = max((row.at for row in rows if row.kind is not RowKind.OTHER), default=first)
    return Table(
        sheet,
        top,
        column,
        name_head,
        tuple(
            each for each in heads if each.column != column and not _names_places(sheet, rows, each, names)
        ),
        tuple(row for row in rows if row.at <= last or row.kind is not RowKind.OTHER),
        tuple(_texts(sheet, range(top))),
        tuple(_texts(sheet, range(last + 1, len(sheet.rows)))),
        other_table(sheet, first, (column, columns[:-1]), heads, rows, names),
    )


def _names_places(sheet: Sheet, rows: Iterable[TableRow], head: Head, names: DivisionNames) -> bool:
    """Whether a column only says in which township each row is."""
    filled = [text for row in rows if row.kind is RowKind.PLACE and (text := sheet.text(row.at, head.column))]
    return bool(filled) and all(map(names.matches, filled))


def _name_columns(sheet: Sheet, names: DivisionNames) -> list[int]:
    """Return the columns that name divisions, last that with most; of equals the last on the right.

    That is where villages are, which follow their townships.
    """
    counts: Counter[int] = Counter()
    for row in sheet.rows:
        for column, value in enumerate(row):
            if isinstance(value, str) and names.matches(value):
                counts[column] += 1
    return sorted(counts, key=lambda column: (counts[column], column))


def _first_row(sheet: Sheet, column: int, first: int, names: DivisionNames) -> int:
    """Return the first row of the table: a total may stand above the first division, or an unknown name."""
    while first > 0 and (
        total_kind(_label(sheet, first - 1, column), names) is not None
        or _has_figures(sheet, first - 1, column)
    ):
        first -= 1
    return first


def _has_figures(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a row has a name, and numbers after it that are no years; heads have words."""
    name = compact(sheet.text(row, column))
    values = [sheet.value(row, at) for at in range(column + 1, sheet.width)]
    numbers = [each for each in values if isinstance(each, Decimal) and each not in _YEARS]
    return bool(name and numbers) and not _NAME_HEAD.search(name)


def _head_top(sheet: Sheet, column: int, first: int) -> int | None:
    """Return the first row of the head above the row ``first``, ``None`` if there is no head."""
    spans = [each for each in sheet.merged if each.top < first]
    row = next(
        (at for at in range(first - 1, -1, -1) if sheet.text(at, column) or _covered(spans, at, column)), None
    )
    if row is None or first - row > _MOST_HEAD_ROWS:
        return None
    covering = _covered(spans, row, column)
    top = covering.top if covering is not None else row
    if _is_line(sheet, spans, top):
        return None
    while top > 0 and first - top < _MOST_HEAD_ROWS and not _is_line(sheet, spans, top - 1):
        top -= 1
    return top


def _covered(spans: Iterable[Span], row: int, column: int) -> Span | None:
    return next(
        (each for each in spans if each.top <= row <= each.bottom and each.left <= column <= each.right), None
    )


def _is_line(sheet: Sheet, spans: Iterable[Span], row: int) -> bool:
    """Whether a row is no part of a head: empty, a title, or a line such as 填报单位：…."""
    filled = [sheet.text(row, column) for column in range(sheet.width) if sheet.text(row, column)]
    if len(filled) < _FEWEST_HEADS:
        is_group = any(each.top == row and each.right > each.left for each in spans) and bool(filled)
        width = max((each.right - each.left + 1 for each in spans if each.top == row), default=0)
        return not is_group or width * 2 > sheet.width
    return any(_LINE.match(compact(text)) for text in filled)


def _label(sheet: Sheet, row: int, column: int) -> str:
    """Return what a row is called: in the column of names, or before it."""
    return next((text for at in range(column, -1, -1) if (text := compact(sheet.text(row, at)))), "")


def total_kind(label: str, names: DivisionNames) -> RowKind | None:
    """Return what a row of the name ``label`` is that adds up others; ``None`` if it does not."""
    if _SUBTOTALS.fullmatch(label):
        return RowKind.SUBTOTAL
    if _TOTALS.fullmatch(label) or label in names.wholes:
        return RowKind.TOTAL
    return RowKind.OTHER if _ASIDE.fullmatch(label) else None


def _rows(
    sheet: Sheet,
    column: int,
    first: int,
    matches: dict[int, tuple[str, ...]],
    name_head: str,
    names: DivisionNames,
) -> Iterable[TableRow]:
    last = max(row for row, found in matches.items() if found)
    seen: set[str] = set()
    for at in range(first, len(sheet.rows)):
        name, found = sheet.text(at, column), matches[at]
        label = _label(sheet, at, column)
        kind = total_kind(label, names)
        if found:
            seen.update(found)
            yield TableRow(at, RowKind.PLACE, name, found)
        elif kind is not None:
            yield TableRow(at, kind, label)
        elif NOTE.fullmatch(label):
            if all(seen.issuperset(matches[later]) for later in range(at, last + 1)):
                return  # what follows is no part of the table: persons to ask, or another table
            yield TableRow(at, RowKind.OTHER, label)
        elif compact(name) != name_head and _has_numbers(sheet, at, column, is_within=at < last):
            yield TableRow(at, RowKind.PLACE, name)
        else:
            yield TableRow(at, RowKind.OTHER, label)


def _has_numbers(sheet: Sheet, row: int, column: int, *, is_within: bool) -> bool:
    """Whether cells after the column of names are filled; without a name, with numbers.

    One is enough if divisions follow, or after a name if it is a number or the name is like that of a
    division; else at least two.
    """
    if name := compact(sheet.text(row, column)):
        is_within = is_within or bool(_LIKE_DIVISION.search(name))
        values = [sheet.value(row, at) for at in range(column + 1, sheet.width)]
        if any(isinstance(each, Decimal) or (is_within and each is not None) for each in values):
            return True
    filled = [text for at in range(column + 1, sheet.width) if (text := compact(sheet.text(row, at)))]
    if not sheet.text(row, column):
        filled = [text for text in filled if _DIGIT.search(text) and not _LINE.match(text)]
    return len(filled) >= (1 if is_within else _FEWEST_HEADS)


def _texts(sheet: Sheet, rows: range) -> Iterable[tuple[int, int, str]]:
    for row in rows:
        for column in range(sheet.width):
            text = sheet.text(row, column)
            if text:
                yield row, column, text
