"""What scoring and ranking find: every input and every step, so that a reader can do it again by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.period import Period
from generators.model.scheme import Component, PointsRule, Scheme, SchemeVersion, VetoRule
from generators.model.target import Target
from generators.results.figures import Measured

_FULL: Final = Decimal(100)


class Absence(StrEnum):
    """Why a component has no score; none of these is a score of zero."""

    UNREPORTED = "unreported"
    NOT_APPLICABLE = "not-applicable"
    INCOMPUTABLE = "incomputable"
    NO_TARGET = "no-target"


class RankingOutcome(StrEnum):
    """Whether a division is ranked in a period, and if not, why not."""

    RANKED = "ranked"
    INSUFFICIENT = "insufficient"
    VETOED = "vetoed"


@dataclass(frozen=True, slots=True)
class ComponentScore:
    """One component of one division's score.

    ``normalised`` is the component's own score, of about 0 to 100, and ``absence`` says why there is
    none. ``share`` is its part of all the weight that counts for the division (a fraction of one), and
    ``contribution`` what it adds to the score, ``share × normalised``; both are ``None`` where the
    division has no score, ``share`` also where the component does not count. ``worth`` is what one
    unit more of the value (for a flag: yes instead of no) would add to the score. ``lowest`` and
    ``highest`` bound the component's own score while it is missing; with a value both are that score.
    """

    id: str
    component: Component
    indicator: Address
    measured: Measured
    target: Target | None
    normalised: Decimal | None
    absence: Absence | None
    share: Decimal | None
    contribution: Decimal | None
    worth: Decimal | None
    lowest: Decimal
    highest: Decimal


@dataclass(frozen=True, slots=True)
class AppliedPoints:
    """One bonus or deduction as applied: the points it is worth, and those left of them by the caps."""

    adjustment: Adjustment
    rule: PointsRule
    points: Decimal
    counted: Decimal


@dataclass(frozen=True, slots=True)
class AppliedVeto:
    """One veto as applied."""

    adjustment: Adjustment
    rule: VetoRule


@dataclass(frozen=True, slots=True)
class DivisionScore:
    """One division's score for one period, with everything it was made from.

    ``coverage`` is the share of weight with a value, a fraction of one. ``base`` is the sum of the
    contributions, ``unrounded`` that with bonuses and less deductions, ``score`` the same rounded to
    the scheme's precision; all three are ``None`` where there are too few data.
    """

    division: str
    group: str | None
    standing: RankingOutcome
    components: tuple[ComponentScore, ...]
    bonuses: tuple[AppliedPoints, ...]
    deductions: tuple[AppliedPoints, ...]
    vetoes: tuple[AppliedVeto, ...]
    coverage: Decimal
    base: Decimal | None
    bonus: Decimal
    deduction: Decimal
    unrounded: Decimal | None
    score: Decimal | None
    is_placed_last: bool


@dataclass(frozen=True, slots=True)
class RankInterval:
    """The ranks that other reasonable weights, and what is still missing, would have given."""

    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class RankedDivision:
    """A division's place in a period.

    ``movement`` is how many ranks it rose (negative: fell) since the period before, counted among
    the divisions ranked in both; ``None`` for a newcomer and in a scheme's first period.
    """

    score: DivisionScore
    rank: int
    group_rank: int | None
    movement: int | None
    is_newcomer: bool
    interval: RankInterval

    @property
    def division(self) -> str:
        """Return the division's id."""
        return self.score.division


@dataclass(frozen=True, slots=True)
class PeriodRanking:
    """The ranking of one period: by rank, then id; those without a rank apart, by id.

    ``red`` and ``black`` are the divisions on the lists that the version declares, best rank first.
    """

    scheme: Address
    period: Period
    version: SchemeVersion
    closing: date
    ranked: tuple[RankedDivision, ...]
    insufficient: tuple[DivisionScore, ...]
    vetoed: tuple[DivisionScore, ...]
    red: tuple[str, ...] = ()
    black: tuple[str, ...] = ()

    @property
    def ranks(self) -> Mapping[str, int]:
        """Return the rank of every ranked division."""
        return {each.division: each.rank for each in self.ranked}


@dataclass(frozen=True, slots=True)
class SchemeRankings:
    """All periods of one scheme that are closed, earliest first.

    ``withheld`` counts the periods that its reader may not see.
    """

    scheme: Scheme
    periods: tuple[PeriodRanking, ...]
    withheld: int = 0

    @property
    def latest(self) -> PeriodRanking | None:
        """Return the last closed period, if there is one."""
        return self.periods[-1] if self.periods else None


@dataclass(frozen=True, slots=True)
class Rankings:
    """The rankings of every scheme as known on ``as_of``, by the address ``programme/scheme``."""

    as_of: date
    schemes: Mapping[Address, SchemeRankings]


def full_points(part: ComponentScore) -> Decimal:
    """Return what a component adds to the score when its own score is 100; 0 where it does not count."""
    return _FULL * part.share if part.share is not None else Decimal(0)


def mean_points(ranking: PeriodRanking, component: str) -> Decimal | None:
    """Return what a component adds to the scores of the ranked on average, of those for whom it counts."""
    found = [
        part.contribution
        for each in ranking.ranked
        for part in each.score.components
        if part.id == component and part.contribution is not None
    ]
    return sum(found, Decimal(0)) / len(found) if found else None
