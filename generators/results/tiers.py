"""What is found about tiers: plain frozen records, exact, unrounded."""

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
"""The rank of a division that is on record and fulfils not even the lowest tier."""

Rank = int | None
"""A tier's place counted from the lowest, 0; ``BELOW``; ``None`` for one not rated (未评定)."""


@dataclass(frozen=True, slots=True)
class ItemState:
    """One item of a checklist: whether it is in place, and the last check on record, if any."""

    item: str
    check: ItemCheck | None
    is_passed: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """A standard as it stands in one division on one day; items are in the standard's order."""

    division: str
    standard: Address
    day: date
    items: tuple[ItemState, ...]
    required: int

    @property
    def passed(self) -> int:
        """Return how many items are in place."""
        return sum(item.is_passed for item in self.items)

    @property
    def is_passed(self) -> bool:
        """Whether as many items are in place as the standard asks for."""
        return self.passed >= self.required

    @property
    def is_on_record(self) -> bool:
        """Whether any item was ever checked; a division nobody looked at has not failed."""
        return any(item.check is not None for item in self.items)


@dataclass(frozen=True, slots=True)
class TierStanding:
    """In which tier a division stands on ``day``, and why.

    ``since`` is the first day of the unbroken time in this tier, as far as dates are stated.
    Of the reasons those are filled that the ladder goes by: the checklists of its standards, the
    measured value, or the latest assessment.
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
    """How many divisions of an area stand in each tier, lowest first, on one day."""

    area: str
    day: date
    counts: tuple[int, ...]
    below: int
    unrated: int

    @property
    def total(self) -> int:
        """Return how many divisions there are; those not rated are among them."""
        return sum(self.counts) + self.below + self.unrated

    @property
    def rated(self) -> int:
        """Return how many divisions are on record."""
        return self.total - self.unrated

    def at_least(self, rank: int) -> int:
        """Return how many divisions stand in the tier of ``rank`` or higher."""
        return sum(self.counts[rank:])


class MoveKind(StrEnum):
    """How a standing changed between two days."""

    UP = "up"
    DOWN = "down"
    NEW = "new"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Move:
    """A division whose rank changed; ``before`` is ``None`` also for one that did not exist yet."""

    division: str
    kind: MoveKind
    before: Rank
    after: Rank


@dataclass(frozen=True)
class LadderResult:
    """One ladder on its programme's day of measuring.

    ``standings`` and ``distributions`` are in the order of the divisions; the latter are those of
    ``area``, the programme's own, and of every division between it and those rated. ``history``
    is that of ``area`` at the ends of quarters, earliest first, ``day`` last. ``moves`` are since
    ``compared_with``; ``lifted`` counts those that have left the lowest possible
    standing, ``withheld`` those that an audience is not shown and that are not counted for it.
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
