"""What measuring finds of inspections: each round's visits and findings, and who was visited when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generators.model.inspection import Inspection, Visit
from generators.results.ledgers import ProblemStanding


@dataclass(frozen=True, slots=True)
class VisitResult:
    """One visit, and how the problems that it found stand now."""

    visit: Visit
    township: str | None
    findings: tuple[ProblemStanding, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of a number of villages were visited."""

    visited: int
    villages: int

    @property
    def share(self) -> Decimal | None:
        """Return the share as a fraction of one; ``None`` where there is no village."""
        return Decimal(self.visited) / Decimal(self.villages) if self.villages else None


@dataclass(frozen=True, slots=True)
class Round:
    """One round of inspection as it stands on ``day``: visits until then, what they scored and found.

    ``reach`` counts, in the order of the divisions, the villages of each township (of the county, where
    no township is on record) that were there on the round's last day, or on ``day`` if it still lasts.
    ``findings`` are the problems that its visits list and those that name the round themselves.
    """

    inspection: Inspection
    day: date
    visits: tuple[VisitResult, ...]
    findings: tuple[ProblemStanding, ...]
    reach: Mapping[str, Reach]

    @property
    def whole_reach(self) -> Reach:
        """Return how many of all villages the round visited."""
        return whole(self.reach)

    @property
    def scores(self) -> tuple[Decimal, ...]:
        """Return the scores that were given, in the order of the visits."""
        return tuple(each.visit.score for each in self.visits if each.visit.score is not None)

    @property
    def mean_score(self) -> Decimal | None:
        """Return the mean of the scores; ``None`` where none was given."""
        return sum(self.scores, Decimal(0)) / len(self.scores) if self.scores else None


@dataclass(frozen=True, slots=True)
class InspectionRecord:
    """All rounds of one programme, or those of one audience, earliest first, and what they reached together.

    ``last_visits`` gives for every village of the programme still there on ``day`` when it was last
    visited, ``None`` for never. ``is_whole`` is false where rounds are withheld: then nobody can
    be said not to have been visited.
    """

    programme: str
    day: date
    rounds: tuple[Round, ...]
    last_visits: Mapping[str, date | None]
    reach: Mapping[str, Reach]
    is_whole: bool = True

    @property
    def whole_reach(self) -> Reach:
        """Return how many of all villages were visited at any time."""
        return whole(self.reach)


def whole(parts: Mapping[str, Reach]) -> Reach:
    """Return the reach of all ``parts`` together."""
    return Reach(sum(each.visited for each in parts.values()), sum(each.villages for each in parts.values()))
