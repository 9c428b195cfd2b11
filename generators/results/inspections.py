"""Measured inspections: the visits and findings of each round, and the last visit to each village."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generators.model.inspection import Inspection, Visit
from generators.results.ledgers import ProblemStanding


@dataclass(frozen=True, slots=True)
class VisitResult:
    """One visit with the standings of the problems that it found."""

    visit: Visit
    township: str | None
    findings: tuple[ProblemStanding, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of a set of villages were visited."""

    visited: int
    villages: int

    @property
    def share(self) -> Decimal | None:
        """Return the share visited as a fraction of one; ``None`` if there is no village."""
        return Decimal(self.visited) / Decimal(self.villages) if self.villages else None


@dataclass(frozen=True, slots=True)
class Round:
    """One round of inspections on ``day``, with the visits until then.

    ``reach`` maps each township to the villages visited in it, in the order of the divisions; villages
    directly within a county are under the county. The villages are those that exist on the round's last
    day, or on ``day`` if that is earlier. ``findings`` are the problems that its visits list, and those
    that name the round.
    """

    inspection: Inspection
    day: date
    visits: tuple[VisitResult, ...]
    findings: tuple[ProblemStanding, ...]
    reach: Mapping[str, Reach]

    @property
    def whole_reach(self) -> Reach:
        """Return the reach over all villages."""
        return whole(self.reach)

    @property
    def scores(self) -> tuple[Decimal, ...]:
        """Return the scores of the visits that have one, in the order of the visits."""
        return tuple(each.visit.score for each in self.visits if each.visit.score is not None)

    @property
    def mean_score(self) -> Decimal | None:
        """Return the mean of the scores; ``None`` if there is none."""
        return sum(self.scores, Decimal(0)) / len(self.scores) if self.scores else None


@dataclass(frozen=True, slots=True)
class InspectionRecord:
    """The rounds of one programme, all or those that an audience sees, earliest first, and their joint reach.

    ``last_visits`` maps every village of the programme that exists on ``day`` to the day of its last visit,
    ``None`` if it was never visited. ``is_whole`` is false if rounds are withheld: a village without a visit
    here may then have been visited in one of those.
    """

    programme: str
    day: date
    rounds: tuple[Round, ...]
    last_visits: Mapping[str, date | None]
    reach: Mapping[str, Reach]
    is_whole: bool = True

    @property
    def whole_reach(self) -> Reach:
        """Return the reach of all rounds over all villages."""
        return whole(self.reach)


def whole(parts: Mapping[str, Reach]) -> Reach:
    """Return the sum of the ``parts``."""
    return Reach(sum(each.visited for each in parts.values()), sum(each.villages for each in parts.values()))
