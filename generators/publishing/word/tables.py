"""Tables of a document: heads repeat on every page, rows stay whole, merged cells as on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from generators.publishing.word.blocks import Cell, Inline, Table, Text
from generators.publishing.word.measures import BOTTOM, PAGE, SMALL, TOP, WIDTH
from generators.publishing.word.runs import Runs, paragraph_of
from generators.publishing.word.styles import CELL, CELL_HEAD
from generators.publishing.word.xml import MM, POINT, w

MOST_UPRIGHT: Final = 8
"""Columns of a table on an upright page; wider ones lie on their side, as in print."""

_NARROWEST: Final = 3
_HALF: Final = 0x2E80
"""From this character on they are as wide as high; those before it half as wide."""


def is_wide(table: Table) -> bool:
    """Whether a table has a page of its own, lying on its side."""
    return table.columns > MOST_UPRIGHT


def table_element(table: Table, runs: Runs) -> BaseOxmlElement:
    """Return a table over the whole width of its page; columns are as wide as their texts ask for."""
    width = (PAGE[1] - TOP - BOTTOM if is_wide(table) else WIDTH) * MM
    grid = table.grid()
    widths = _widths(_wanted(grid), width)
    properties = w(
        "tblPr",
        w("tblStyle", val="TbTable"),
        w("tblW", w=width, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
    )
    element = w("tbl", properties, w("tblGrid", *(w("gridCol", w=each) for each in widths)))
    for at, row in enumerate(grid):
        head = w("tblHeader") if at < table.heads else None
        element.append(w("tr", w("trPr", w("cantSplit"), head), *_cells(row, widths, runs)))
    return element


def _cells(
    row: Sequence[tuple[Cell, bool] | None], widths: Sequence[float], runs: Runs
) -> Iterable[BaseOxmlElement]:
    column = 0
    for place, group in groupby(row, key=lambda each: None if each is None else (id(each[0]), each[1])):
        covered = list(group)
        # Neighbours that no cell covers are cells of their own.
        for size, found in [(1, None)] * len(covered) if place is None else [(len(covered), covered[0])]:
            yield _cell(found, sum(widths[column : column + size]), size, runs)
            column += size


def _cell(found: tuple[Cell, bool] | None, width: float, columns: int, runs: Runs) -> BaseOxmlElement:
    cell, begins = found or (Cell(()), True)
    merge = None
    if cell.rows > 1:
        merge = w("vMerge", val="restart") if begins else w("vMerge")
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=columns) if columns > 1 else None,
        merge,
        w("vAlign", val="center"),
    )
    style = CELL_HEAD if cell.is_head else CELL
    align = [w("jc", val=cell.align)] if cell.align else []
    lines: Sequence[tuple[Inline, ...]] = cell.lines if begins else ()
    paragraphs = [paragraph_of(style, *runs.of(line), properties=align) for line in lines]
    return w("tc", properties, *(paragraphs or [paragraph_of(style)]))


def _wanted(grid: Sequence[Sequence[tuple[Cell, bool] | None]]) -> list[float]:
    """Return the width that each column asks for, in twips: that of its longest line, or of a few."""
    found = []
    for column in range(len(grid[0])):
        cells = [row[column] for row in grid]
        longest = max(
            (_width_of(line) / cell[0].columns for cell in cells if cell for line in cell[0].lines), default=0
        )
        found.append((max(longest, _NARROWEST) + 1) * SMALL * POINT)
    return found


def _widths(wanted: Sequence[float], width: float) -> list[float]:
    """Return widths that add up to ``width``: what is wanted, but the same for all that want too much."""
    if sum(wanted) <= width:
        return [each * width / sum(wanted) for each in wanted]
    left, widths = width, [0.0] * len(wanted)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    for at, column in enumerate(order):
        widths[column] = min(wanted[column], left / (len(order) - at))
        left -= widths[column]
    return widths


def _width_of(line: Iterable[Inline]) -> float:
    text = "".join(each.text for each in line if isinstance(each, Text))
    return sum(1 if ord(character) >= _HALF else 0.5 for character in text)
