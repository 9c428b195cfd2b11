"""The divisions to which consequences apply, with the grounds: frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, assert_never

from generators.model.address import Address
from generators.model.consequence import Band, Consequence, RankTrigger, TierTrigger
from generators.model.period import Period
from generators.results.figures import Progress
from generators.results.tiers import Rank


@dataclass(frozen=True, slots=True)
class RankGround:
    """A rank that fulfils ``trigger`` in a closed period in which ``ranked`` divisions are ranked.

    ``sharing`` is the number of divisions with this rank, including the division itself.
    ``is_edge_tie`` is true if they are more than the places left for them, and all are included.
    """

    trigger: RankTrigger
    period: Period
    rank: int
    ranked: int
    sharing: int
    band: Band | None
    is_edge_tie: bool


@dataclass(frozen=True, slots=True)
class StatusGround:
    """A target whose status fulfils the trigger."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class ProblemsGround:
    """The addresses of the overdue problems in the division and below it."""

    overdue: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TierGround:
    """The rank of the division on the ladder of ``trigger``."""

    trigger: TierTrigger
    rank: Rank


Ground: TypeAlias = RankGround | StatusGround | ProblemsGround | TierGround
"""Why a consequence applies: one type for each kind of trigger."""


def rank_ground(ground: Ground) -> RankGround | None:
    """Return the ground if it is a rank in a period; ``None`` for the other kinds, which hold on a day."""
    match ground:
        case RankGround():
            return ground
        case StatusGround() | ProblemsGround() | TierGround():
            return None
        case never:
            assert_never(never)


@dataclass(frozen=True, slots=True)
class ConsequenceEntry:
    """One division to which a consequence applies, and why."""

    division: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class ConsequenceResult:
    """A consequence with the divisions to which it applies, on its programme's ``day``.

    For a rank trigger, ``periods`` are all closed periods, earliest first, and entries are in the order of
    period, then rank. For other triggers ``periods`` is empty, and entries are in the order of the divisions.
    """

    address: Address
    consequence: Consequence
    day: date
    periods: tuple[Period, ...]
    entries: tuple[ConsequenceEntry, ...]

    @property
    def programme(self) -> str:
        """Return the id of the programme."""
        return self.address.programme

    @property
    def latest(self) -> tuple[ConsequenceEntry, ...]:
        """Return the entries of the last closed period; for triggers other than rank, all entries."""
        if self.consequence.rank_trigger is None:
            return self.entries
        return self.entries_of(self.periods[-1]) if self.periods else ()

    def entries_of(self, period: Period) -> tuple[ConsequenceEntry, ...]:
        """Return the entries of one period; none for triggers other than rank."""
        return tuple(
            each
            for each in self.entries
            if (ground := rank_ground(each.ground)) is not None and ground.period == period
        )
