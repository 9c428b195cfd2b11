"""What has become of closed periods: figures computed again, and how they differ from the closed ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generators.model.closing import ClosedRecord, Fields, FigureKey, InputKey
from generators.model.correction import Correction
from generators.model.record import Place, Record
from generators.results.figures import Measured


@dataclass(frozen=True, slots=True)
class ClosedFigure:
    """A figure of a period: what it says, and the values and records that it rests on."""

    says: Fields
    values: tuple[Measured, ...] = ()
    records: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """A record that decides figures: the digest of what it says, its place, and whether it is public."""

    digest: str
    place: Place
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class Reckoning:
    """All figures of a period with all that they were computed from."""

    figures: Mapping[FigureKey, ClosedFigure]
    inputs: Mapping[InputKey, Input]


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure before and now; ``None`` where it was not there, or no longer is."""

    key: FigureKey
    before: Fields | None
    now: Fields | None


@dataclass(frozen=True, slots=True)
class CorrectedFigure:
    """A closed figure that corrections have changed since."""

    difference: Difference
    now: ClosedFigure | None


@dataclass(frozen=True)
class ClosingState:
    """A closed period that is in force, compared with the data as they are now.

    ``inputs`` are those of now without the ``corrections`` made since, ``altered`` the figures that they give
    otherwise; ``corrected`` are those that these corrections change. ``is_same_program`` says that the code
    is that which computed the closed figures, ``is_seen_alike`` that nobody changed who may see what.
    """

    record: ClosedRecord
    inputs: Mapping[InputKey, Input]
    altered: tuple[Difference, ...] = ()
    corrections: tuple[Correction, ...] = ()
    corrected: tuple[CorrectedFigure, ...] = ()
    is_same_program: bool = True
    is_seen_alike: bool = True
