"""Ranks all closed periods of all schemes, each by the version in force for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generators.measuring.computing import period_figures
from generators.measuring.figures.cutoff import Cutoff, cutoff_of
from generators.measuring.figures.equal_cutoffs import earliest_equal
from generators.measuring.once import Once, members_on
from generators.measuring.rankings.intervals import DRAWS, rank_intervals
from generators.measuring.rankings.lists import with_lists
from generators.measuring.rankings.ranking import group_ranks_of, movements, ranks_of
from generators.measuring.rankings.scoring import Scoring
from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.calendar import days_after
from generators.model.dataset import Dataset
from generators.model.grouping import grouped
from generators.model.period import Period, periods_due
from generators.model.programme import Programme
from generators.model.scheme import Scheme, SchemeVersion
from generators.results.rankings import (
    DivisionScore,
    PeriodRanking,
    RankedDivision,
    RankingOutcome,
    Rankings,
    SchemeRankings,
)


def rank(once: Once, as_of: date, draws: int = DRAWS) -> Rankings:
    """Return the rankings of every scheme for every period closed by ``as_of``.

    A later report changes no closed period, a correction does. ``draws`` is how often the weights
    are shaken for the intervals.
    Formulas: “Scores and ranks” in generators/formulas.md.
    """
    schemes = once.dataset.schemes
    return Rankings(as_of, {each: _scheme_rankings(once, each, as_of, draws) for each in schemes})


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """A closed period of a scheme, with the version that scores it and the last day for reports."""

    scheme: Address
    period: Period
    version: SchemeVersion
    closing: date

    @property
    def seed(self) -> str:
        """Return the text from which the draws of the period's intervals are derived."""
        return f"{self.scheme} {self.period.text}"


def closed_periods(
    address: Address, scheme: Scheme, programme: Programme, as_of: date
) -> Iterator[ClosedPeriod]:
    """Yield the periods of the scheme at ``address`` that are closed by ``as_of``, earliest first.

    A programme with ``observed_until`` has no period that ends later.
    """
    starts = [version.start.start for version in scheme.versions if version.start.start is not None]
    until = min(as_of, programme.observed_until or as_of)
    for period in periods_due(scheme.every, min(starts, default=until), until):
        version = scheme.version_of(period)
        if version is None or period.end is None:
            continue
        closing = days_after(period.end, scheme.closes_after_days)
        if closing <= as_of:
            yield ClosedPeriod(address, period, version, closing)


def group_of(scheme: Scheme, dataset: Dataset, division: str, day: date) -> str | None:
    """Return the id of the group that lists the division, else of its kind on ``day``, else ``None``."""
    listed = (name for name, group in scheme.groups.items() if division in group.divisions)
    kind = dataset.divisions[division].on(day).kind
    alike = (name for name, group in scheme.groups.items() if kind in group.kinds)
    return next(listed, None) or next(alike, None)


def _scheme_rankings(once: Once, address: Address, as_of: date, draws: int) -> SchemeRankings:
    dataset = once.dataset
    scheme, programme = dataset.schemes[address], dataset.programmes[address.programme]
    found: list[PeriodRanking] = []
    for closed in closed_periods(address, scheme, programme, as_of):
        scores = scores_of(once, closed, as_of)
        before = found[-1] if found else None
        found.append(_period_ranking(closed, scores, before, draws))
    return SchemeRankings(scheme, tuple(found))


def scores_of(once: Once, closed: ClosedPeriod, as_of: date) -> tuple[DivisionScore, ...]:
    """Return the scores of all divisions for a closed period, as known on ``as_of``."""
    # Nothing that is filed after the closing day changes the scores, and only some corrections do.
    cutoff = cutoff_of(closed.period, closed.closing, as_of)
    equal = earliest_equal(once, closed.scheme.programme, cutoff)
    return once(_scores, closed.scheme, closed.period, closed.closing, equal)


def _scores(
    once: Once, address: Address, period: Period, closing: date, cutoff: Cutoff
) -> tuple[DivisionScore, ...]:
    """Return the scores of all divisions for a closed period at its ``cutoff``."""
    dataset = once.dataset
    scheme, programme = dataset.schemes[address], dataset.programmes[address.programme]
    version = scheme.version_of(period)
    if version is None:
        raise ValueError(f"no version of {address} is in force for {period.text}")
    scoring = Scoring(period_figures(once, {programme.id: cutoff}), programme.id, period, version)
    adjustments = _adjustments(dataset, address, period, closing)
    return tuple(
        scoring.score(
            division, group_of(scheme, dataset, division, cutoff.day), adjustments.get(division, ())
        )
        for division in once(members_on, cutoff.day, programme.owner, scheme.level)
    )


def _adjustments(
    dataset: Dataset, scheme: Address, period: Period, closing: date
) -> Mapping[str, tuple[Adjustment, ...]]:
    """Return the adjustments of a period by division, without those made after its closing day."""
    days = (period.start, period.end)
    return grouped(
        (each.division, each)
        for each in dataset.adjustments
        if each.scheme == scheme and (each.period.start, each.period.end) == days and each.on <= closing
    )


def _period_ranking(
    closed: ClosedPeriod, scores: Sequence[DivisionScore], before: PeriodRanking | None, draws: int
) -> PeriodRanking:
    """Return the ranking of a period; ``before`` is that of the period before, if there is one."""
    ranked = {each.division: each for each in scores if each.standing is RankingOutcome.RANKED}
    ties = closed.version.tie_breaks
    ranks, group_ranks = ranks_of(ranked.values(), ties), group_ranks_of(ranked.values(), ties)
    earlier = before.ranks if before is not None else {}
    moved = movements(earlier, ranks)
    precision = closed.version.precision
    intervals = rank_intervals(list(ranked.values()), ranks, precision, closed.seed, draws)
    ranking = PeriodRanking(
        scheme=closed.scheme,
        period=closed.period,
        version=closed.version,
        closing=closed.closing,
        ranked=tuple(
            RankedDivision(
                score=ranked[division],
                rank=rank,
                group_rank=group_ranks.get(division),
                movement=moved.get(division),
                is_newcomer=before is not None and division not in earlier,
                interval=intervals[division],
            )
            for division, rank in ranks.items()
        ),
        insufficient=tuple(each for each in scores if each.standing is RankingOutcome.INSUFFICIENT),
        vetoed=tuple(each for each in scores if each.standing is RankingOutcome.VETOED),
    )
    return with_lists(ranking, before)
