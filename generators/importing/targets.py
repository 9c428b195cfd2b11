"""Reads a plan: the targets of divisions for a year, with the steps and bases that its notes state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from generators.importing.batches import Content, SheetOrigin, TargetBatch
from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import Reading, Said
from generators.importing.cells.units import unit_of
from generators.importing.figures.merged_cells import merged_figures
from generators.importing.figures.table_figures import SheetReader
from generators.importing.figures.target_cells import NewTarget, target_of
from generators.importing.figures.target_notes import ColumnNote, notes_of
from generators.importing.figures.totals import wrong_totals
from generators.importing.figures.values import ColumnMeaning, meaning_of
from generators.importing.tables.surroundings import Surroundings
from generators.importing.wanted import ImportWanted
from generators.model.problem_codes import problem
from generators.workbooks.reading.sheet import Cell


def read_targets(
    reader: SheetReader,
    around: Surroundings,
    divisions: Mapping[int, str],
    origin: SheetOrigin,
    wanted: ImportWanted,
    content: Content,
) -> None:
    """Add the targets of a plan to ``content``, with all that is wrong about them."""
    stated = wanted.period.end if wanted.period is not None else None
    year = stated.year if stated is not None else around.year
    if year is None:
        detail = "没有写是哪一年的目标"
        content.problems.append(
            problem("E813", reader.place((0, 0)), detail, "请写在标题里，或用 --period 2026 写明")
        )
        return
    notes, unread = notes_of(reader.table, year)
    for cell, clause in unread:
        content.problems.append(problem("W854", reader.place(cell), f"“{clause}”没有读懂，没有导入"))
    content.problems += wrong_totals(reader)
    content.problems += merged_figures(reader)
    for row, division in divisions.items():
        for head, address, column in reader.columns():
            cell = (row, head.column)
            try:
                target = _target(reader, cell, column, year, notes)
            except CellError as error:
                content.problems.append(reader.problem(cell, error))
                continue
            if target is not None:
                content.targets.append(TargetBatch(origin, division, address, target, cell))


def _target(
    reader: SheetReader, cell: Cell, column: ColumnMeaning, year: int, notes: tuple[ColumnNote, ...]
) -> NewTarget | None:
    said = reader.sheet.value(*cell)
    if cell in reader.sheet.uncomputed or cell in reader.sheet.failed or cell in reader.sheet.scaled:
        reader.reading(cell)
    found = target_of(
        said,
        year,
        is_percentage=cell in reader.sheet.percentages,
        is_flag=column.indicator.kind.is_flag,
    )
    if found is None or found.reading.said is Said.INAPPLICABLE:
        return None
    meaning = meaning_of(found.reading if isinstance(said, str) else reader.reading(cell), column)
    if meaning.value is None:
        return None
    steps = tuple((day, _in_measure(number, found.reading, column)) for day, number in found.stages)
    target = NewTarget(meaning.value, date(year, 1, 1), found.due, meaning.qualifier, milestones=steps)
    return _with_notes(target, cell, column, notes) if not column.indicator.kind.is_flag else target


def _in_measure(number: Decimal, whole: Reading, column: ColumnMeaning) -> Decimal:
    """Return a stage in the unit of the indicator; it is written in that of the whole."""
    found = meaning_of(Reading(Said.NUMBER, number, unit=whole.unit, is_percent=whole.is_percent), column)
    return found.value if isinstance(found.value, Decimal) else number


def _with_notes(
    target: NewTarget, cell: Cell, column: ColumnMeaning, notes: tuple[ColumnNote, ...]
) -> NewTarget:
    for note in notes:
        if note.column != cell[1]:
            continue
        base = None if note.baseline is None else _noted(note.baseline, note, column)
        steps = tuple((day, _noted(number, note, column)) for day, number in note.steps if day < target.due)
        target = target.with_note(base, steps)
    return target


def _noted(number: Decimal, note: ColumnNote, column: ColumnMeaning) -> Decimal:
    unit = unit_of(note.unit) if note.unit else None
    return _in_measure(number, Reading(Said.NUMBER, unit=unit), column)
