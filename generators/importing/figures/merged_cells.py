"""Cells that are merged over the figures of several divisions or indicators say none of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from generators.importing.cells.characters import compact
from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import Said
from generators.importing.figures.table_figures import SheetReader
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.reading.quoting import quoted, shortened

_SAY_NOTHING = frozenset({Said.NOTHING, Said.UNREPORTED})


def merged_figures(reader: SheetReader) -> Iterator[Problem]:
    """Yield E809 for each value that is merged over several rows of divisions, or several indicators."""
    rows = [row.at for row in reader.table.places]
    heads = {head.column: head.text for head, _, _ in reader.columns()}
    for span in reader.sheet.merged:
        within = rows[bisect_left(rows, span.top) : bisect_right(rows, span.bottom)]
        if within and span.left <= reader.table.name_column <= span.right and span.bottom > within[0]:
            yield from _further_rows(reader, within[0], span.bottom, heads)
            continue
        texts = {heads[at] for at in range(span.left, span.right + 1) if at in heads}
        if not within or not texts or len(within) == len(texts) == 1:
            continue
        if _says_something(reader, (span.top, span.left)):
            text = quoted(shortened(reader.sheet.text(span.top, span.left)))
            yield problem(
                "E809",
                reader.place((span.top, span.left)),
                f"{text}合并在 {len(within)} 行、{len(texts)} 列里，看不出各是多少",
                "请取消合并，每一格各填各的",
            )


def _further_rows(reader: SheetReader, first: int, last: int, heads: Mapping[int, str]) -> Iterator[Problem]:
    """Yield E809 if one name is merged over several rows with values: it is not said which one counts."""
    for row in range(first + 1, last + 1):
        if any(_says_something(reader, (row, column)) for column in heads):
            name = compact(reader.sheet.text(first, reader.table.name_column))
            yield problem(
                "E809",
                reader.place((row, reader.table.name_column)),
                f"{name}占了几行，看不出哪一行是本期的数",
                "请每个单位只留一行，各填各的列",
            )
            return


def _says_something(reader: SheetReader, cell: tuple[int, int]) -> bool:
    try:
        return reader.reading(cell).said not in _SAY_NOTHING
    except CellError:
        return False  # told where the cell is read
