"""Reads the plans that Tongbao itself writes: columns are indicators with the last day of their targets."""

from __future__ import annotations

from datetime import date

from generators.importing.batches import TargetBatch
from generators.importing.cells.days import day_of
from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import Said, reading_of
from generators.importing.figures.target_cells import NewTarget
from generators.importing.figures.values import ColumnMeaning, meaning_of
from generators.importing.filing.changes import target_on_record
from generators.importing.own.sheet import IDS, OwnSheet
from generators.model.address import Address
from generators.model.scalars import Amount


def read_own_targets(own: OwnSheet) -> None:
    """Add the targets in the rows with an id; one on record with the same value is taken as it is."""
    start = _hidden_day(own.facts.get("from", ""))
    origin = own.origin()
    for name, at in own.columns.items():
        address, mark, due_text = name.partition("@")
        if not mark:
            continue
        due = _hidden_day(due_text)
        indicator = own.dataset.indicators.get(Address(address))
        if indicator is None or due is None or start is None:
            own.refuse(IDS, at, f"隐藏的标识“{name}”不是已登记的指标和期限")
            continue
        column = ColumnMeaning(indicator, None, indicator.measure, is_in_percent=True)
        for row, division in own.divisions():
            value = _value(own, (row, at), column)
            if value is None:
                continue
            filed = own.dataset.targets_filed.get((division, Address(address)), ())
            same = next(
                (each for each in filed if each.each is None and (each.due, each.value) == (due, value)), None
            )
            target = NewTarget(value, start, due) if same is None else target_on_record(same)
            own.content.targets.append(TargetBatch(origin, division, Address(address), target, (row, at)))


def _hidden_day(text: str) -> date | None:
    """Return the day of a hidden text, ``None`` if it is no longer one."""
    try:
        return day_of(text)
    except CellError:
        return None


def _value(own: OwnSheet, cell: tuple[int, int], column: ColumnMeaning) -> Amount | None:
    """Return the value in a cell; ``None`` if it is empty, or what is wrong had to be told."""
    try:
        reading = reading_of(own.sheet.value(*cell), is_percentage=cell in own.sheet.percentages)
        return None if reading.said is Said.NOTHING else meaning_of(reading, column).value
    except CellError as error:
        own.tell(error.code, cell, error.detail, error.remedy)
        return None
