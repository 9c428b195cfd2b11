"""What is read of sheets, ready to be compared with the data: reports and targets by division."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from generators.importing.figures.table_figures import Figure
from generators.importing.figures.target_cells import NewTarget
from generators.importing.filing.changes import Effect
from generators.importing.filing.insertion import Insertion
from generators.importing.filing.numbers import RecordNumbers
from generators.importing.filing.sources import SheetSource
from generators.model.address import Address
from generators.model.import_layout import ImportLayout
from generators.model.period import Period
from generators.model.problem import Problem
from generators.model.record import Place
from generators.workbooks.reading.sheet import Cell


@dataclass(frozen=True, slots=True)
class SheetOrigin:
    """The sheet that something comes from: ``file`` as it is shown, its source, the id wanted for that."""

    file: str
    sheet: str
    source: SheetSource
    source_name: str
    is_turned: bool = False

    def place(self, cell: Cell) -> Place:
        """Return the place of a cell; of a turned sheet it is that on the paper."""
        row, column = (cell[1], cell[0]) if self.is_turned else cell
        return Place(self.file, row + 1, column + 1, self.sheet)

    def places(self, cells: Iterable[Cell]) -> tuple[Place, ...]:
        """Return the places of cells."""
        return tuple(map(self.place, cells))


@dataclass(frozen=True, slots=True)
class ReportBatch:
    """What one row reports of a division and period; ``cell`` is that of its name."""

    origin: SheetOrigin
    division: str
    period: Period
    on: date | None
    figures: tuple[Figure, ...]
    note: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class TargetBatch:
    """A target that one cell sets."""

    origin: SheetOrigin
    division: str
    indicator: Address
    target: NewTarget
    cell: Cell


@dataclass(frozen=True, slots=True)
class RecordBatch:
    """A record of a list, or an event of one: ``name`` says which, ``shown`` what becomes of it.

    What is new goes into ``file`` by the insertion made with the id of the source, if it has an ``origin``.
    """

    division: str
    name: str
    shown: str
    effect: Effect
    file: str = ""
    insertion: Callable[[str], Insertion] | None = None
    origin: SheetOrigin | None = None


@dataclass(slots=True)
class Content:
    """All that was read: reports, targets, records of lists, layouts by name, and what is wrong.

    The layouts are new or now confirmed; ``unknown`` are the heads for which a new layout proposes nothing.
    """

    reports: list[ReportBatch] = field(default_factory=list)
    targets: list[TargetBatch] = field(default_factory=list)
    records: list[RecordBatch] = field(default_factory=list)
    layouts: dict[str, ImportLayout] = field(default_factory=dict)
    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    numbers: RecordNumbers = field(default_factory=RecordNumbers)
