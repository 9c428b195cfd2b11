"""To whom consequences apply, and on what ground: plain frozen records with every number of the reason."""

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
    """A rank that fulfils ``trigger`` in a closed period, of ``ranked`` in all.

    ``sharing`` divisions have the rank, the division among them.
    ``is_edge_tie`` says that not all who share it would have had a place but for the tie.
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
    """A target and its status."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class ProblemsGround:
    """The addresses of the overdue problems in the division and below it."""

    overdue: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TierGround:
    """Where the division stands on the ladder of ``trigger``."""

    trigger: TierTrigger
    rank: Rank


Ground: TypeAlias = RankGround | StatusGround | ProblemsGround | TierGround
"""Why a consequence applies, by the kind of its trigger."""


def rank_ground(ground: Ground) -> RankGround | None:
    """Return the ground if it is a rank in a period; ``None`` if it is how things stand on a day."""
    match ground:
        case RankGround():
            return ground
        case StatusGround() | ProblemsGround() | TierGround():
            return None
        case never:
            assert_never(never)


@dataclass(frozen=True, slots=True)
class ConsequenceEntry:
    """One division to which a consequence applies."""

    division: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class ConsequenceResult:
    """A consequence with everyone to whom it applies, on its programme's ``day``.

    Where it goes by rank, ``periods`` are all that are closed, earliest first, and entries come period
    by period, best rank first; else ``periods`` is empty and entries are in the order of the divisions.
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
        """Return the entries of the last period, or of the day."""
        if self.consequence.rank_trigger is None:
            return self.entries
        return self.entries_of(self.periods[-1]) if self.periods else ()

    def entries_of(self, period: Period) -> tuple[ConsequenceEntry, ...]:
        """Return the entries of one period."""
        return tuple(
            each
            for each in self.entries
            if (ground := rank_ground(each.ground)) is not None and ground.period == period
        )
