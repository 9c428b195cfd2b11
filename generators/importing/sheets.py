"""Reads the sheets of a workbook that an office made itself."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import PurePath
from typing import Final, assert_never

from generators.importing.batches import Content, SheetOrigin
from generators.importing.cells.characters import compact
from generators.importing.figures.row_divisions import divisions_of
from generators.importing.figures.table_figures import SheetReader
from generators.importing.filing.sources import SheetSource
from generators.importing.layouts.answers import column_of_answer
from generators.importing.layouts.combining import free_name, replace_layout, with_columns_of
from generators.importing.layouts.proposing import proposed_layout
from generators.importing.layouts.recognising import layout_of, missing_heads, nearest_layout, unknown_heads
from generators.importing.returns import read_returns
from generators.importing.tables.division_names import DivisionNames
from generators.importing.tables.surroundings import Surroundings, surroundings_of
from generators.importing.tables.table import Table, table_of
from generators.importing.targets import read_targets
from generators.importing.wanted import Asking, ImportWanted
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.model.import_layout import ImportColumn, ImportKind, ImportLayout
from generators.model.indicator import Indicator
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.visibility import is_public
from generators.workbooks.reading.sheet import Sheet, Workbook

_WITH_NAMES: Final = frozenset({Level.TOWNSHIP, Level.VILLAGE})


def read_sheets(
    workbook: Workbook, file: str, dataset: Dataset, wanted: ImportWanted, ask: Asking, content: Content
) -> None:
    """Add what the sheets of a workbook say to ``content``; ``file`` is how messages name the workbook."""
    found, unread = False, list[Sheet]()
    names = names_within(dataset, None)
    for sheet in workbook.sheets:
        table = table_of(sheet, names)
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
        layout = self._layout(table, around)
        if layout is None:
            return
        owner = self._dataset.programmes[layout.programme].owner
        names = names_within(self._dataset, owner)
        table = table_of(table.sheet, names) or table
        reader = SheetReader(self._file, table, layout, self._dataset.indicators)
        self._tell_of_hidden_cells(table.sheet, table)
        if table.other is not None:
            detail = "这里又是表头或单位名称，像是另一张表"
            remedy = "一张工作表里只放一张表：请分成几张；联系单位一类的列，请删去再导入"
            self._content.problems.append(problem("E806", reader.place(table.other), detail, remedy))
        for head in unknown_heads(table, layout):
            place = reader.place((table.head_top, head.column))
            self._content.problems.append(problem("E807", place, f"“{head.text}”这一列不在导入格式里"))
        self._content.problems += [reader.problem(cell, error) for cell, error in around.problems]
        below = {each: frozenset(self._dataset.descendants(each)) for each in names.townships}
        divisions, problems = divisions_of(reader, names, below)
        self._content.problems += problems
        match layout.kind:
            case ImportKind.RETURNS:
                read_returns(
                    reader, around, divisions, self._origin(reader, around, ""), self._wanted, self._content
                )
            case ImportKind.TARGETS:
                origin = self._origin(reader, around, "targets")
                read_targets(reader, around, divisions, origin, self._wanted, self._content)
            case never:
                assert_never(never)

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
        return SheetOrigin(self._file, reader.sheet.name, source, "-".join(filter(None, said)))

    def _layout(self, table: Table, around: Surroundings) -> ImportLayout | None:
        """Return the layout of a sheet, on record or just confirmed; without one ``None``, which is told."""
        known = {**self._dataset.imports, **self._content.layouts}
        name = layout_of(table, known, self._wanted.layout)
        if name is not None:
            return self._confirmed(table, name, known[name])
        place = Place(self._file, table.head_top + 1, table.name_column + 1, table.sheet.name)
        if self._wanted.layout is not None:
            self._content.problems.append(
                problem("E807", place, self._difference(table, self._wanted.layout, known))
            )
            return None
        return self._proposed(table, around, known, place)

    def _difference(self, table: Table, name: str, known: Mapping[str, ImportLayout]) -> str:
        if name not in known:
            return f"没有导入格式“{name}”"
        missing = "、".join(f"“{each}”" for each in missing_heads(table, known[name]))
        return f"这张表没有导入格式 {name} 的这些列：{missing}"

    def _confirmed(self, table: Table, name: str, layout: ImportLayout) -> ImportLayout | None:
        if layout.programme not in self._dataset.programmes:
            return None  # an unknown programme is told where the layout is written
        if layout.confirmed:
            return layout
        if self._wanted.accepts:
            self._content.layouts[name] = confirmed = replace_layout(layout, confirmed=True)
            return confirmed
        place = Place(self._file, table.head_top + 1, table.name_column + 1, table.sheet.name)
        detail = f"哪一列是哪个指标还没有确认，见 data/imports/{name}.yml"
        self._content.problems.append(problem("E807", place, detail))
        return None

    def _proposed(
        self, table: Table, around: Surroundings, known: Mapping[str, ImportLayout], place: Place
    ) -> ImportLayout | None:
        programme = self._programme()
        if programme is None:
            detail = "没有说这张表是哪项工作的"
            remedy = f"请写明 --programme：{'、'.join(self._dataset.programmes)}"
            self._content.problems.append(problem("E807", place, detail, remedy))
            return None
        indicators = {
            address: each
            for address, each in self._dataset.indicators.items()
            if address.programme == programme
        }
        nearest = nearest_layout(table, known)
        try:
            proposal, unknown = proposed_layout(table, indicators, programme, around.title)
        except ValueError:
            detail = "没有一列认得出是哪个指标"
            remedy = f"请先在 data/programmes/{programme}.yml 登记指标，名称用表头的话"
            self._content.problems.append(problem("E807", place, detail, remedy))
            return None
        if nearest is not None:
            proposal, unknown = (
                with_columns_of(known[nearest], proposal),
                tuple(head for head in unknown if head.text not in known[nearest].columns),
            )
        said = self._said(indicators)
        open_heads = {head.text for head in unknown}
        named = {head: each for head, each in said.items() if head in open_heads | proposal.columns.keys()}
        proposal = replace_layout(proposal, columns={**proposal.columns, **named})
        unknown = tuple(head for head in unknown if head.text not in named)
        name = free_name(f"{programme}-{proposal.kind.value}", known)
        accepted = replace_layout(proposal, confirmed=True) if self._wanted.accepts and not unknown else None
        layout = accepted or self._ask(table, proposal, unknown, indicators)
        self._content.layouts[name] = layout or proposal
        if layout is not None:
            return layout
        self._content.unknown[name] = tuple(head.text for head in unknown)
        changed = f"（{self._difference(table, nearest, known)}）" if nearest is not None else ""
        detail = f"哪一列是哪个指标还没有确认{changed}，推测写在 data/imports/{name}.yml"
        self._content.problems.append(problem("E807", place, detail))
        for head in unknown:
            at = Place(self._file, table.head_top + 1, head.column + 1, table.sheet.name)
            self._content.problems.append(problem("E807", at, f"没有认出“{head.text}”是哪个指标"))
        return None

    def _said(self, indicators: Mapping[Address, Indicator]) -> dict[str, ImportColumn]:
        """Return what columns are that the user named; one that means no indicator stays to be asked for."""
        found = {
            compact(head): column_of_answer(each, {}, indicators)
            for head, each in self._wanted.columns.items()
        }
        return {head: column for head, column in found.items() if column is not None}

    def _programme(self) -> str | None:
        programmes = self._dataset.programmes
        if self._wanted.programme is not None:
            return self._wanted.programme
        return next(iter(programmes)) if len(programmes) == 1 else None

    def _tell_of_hidden_cells(self, sheet: Sheet, table: Table) -> None:
        """Tell of rows and columns that are hidden, and read all the same."""
        for row in table.places:
            if row.at in sheet.hidden_rows:
                place = Place(self._file, row.at + 1, table.name_column + 1, sheet.name)
                self._content.problems.append(problem("W852", place, f"{row.name}这一行是隐藏的，照样读了"))
        for head in table.heads:
            if head.column in sheet.hidden_columns:
                place = Place(self._file, table.head_top + 1, head.column + 1, sheet.name)
                self._content.problems.append(
                    problem("W852", place, f"“{head.text}”这一列是隐藏的，照样读了")
                )
