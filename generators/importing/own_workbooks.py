"""Reads the workbooks that Tongbao itself writes: hidden ids say what every row and column is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from generators.importing.batches import Content, ReportBatch, SheetOrigin
from generators.importing.cells.characters import compact
from generators.importing.cells.days import day_of
from generators.importing.cells.errors import CellError
from generators.importing.figures.table_figures import Figure, SheetFigures, SheetReader, figures_of
from generators.importing.filing.sources import SheetSource
from generators.importing.tables.heads import Head
from generators.importing.tables.table import RowKind, Table, TableRow
from generators.importing.wanted import ImportWanted
from generators.model.address import Address
from generators.model.correction import RatioPart
from generators.model.dataset import Dataset
from generators.model.import_layout import ImportColumn, ImportLayout
from generators.model.period import Period, stated_period
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.workbooks.reading.sheet import Sheet, Workbook

OWN_SHEET: Final = "_tongbao"
"""The very hidden sheet with what the workbook is, as keys and values."""

FORMAT: Final = "1"

_IDS: Final = 0
"""The row with the ids of columns, and the column with those of rows; both are hidden."""

_TITLE: Final = 1
"""The row of the title."""

_NAMES: Final = 1
"""The column with the names of divisions."""

_PERIOD: Final = "period"
_REPORTED: Final = "reported"
_REMARK: Final = "remark"
_INAPPLICABLE: Final = "inapplicable"


def is_own(workbook: Workbook) -> bool:
    """Whether Tongbao wrote a workbook."""
    return any(sheet.name == OWN_SHEET for sheet in workbook.sheets)


def read_own(workbook: Workbook, file: str, dataset: Dataset, wanted: ImportWanted, content: Content) -> None:
    """Add what a workbook of returns says to ``content``; E820 where its hidden ids were changed."""
    facts = _facts(next(sheet for sheet in workbook.sheets if sheet.name == OWN_SHEET))
    sheet = next((each for each in workbook.sheets if each.name == facts.get("sheet")), None)
    place = Place(file, 1, 1, facts.get("sheet", ""))
    if sheet is None or facts.get("format") != FORMAT or facts.get("programme") not in dataset.programmes:
        content.problems.append(problem("E820", place, "隐藏的说明不全，或工作表改了名"))
    elif facts.get("kind") != "returns":
        content.problems.append(
            problem("E806", place, "这是清单，不是报表，现在还不能导入", "请在数据文件里登记")
        )
    else:
        _OwnReturns((workbook.name, file), sheet, facts, dataset, wanted, content).read()


def _facts(sheet: Sheet) -> dict[str, str]:
    return {sheet.text(row, 0): sheet.text(row, 1) for row in range(len(sheet.rows)) if sheet.text(row, 0)}


class _OwnReturns:
    """Reads the visible sheet of a workbook of returns."""

    def __init__(
        self,
        file: tuple[str, str],
        sheet: Sheet,
        facts: Mapping[str, str],
        dataset: Dataset,
        wanted: ImportWanted,
        content: Content,
    ) -> None:
        self._name, self._file = file
        self._sheet, self._facts = sheet, facts
        self._dataset, self._wanted, self._content = dataset, wanted, content
        self._columns = {sheet.text(_IDS, at): at for at in range(1, sheet.width) if sheet.text(_IDS, at)}

    def read(self) -> None:
        """Add what the rows with an id say."""
        columns = self._known_columns()
        for row in range(1, len(self._sheet.rows)):
            division = self._sheet.text(row, _IDS)
            if not division:
                continue
            if division not in self._dataset.divisions:
                self._tell(row, _IDS, f"隐藏的标识“{division}”不是已登记的区划")
                continue
            self._read_row(row, division, columns)

    def _tell(self, row: int, column: int, detail: str) -> None:
        place = Place(self._file, row + 1, column + 1, self._sheet.name)
        self._content.problems.append(problem("E820", place, detail))

    def _known_columns(self) -> dict[int, ImportColumn]:
        """Return what the columns of figures are; an unknown indicator is told."""
        found: dict[int, ImportColumn] = {}
        parts = {each.value: each for each in RatioPart}
        for name, at in self._columns.items():
            if "/" not in name:
                continue
            address, _, part = name.partition("#")
            if Address(address) not in self._dataset.indicators or (part and part not in parts):
                self._tell(_IDS, at, f"隐藏的标识“{name}”不是已登记的指标")
            else:
                found[at] = ImportColumn(indicator=Address(address), part=parts.get(part))
        return found

    def _read_row(self, row: int, division: str, columns: Mapping[int, ImportColumn]) -> None:
        said = self._text(row, _PERIOD) or self._facts.get("period", "")
        period = self._wanted.period or stated_period(said)
        if period is None:
            self._tell(row, self._columns.get(_PERIOD, _IDS), f"“{said}”不是期间")
            return
        try:
            on = self._wanted.on or self._reported(row, period)
        except CellError as error:
            place = Place(self._file, row + 1, self._columns.get(_REPORTED, _IDS) + 1, self._sheet.name)
            self._content.problems.append(problem(error.code, place, error.detail, error.remedy))
            return
        found = self._figures(row, division, columns)
        self._content.problems += found.problems
        reason = self._text(row, _INAPPLICABLE)
        figures = [_with_reason(each, reason) for each in found.figures]
        if figures:
            note = self._text(row, _REMARK)
            batch = ReportBatch(self._origin(), division, period, on, tuple(figures), note, (row, _NAMES))
            self._content.reports.append(batch)

    def _figures(self, row: int, division: str, columns: Mapping[int, ImportColumn]) -> SheetFigures:
        heads = tuple(Head(at, self._sheet.text(_IDS, at), None) for at in columns)
        layout = ImportLayout(
            title=self._name,
            programme=self._facts["programme"],
            division="division",
            columns={
                compact(head.text): replace_measure(columns[head.column], self._dataset) for head in heads
            },
        )
        rows = (TableRow(row, RowKind.PLACE, self._dataset.divisions[division].name, (division,)),)
        table = Table(self._sheet, _IDS, _NAMES, "division", heads, rows, (), ())
        reader = SheetReader(self._file, table, layout, self._dataset.indicators)
        return figures_of(reader, {row: division})

    def _origin(self) -> SheetOrigin:
        """Return the workbook as a source: its title, after the name of the one place that it is for."""
        programme = self._dataset.programmes[self._facts["programme"]]
        place = self._facts.get("division", "")
        name = self._dataset.divisions[place].name if place in self._dataset.divisions else ""
        title = next(
            filter(None, (self._sheet.text(_TITLE, at) for at in range(self._sheet.width))), self._name
        )
        source = SheetSource(f"{name}{title}", programme.office, None, self._name, is_public=True)
        wanted = "-".join(
            filter(None, (programme.id, self._facts.get("period", ""), place.rpartition("/")[2]))
        )
        return SheetOrigin(self._file, self._sheet.name, source, wanted)

    def _text(self, row: int, column: str) -> str:
        at = self._columns.get(column)
        return "" if at is None else self._sheet.text(row, at)

    def _reported(self, row: int, period: Period) -> date | None:
        at = self._columns.get(_REPORTED)
        year = period.end.year if period.end is not None else None
        return None if at is None else day_of(self._sheet.value(row, at), year)


def replace_measure(column: ImportColumn, dataset: Dataset) -> ImportColumn:
    """Return a column with the unit of its indicator: the numbers of these workbooks are in no other."""
    indicator = dataset.indicators.get(column.indicator) if column.indicator is not None else None
    if indicator is None or column.part is not None:
        return column
    return column.detached(measure=indicator.measure)


def _with_reason(figure: Figure, reason: str) -> Figure:
    return replace(figure, not_applicable=reason) if figure.not_applicable is not None and reason else figure
