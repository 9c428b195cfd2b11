"""Reads the returns that Tongbao itself writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generators.importing.batches import ReportBatch
from generators.importing.cells.characters import compact
from generators.importing.figures.table_figures import Figure, SheetFigures, SheetReader, figures_of
from generators.importing.own.sheet import IDS, NAMES, OwnSheet
from generators.importing.tables.heads import Head
from generators.importing.tables.rows import RowKind, TableRow
from generators.importing.tables.table import Table
from generators.importing.wanted import ImportWanted
from generators.model.address import Address
from generators.model.correction import RatioPart
from generators.model.dataset import Dataset
from generators.model.import_layout import ImportColumn, ImportLayout
from generators.model.period import stated_period

_PERIOD: Final = "period"
_REPORTED: Final = "reported"


def read_own_returns(own: OwnSheet, wanted: ImportWanted) -> None:
    """Add what the rows with an id say of their period; E820 where hidden ids were changed."""
    columns = _known_columns(own)
    for row, division in own.divisions():
        _read_row(own, wanted, row, division, columns)


def _known_columns(own: OwnSheet) -> dict[int, ImportColumn]:
    """Return what the columns of figures are; an unknown indicator is told."""
    found: dict[int, ImportColumn] = {}
    parts = {each.value: each for each in RatioPart}
    for name, at in own.columns.items():
        if "/" not in name:
            continue
        address, _, part = name.partition("#")
        if Address(address) not in own.dataset.indicators or (part and part not in parts):
            own.refuse(IDS, at, f"隐藏的标识“{name}”不是已登记的指标")
        else:
            found[at] = ImportColumn(indicator=Address(address), part=parts.get(part))
    return found


def _read_row(
    own: OwnSheet, wanted: ImportWanted, row: int, division: str, columns: Mapping[int, ImportColumn]
) -> None:
    said = own.text(row, _PERIOD) or own.facts.get("period", "")
    period = wanted.period or stated_period(said)
    if period is None:
        own.refuse(row, own.columns.get(_PERIOD, IDS), f"“{said}”不是期间")
        return
    on = wanted.on or own.day(row, _REPORTED, period.end.year if period.end is not None else None)
    found = _figures(own, row, division, columns)
    own.content.problems += found.problems
    reason = own.text(row, "inapplicable")
    figures = tuple(_with_reason(each, reason) for each in found.figures)
    if figures:
        note = own.text(row, "remark")
        batch = ReportBatch(own.origin(), division, period, on, figures, note, (row, NAMES))
        own.content.reports.append(batch)


def _figures(own: OwnSheet, row: int, division: str, columns: Mapping[int, ImportColumn]) -> SheetFigures:
    heads = tuple(Head(at, own.sheet.text(IDS, at), None) for at in columns)
    layout = ImportLayout(
        title=own.name,
        programme=own.programme,
        division="division",
        columns={compact(head.text): replace_measure(columns[head.column], own.dataset) for head in heads},
    )
    rows = (TableRow(row, RowKind.PLACE, own.dataset.divisions[division].name, (division,)),)
    table = Table(own.sheet, IDS, NAMES, "division", heads, rows, (), ())
    reader = SheetReader(own.file, table, layout, own.dataset.indicators)
    return figures_of(reader, {row: division})


def replace_measure(column: ImportColumn, dataset: Dataset) -> ImportColumn:
    """Return a column with the unit of its indicator: the numbers of these workbooks are in no other."""
    indicator = dataset.indicators.get(column.indicator) if column.indicator is not None else None
    if indicator is None or column.part is not None:
        return column
    return column.detached(measure=indicator.measure)


def _with_reason(figure: Figure, reason: str) -> Figure:
    return replace(figure, not_applicable=reason) if figure.not_applicable is not None and reason else figure
