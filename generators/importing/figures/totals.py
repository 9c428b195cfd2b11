"""The totals of a table are the sums of their rows, exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, assert_never

from generators.importing.cells.errors import CellError
from generators.importing.figures.table_figures import SheetReader
from generators.importing.figures.values import CellMeaning, ColumnMeaning, meaning_of
from generators.importing.tables.heads import Head
from generators.importing.tables.rows import RowKind, TableRow
from generators.model.indicator import IndicatorKind, Rollup
from generators.model.problem import Problem
from generators.model.problem_codes import problem

_SUM: Final = re.compile(r"SUM\(\$?[A-Z]{1,3}\$?([0-9]+):\$?[A-Z]{1,3}\$?([0-9]+)\)", re.IGNORECASE)


def wrong_totals(reader: SheetReader) -> Iterator[Problem]:
    """Yield E812 for each total that is not the sum of its rows, W853 for one that cannot be compared."""
    for head, _, column in reader.columns():
        if _is_summed(column):
            yield from _wrong_totals(reader, head, column)


def _is_summed(column: ColumnMeaning) -> bool:
    """Whether the values of rows add up: not percentages, nor yes or no, nor levels that nobody adds up."""
    match column.indicator.kind:
        case IndicatorKind.CUMULATIVE | IndicatorKind.FLOW:
            return True
        case IndicatorKind.LEVEL:
            return column.indicator.rollup is Rollup.SUM
        case IndicatorKind.RATIO:
            return column.part is not None
        case IndicatorKind.FLAG:
            return False
        case never:
            assert_never(never)


def _wrong_totals(reader: SheetReader, head: Head, column: ColumnMeaning) -> Iterator[Problem]:
    rows = reader.table.rows
    for total in rows:
        if total.kind not in {RowKind.TOTAL, RowKind.SUBTOTAL}:
            continue
        cell = (total.at, head.column)
        summed = _rows_of(total, rows)
        if cell in reader.sheet.uncomputed:
            yield from _uncomputed(reader, cell, summed)
            continue
        stated, sum_of_rows = _number(reader, total, head, column), Decimal(0)
        meanings = [_number(reader, row, head, column) for row in summed]
        if stated is None or stated.value is None:
            continue
        if any(each is None or each.qualifier is not None for each in (stated, *meanings)):
            continue
        numbers = [each.value for each in meanings if each is not None and isinstance(each.value, Decimal)]
        sum_of_rows = sum(numbers, Decimal(0))
        if stated.value != sum_of_rows:
            detail = f"{total.name}是 {stated.value:f}，各行相加是 {sum_of_rows:f}（{head.text}）"
            yield problem("E812", reader.place(cell), detail)


def _rows_of(total: TableRow, rows: tuple[TableRow, ...]) -> list[TableRow]:
    """Return the rows of divisions that a total adds up: all, or those of its subtotal."""
    places = [row for row in rows if row.kind is RowKind.PLACE]
    if total.kind is RowKind.TOTAL:
        return places
    first = next((row for row in rows if row.kind in {RowKind.PLACE, RowKind.SUBTOTAL}), total)
    if first.kind is RowKind.SUBTOTAL:  # each stands above its rows
        later = (row.at for row in rows if row.kind is RowKind.SUBTOTAL and row.at > total.at)
        after = min(later, default=rows[-1].at + 1)
        return [row for row in places if total.at < row.at < after]
    before = max((row.at for row in rows if row.kind is RowKind.SUBTOTAL and row.at < total.at), default=-1)
    return [row for row in places if before < row.at < total.at]


def _number(reader: SheetReader, row: TableRow, head: Head, column: ColumnMeaning) -> CellMeaning | None:
    """Return what a cell means, ``None`` if it is no number; a wrong cell of a division is told elsewhere."""
    try:
        return meaning_of(reader.reading((row.at, head.column)), column)
    except CellError:
        return None


def _uncomputed(reader: SheetReader, cell: tuple[int, int], summed: list[TableRow]) -> Iterator[Problem]:
    """Yield W853 unless the formula without a value adds up all of the rows."""
    match = _SUM.fullmatch(reader.sheet.formulas.get(cell, "").replace(" ", ""))
    if match is not None and all(int(match[1]) <= row.at + 1 <= int(match[2]) for row in summed):
        return
    formula = reader.sheet.formulas.get(cell, "")
    yield problem("W853", reader.place(cell), f"合计的公式 ={formula} 没有算出结果，也没有把每一行都加进去")
