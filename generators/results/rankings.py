"""Scores and rankings with all inputs and steps, so that a reader can recompute them."""

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
from generators.results.comparisons import Compared
from generators.results.figures import Measured

_FULL: Final = Decimal(100)


class Absence(StrEnum):
    """Why a component has no score; a missing score is not a score of zero."""

    UNREPORTED = "unreported"
    NOT_APPLICABLE = "not-applicable"
    INCOMPUTABLE = "incomputable"
    NO_TARGET = "no-target"


class RankingOutcome(StrEnum):
    """Whether a division is ranked in a period, and why it is not."""

    RANKED = "ranked"
    INSUFFICIENT = "insufficient"
    VETOED = "vetoed"


@dataclass(frozen=True, slots=True)
class ComponentScore:
    """One component of one division's score.

    ``normalised`` is the component's own score, usually from 0 to 100; ``absence`` is the reason if it is
    ``None``. ``share`` is its fraction of the weight that counts for the division, and ``contribution`` what
    it adds to the score, ``share × normalised``; both are ``None`` if the division has no score or the
    component has none. ``worth`` is how many points one unit more of the value (for a flag: yes instead of
    no) would add to the score. ``lowest`` and ``highest`` bound a missing ``normalised``; otherwise both
    equal it. ``scored`` is the number that is scored in place of the value, such as a growth rate, and
    ``compared`` what it is taken from; both are ``None`` for a component that scores the value.
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
    scored: Decimal | None = None
    compared: Compared | None = None


@dataclass(frozen=True, slots=True)
class AppliedPoints:
    """One applied bonus or deduction; ``counted`` is what remains of ``points`` after the caps."""

    adjustment: Adjustment
    rule: PointsRule
    points: Decimal
    counted: Decimal


@dataclass(frozen=True, slots=True)
class AppliedVeto:
    """One applied veto."""

    adjustment: Adjustment
    rule: VetoRule


@dataclass(frozen=True, slots=True)
class DivisionScore:
    """One division's score for one period, with all its inputs.

    ``coverage`` is the fraction of the weight that has a value. ``base`` is the sum of the contributions,
    ``unrounded`` adds bonuses and subtracts deductions, ``score`` is ``unrounded`` at the scheme's precision;
    all three are ``None`` if there are too few data.
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
    """The best and worst rank under varied weights and all possible missing values."""

    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class RankedDivision:
    """A division with its rank in a period.

    ``movement`` is by how many ranks it rose (negative: fell) since the period before, counted among the
    divisions ranked in both; ``None`` for a newcomer and in a scheme's first period.
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
    """The ranking of one period: ``ranked`` by rank, else in the order of the dataset.

    Divisions without a rank are in the order of the dataset.

    ``red`` and ``black`` are the divisions on the red and the black list of the version, best rank first.
    ``fastest`` are those whose score has risen most since the period before, with the points gained.
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
    fastest: tuple[tuple[str, Decimal], ...] = ()

    @property
    def ranks(self) -> Mapping[str, int]:
        """Return the rank of every ranked division by its id, best first."""
        return {each.division: each.rank for each in self.ranked}


@dataclass(frozen=True, slots=True)
class SchemeRankings:
    """The closed periods of one scheme, earliest first.

    ``withheld`` is the number of periods that the audience does not see.
    """

    scheme: Scheme
    periods: tuple[PeriodRanking, ...]
    withheld: int = 0

    @property
    def latest(self) -> PeriodRanking | None:
        """Return the last closed period; ``None`` if there is none."""
        return self.periods[-1] if self.periods else None


@dataclass(frozen=True, slots=True)
class Rankings:
    """The rankings of all schemes as known on ``as_of``, by the address ``programme/scheme``."""

    as_of: date
    schemes: Mapping[Address, SchemeRankings]


def scores_of(period: PeriodRanking) -> tuple[DivisionScore, ...]:
    """Return the score of every division of a period, ranked or not."""
    return (*(each.score for each in period.ranked), *period.insufficient, *period.vetoed)


def full_points(part: ComponentScore) -> Decimal:
    """Return the points that the component adds at a score of 100; 0 if it does not count."""
    return _FULL * part.share if part.share is not None else Decimal(0)


def mean_points(ranking: PeriodRanking, component: str) -> Decimal | None:
    """Return the mean contribution of ``component`` over the ranked divisions; ``None`` if it has none."""
    found = [
        part.contribution
        for each in ranking.ranked
        for part in each.score.components
        if part.id == component and part.contribution is not None
    ]
    return sum(found, Decimal(0)) / len(found) if found else None
