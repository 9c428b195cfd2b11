"""The figures of a table: one for each division and indicator, with the cells that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from generators.importing.cells.characters import compact
from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import Reading, Said, reading_of
from generators.importing.cells.units import PERCENT, unit_of
from generators.importing.figures.values import CellMeaning, ColumnMeaning, meaning_of
from generators.importing.layouts.recognising import column_of
from generators.importing.tables.heads import Head, is_unit, units_above
from generators.importing.tables.rows import TableRow
from generators.importing.tables.table import Table
from generators.model.address import Address
from generators.model.correction import RatioPart
from generators.model.import_layout import ColumnUse, ImportLayout
from generators.model.indicator import Indicator
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.scalars import Amount, Qualifier
from generators.reading.quoting import quoted, shortened
from generators.workbooks.reading.sheet import Cell, Sheet, text_of

REASON = "报表填“/”"
"""Why a value does not apply, where the sheet says no more."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value of a division's indicator, or why it does not apply, and the cells that say it."""

    division: str
    indicator: Address
    cells: tuple[Cell, ...]
    value: Amount | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    not_applicable: str | None = None
    qualifier: Qualifier | None = None


@dataclass(slots=True)
class SheetFigures:
    """What was read of a sheet: figures, remarks by division, and what is wrong."""

    figures: list[Figure] = field(default_factory=list)
    remarks: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SheetReader:
    """Reads the cells of the table of ``file`` by a layout."""

    file: str
    table: Table
    layout: ImportLayout
    indicators: Mapping[Address, Indicator]

    @property
    def sheet(self) -> Sheet:
        """Return the sheet of the table."""
        return self.table.sheet

    def place(self, cell: Cell) -> Place:
        """Return the place of a cell."""
        row, column = self.sheet.on_paper(cell)
        return Place(self.file, row + 1, column + 1, self.sheet.name)

    def columns(self) -> Iterator[tuple[Head, Address, ColumnMeaning]]:
        """Yield each column that is an indicator or a part of one."""
        above = units_above(text for _, _, text in self.table.above)
        for head in self.table.heads:
            column = column_of(self.layout, head)
            indicator = (
                None if column is None or column.indicator is None else self.indicators.get(column.indicator)
            )
            if column is not None and column.indicator is not None and indicator is not None:
                unit = head.unit or column.measure or above.get(unit_of(indicator.measure).base)
                yield (
                    head,
                    column.indicator,
                    ColumnMeaning(
                        indicator,
                        column.part,
                        unit,
                        column.measure == PERCENT,
                        shows_formats=self.sheet.shows_formats,
                    ),
                )

    def remark_columns(self) -> tuple[int, ...]:
        """Return the columns with the remarks of rows."""
        return tuple(
            head.column
            for head in self.table.heads
            if (column := column_of(self.layout, head)) is not None and column.use is ColumnUse.REMARK
        )

    def reading(self, cell: Cell) -> Reading:
        """Return what a cell says, with the unit that its format shows.

        Raises :class:`CellError` also for formulas without a value, and numbers that are shown scaled.
        """
        if cell in self.sheet.uncomputed:
            formula = self.sheet.formulas.get(cell, "")
            shown = f"公式 ={formula} 没有算出结果" if formula else "公式没有算出结果"
            raise CellError("E804", shown)
        if cell in self.sheet.failed:
            raise CellError("E805", f"公式出错，显示为 {self.sheet.failed[cell] or '错误'}")
        value = self.sheet.value(*cell)
        if cell in self.sheet.marked:
            raise CellError(
                "E810",
                f"{quoted(text_of(value))}里有上标、下标或划掉的字，看不出数是多少",
                "注释的编号请写到备注里，划掉的请删去，只留一个数",
            )
        if cell in self.sheet.scaled:
            raise CellError(
                "E811",
                f"数字格式缩小了显示，存的是 {text_of(value)}",
                "请把格式改成常规，核对以后写明数和单位",
            )
        found = reading_of(value, is_percentage=cell in self.sheet.percentages)
        literal = compact(self.sheet.literals.get(cell, ""))
        if found.said is not Said.NUMBER or not is_unit(literal):
            return found
        if literal == PERCENT:
            return replace(found, is_percent=True)
        return replace(found, unit=unit_of(literal))

    def problem(self, cell: Cell, error: CellError) -> Problem:
        """Return the problem of a cell, with what the cell says."""
        text = shortened(self.sheet.text(*cell))
        detail = error.detail if not text or text in error.detail else f"{quoted(text)}：{error.detail}"
        return problem(error.code, self.place(cell), detail, error.remedy)

    def says_unreported(self, row: TableRow) -> bool:
        """Whether any cell of a row says that nothing was reported."""
        return any(
            isinstance(value, str) and reading_said(value) is Said.UNREPORTED
            for value in self.sheet.rows[row.at]
        )


