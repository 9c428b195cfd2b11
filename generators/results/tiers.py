"""Measured tiers: checklists, standings, moves and distributions; frozen records, unrounded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from generators.model.address import Address
from generators.model.ladder import Assessment
from generators.model.standard import ItemCheck
from generators.results.figures import Measured

BELOW: Final = -1
"""The rank of a rated division that does not reach the lowest tier."""

Rank = int | None
"""The index of a tier, 0 for the lowest; ``BELOW``; or ``None`` for an unrated division (未评定)."""


@dataclass(frozen=True, slots=True)
class ItemState:
    """One item of a checklist: whether it is in place, and its last check, ``None`` if there was none."""

    item: str
    check: ItemCheck | None
    is_passed: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """The state of a standard in one division on one day; items are in the standard's order."""

    division: str
    standard: Address
    day: date
    items: tuple[ItemState, ...]
    required: int

    @property
    def passed(self) -> int:
        """Return the number of items in place."""
        return sum(item.is_passed for item in self.items)

    @property
    def is_passed(self) -> bool:
        """Whether at least the required number of items is in place."""
        return self.passed >= self.required

    @property
    def is_on_record(self) -> bool:
        """Whether any item was ever checked; an unchecked division is unrated rather than failed."""
        return any(item.check is not None for item in self.items)


@dataclass(frozen=True, slots=True)
class TierStanding:
    """The tier of a division on ``day``, and why.

    ``since`` is the day since which the division has been in this tier without a break; ``None`` if the
    dates that decide it are not stated. The ladder's rule decides which of the reasons are set: the
    checklists of its standards, the measured value, or the latest assessment.
    """

    division: str
    ladder: Address
    day: date
    rank: Rank
    since: date | None = None
    checklists: tuple[Checklist, ...] = ()
    measured: Measured | None = None
    assessment: Assessment | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """The number of divisions of an area in each tier on one day; ``counts`` has the lowest tier first."""

    area: str
    day: date
    counts: tuple[int, ...]
    below: int
    unrated: int

    @property
    def total(self) -> int:
        """Return the number of divisions, including unrated ones."""
        return sum(self.counts) + self.below + self.unrated

    @property
    def rated(self) -> int:
        """Return the number of rated divisions."""
        return self.total - self.unrated

    def at_least(self, rank: int) -> int:
        """Return the number of divisions in the tier of ``rank`` or higher."""
        return sum(self.counts[rank:])


class MoveKind(StrEnum):
    """How the rank of a division changed between two days."""

    UP = "up"
    DOWN = "down"
    NEW = "new"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Move:
    """A division whose rank changed; ``before`` is also ``None`` if it did not exist on the earlier day."""

    division: str
    kind: MoveKind
    before: Rank
    after: Rank


@dataclass(frozen=True)
class LadderResult:
    """The results of one ladder on its programme's day of measuring.

    ``standings`` and ``distributions`` are in the order of the divisions; the latter cover ``area``, that of
    the programme, and every area within it that contains divisions of the ladder. ``history`` has those
    of ``area`` at the ends of quarters, earliest first, with ``day`` last. ``moves`` are those since
    ``compared_with``; ``lifted`` is the number of divisions that left the lowest possible rank, ``withheld``
    the number that the audience does not see, and that are not counted here.
    """

    ladder: Address
    area: str
    day: date
    standings: Mapping[str, TierStanding]
    distributions: Mapping[str, Distribution]
    history: tuple[Distribution, ...]
    compared_with: date
    moves: tuple[Move, ...]
    lifted: int
    withheld: int = 0
