"""Reads the sheets of a workbook that an office made itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePath
from typing import Final, assert_never

from generators.importing.batches import Content, SheetOrigin
from generators.importing.figures.row_divisions import divisions_of
from generators.importing.figures.table_figures import SheetReader
from generators.importing.filing.sources import SheetSource
from generators.importing.layout_choice import LayoutChoice, place_in
from generators.importing.layouts.recognising import unknown_heads
from generators.importing.returns import read_returns
from generators.importing.tables.across import turned_table
from generators.importing.tables.division_names import DivisionNames
from generators.importing.tables.periods_across import (
    PeriodColumns,
    by_periods,
    merged_over_periods,
    subject_of,
)
from generators.importing.tables.surroundings import Surroundings, surroundings_of
from generators.importing.tables.table import Table, table_of
from generators.importing.targets import read_targets
from generators.importing.wanted import Asking, ImportWanted
from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.model.import_layout import ImportKind
from generators.model.period import Period
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.visibility import is_public
from generators.reading.quoting import quoted
from generators.workbooks.reading.sheet import Sheet, Workbook

_WITH_NAMES: Final = frozenset({Level.TOWNSHIP, Level.VILLAGE})


def read_sheets(
    workbook: Workbook, file: str, dataset: Dataset, wanted: ImportWanted, ask: Asking, content: Content
) -> None:
    """Add what the sheets of a workbook say to ``content``; ``file`` is how messages name the workbook."""
    found, unread = False, list[Sheet]()
    names = names_within(dataset, None)
    for sheet in workbook.sheets:
        table = turned_table(sheet, names) or table_of(sheet, names)
        if table is None:
            unread += [sheet] if not sheet.is_hidden and _has_numbers(sheet) else []
            continue
        if sheet.is_hidden:
            place = Place(file, 1, 1, sheet.name)
            content.problems.append(problem("W852", place, "隐藏的工作表没有读", "要导入的，请取消隐藏"))
            continue
        found = True
        _SheetImport(workbook, file, dataset, wanted, ask, content).read(table)
    if found:
        detail, remedy = "没有认出表格，这张工作表没有读", "里面有要导入的数的，请写上单位一列和表头"
        places = (Place(file, 1, 1, each.name) for each in unread)
        content.problems += [problem("W852", place, detail, remedy) for place in places]
    else:
        first = next((each.name for each in workbook.sheets if not each.is_hidden), "")
        detail = "没有找到表格：要有一列写乡镇（村）的名称，上面有表头"
        content.problems.append(problem("E806", Place(file, 1, 1, first), detail))


def _has_numbers(sheet: Sheet) -> bool:
    return any(isinstance(each, Decimal) for row in sheet.rows for each in row)


def _found_again(table: Table, names: DivisionNames) -> Table:
    """Return the same table with the divisions of ``names`` alone."""
    if table.sheet.is_turned:
        return turned_table(table.sheet.turned(), names) or table
    return table_of(table.sheet, names) or table


def _lies_within(period: Period, asked: Period) -> bool:
    return asked.start is not None and asked.end is not None and period.lies_within(asked.start, asked.end)


def names_within(dataset: Dataset, owner: str | None) -> DivisionNames:
    """Return the names of the townships and villages within ``owner``, or of all of them."""
    ids = dataset.divisions if owner is None else dict.fromkeys(dataset.within(owner))
    below = (dataset.divisions[each] for each in ids if dataset.divisions[each].level in _WITH_NAMES)
    owners = {each.owner for each in dataset.programmes.values()} if owner is None else {owner}
    return DivisionNames.of(
        below, {dataset.divisions[each].name for each in owners if each in dataset.divisions}
    )


class _SheetImport:
    """Reads one sheet."""

    def __init__(
        self,
        workbook: Workbook,
        file: str,
        dataset: Dataset,
        wanted: ImportWanted,
        ask: Asking,
        content: Content,
    ) -> None:
        self._stem = PurePath(workbook.name).stem
        self._name = workbook.name
        self._file = file
        self._dataset = dataset
        self._wanted = wanted
        self._ask = ask
        self._content = content

    def read(self, table: Table) -> None:
        """Add what the sheet of ``table`` says."""
        around = surroundings_of(table, self._stem)
        subject = subject_of(around.title, table.sheet.name)
        choice = LayoutChoice((self._file, self._dataset), self._wanted, self._ask, self._content)
        layout = choice.layout(by_periods(table, subject)[0], around)
        if layout is None:
            return
        owner = self._dataset.programmes[layout.programme].owner
        names = names_within(self._dataset, owner)
        table = _found_again(table, names)
        whole, periods = by_periods(table, subject)
        reader = SheetReader(self._file, whole, layout, self._dataset.indicators)
        self._tell_of_hidden_cells(table.sheet, table)
        if table.other is not None:
            detail = "这里又是表头或单位名称，像是另一张表"
            remedy = "一张工作表里只放一张表：请分成几张；联系单位一类的列，请删去再导入"
            self._content.problems.append(problem("E806", reader.place(table.other), detail, remedy))
        for head in unknown_heads(whole, layout):
            place = reader.place((table.head_top, head.column))
            self._content.problems.append(problem("E807", place, f"“{head.text}”这一列不在导入格式里"))
        self._content.problems += [reader.problem(cell, error) for cell, error in around.problems]
        below = {each: frozenset(self._dataset.descendants(each)) for each in names.townships}
        divisions, problems = divisions_of(reader, names, below)
        self._content.problems += problems
        match layout.kind:
            case ImportKind.RETURNS if periods:
                self._read_periods(reader, around, divisions, periods)
            case ImportKind.RETURNS:
                read_returns(
                    reader, around, divisions, self._origin(reader, around, ""), self._wanted, self._content
                )
            case ImportKind.TARGETS:
                origin = self._origin(reader, around, "targets")
                read_targets(reader, around, divisions, origin, self._wanted, self._content)
            case never:
                assert_never(never)

    def _read_periods(
        self,
        reader: SheetReader,
        around: Surroundings,
        divisions: Mapping[int, str],
        periods: tuple[PeriodColumns, ...],
    ) -> None:
        """Add the reports of each period that has columns of its own; only those of the period asked for."""
        for cell in merged_over_periods(reader.table, periods):
            detail = f"{quoted(reader.sheet.text(*cell))}合并在几期的格里，看不出各是多少"
            self._content.problems.append(
                problem("E809", reader.place(cell), detail, "请取消合并，每一格各填各的")
            )
        asked = self._wanted.period
        year = asked.end.year if asked is not None and asked.end is not None else around.year
        origin = self._origin(reader, replace(around, periods=()), "")
        for part in periods:
            period = part.period(year)
            if period is None:
                place = reader.place((part.table.head_top, part.table.heads[0].column))
                detail = f"表头写的“{part.head}”没有写是哪一年的"
                remedy = "请把年份写在标题里，或用 --period 2026 写明"
                self._content.problems.append(problem("E813", place, detail, remedy))
                return
            if asked is not None and not _lies_within(period, asked):
                continue
            wanted = replace(self._wanted, period=period)
            read_returns(replace(reader, table=part.table), around, divisions, origin, wanted, self._content)

    def _origin(self, reader: SheetReader, around: Surroundings, what: str) -> SheetOrigin:
        layout = reader.layout
        office = self._dataset.programmes[layout.programme].office
        source = SheetSource(
            around.title,
            around.issuer or office,
            self._wanted.on or around.reported,
            self._name,
            is_public(layout),
        )
        period = self._wanted.period.text if self._wanted.period else next(iter(around.periods), "")
        said = (layout.programme, what, period or str(around.year or ""))
        name = "-".join(filter(None, said))
        return SheetOrigin(self._file, reader.sheet.name, source, name, reader.sheet.is_turned)

    def _tell_of_hidden_cells(self, sheet: Sheet, table: Table) -> None:
        """Tell of rows and columns that are hidden, and read all the same."""
        for row in table.places:
            if row.at in sheet.hidden_rows:
                place = place_in(self._file, table, (row.at, table.name_column))
                self._content.problems.append(problem("W852", place, f"{row.name}这一行是隐藏的，照样读了"))
        for head in table.heads:
            if head.column in sheet.hidden_columns:
                place = place_in(self._file, table, (table.head_top, head.column))
                self._content.problems.append(
                    problem("W852", place, f"“{head.text}”这一列是隐藏的，照样读了")
                )