def reading_said(value: str) -> Said | None:
    """Return what a text says, ``None`` if it says nothing certain."""
    try:
        return reading_of(value).said
    except CellError:
        return None


def figures_of(reader: SheetReader, divisions: Mapping[int, str]) -> SheetFigures:
    """Return the figures in the rows of ``divisions``, by the index of their row, with all that is wrong."""
    found = SheetFigures()
    columns, remarks = list(reader.columns()), reader.remark_columns()
    skipped = {compact(each) for each in reader.layout.skipped}
    for row in reader.table.places:
        if compact(row.name) in skipped:
            continue
        division = divisions.get(row.at)
        meanings = [
            (head, address, each, _meaning(reader, row, head, each, found)) for head, address, each in columns
        ]
        if division is None:
            continue  # the row is wrong, and so may be its cells, which are told all the same
        if all(meaning is not None and meaning.is_nothing for _, _, _, meaning in meanings):
            found.problems.append(_nothing_reported(reader, row))
            continue
        remark = "；".join(filter(None, (reader.sheet.text(row.at, at) for at in remarks)))
        if remark:
            found.remarks[division] = remark
        found.figures += _figures(reader, row, division, meanings, found)
    return found


def _meaning(
    reader: SheetReader, row: TableRow, head: Head, column: ColumnMeaning, found: SheetFigures
) -> CellMeaning | None:
    """Return what a cell means; ``None``, with the problem told, if it means nothing certain."""
    cell = (row.at, head.column)
    try:
        return meaning_of(reader.reading(cell), column)
    except CellError as error:
        found.problems.append(reader.problem(cell, error))
        return None


def _nothing_reported(reader: SheetReader, row: TableRow) -> Problem:
    detail = (
        f"{compact(row.name)}这一行写明未报"
        if reader.says_unreported(row)
        else f"{compact(row.name)}这一行没有填数"
    )
    return problem("W851", reader.place((row.at, reader.table.name_column)), detail)


_Meanings = list[tuple[Head, Address, ColumnMeaning, CellMeaning | None]]


def _figures(
    reader: SheetReader, row: TableRow, division: str, meanings: _Meanings, found: SheetFigures
) -> Iterable[Figure]:
    parts: dict[Address, dict[RatioPart, tuple[Cell, CellMeaning]]] = {}
    remark = found.remarks.get(division, "")
    for head, address, column, meaning in meanings:
        cell = (row.at, head.column)
        if meaning is None:
            continue
        if column.part is not None:
            parts.setdefault(address, {})[column.part] = (cell, meaning)
        elif meaning.is_inapplicable:
            yield Figure(division, address, (cell,), not_applicable=remark or REASON)
        elif meaning.whole is not None and isinstance(meaning.value, Decimal):
            yield Figure(division, address, (cell,), numerator=meaning.value, denominator=meaning.whole)
        elif meaning.value is not None:
            yield Figure(division, address, (cell,), meaning.value, qualifier=meaning.qualifier)
    read = {address for _, address, _, meaning in meanings if meaning is None}
    for address, both in parts.items():
        if address not in read:
            yield from _ratio(reader, division, address, both, found)


def _ratio(
    reader: SheetReader,
    division: str,
    address: Address,
    both: Mapping[RatioPart, tuple[Cell, CellMeaning]],
    found: SheetFigures,
) -> Iterable[Figure]:
    cells = tuple(both[part][0] for part in RatioPart if part in both)
    said = {part: meaning for part, (_, meaning) in both.items()}
    above, below = said.get(RatioPart.NUMERATOR), said.get(RatioPart.DENOMINATOR)
    if all(meaning.is_nothing for meaning in said.values()):
        return
    if all(meaning.is_inapplicable for meaning in said.values()):
        remark = found.remarks.get(division, "")
        yield Figure(division, address, cells, not_applicable=remark or REASON)
    elif above is not None and below is not None and _are_numbers(above, below):
        yield Figure(division, address, cells, numerator=_number(above), denominator=_number(below))
    else:
        empty = next((cell for cell, meaning in both.values() if meaning.value is None), cells[0])
        name = quoted(reader.indicators[address].name)
        text = text_of(reader.sheet.value(*empty)) or "空"
        found.problems.append(
            problem("E816", reader.place(empty), f"{name}的分子、分母一个有数，一个是{text}")
        )


def _are_numbers(*meanings: CellMeaning) -> bool:
    return all(isinstance(each.value, Decimal) for each in meanings)


def _number(meaning: CellMeaning) -> Decimal | None:
    return meaning.value if isinstance(meaning.value, Decimal) else None
