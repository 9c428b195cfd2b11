"""All closed periods of all schemes, each scored by the version in force for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generators.measuring.intervals import rank_intervals
from generators.measuring.measure import assigned_targets, moment_of, period_figures
from generators.measuring.ranking import group_ranks_of, movements, ranks_of
from generators.measuring.ranking_results import (
    DivisionScore,
    PeriodRanking,
    RankedDivision,
    Rankings,
    SchemeRankings,
    Standing,
)
from generators.measuring.scoring import Scoring, Targets
from generators.model.adjustment import Adjustment
from generators.model.dataset import Dataset
from generators.model.observation import ObservationIndex, observations_of
from generators.model.period import Period, periods_due
from generators.model.programme import Programme
from generators.model.scheme import Scheme, SchemeVersion
from generators.model.target import Target


def rank(dataset: Dataset, as_of: date) -> Rankings:
    """Return the rankings of every scheme for every period closed by ``as_of``.

    A later report changes no closed period, a correction does. Formulas: “Scores and ranks” in
    generators/README.md.
    """
    context = _Context(dataset, as_of, observations_of(dataset), _targets(dataset))
    return Rankings(
        as_of,
        {address: context.scheme_rankings(address, scheme) for address, scheme in dataset.schemes.items()},
    )


def closing_day(scheme: Scheme, period: Period) -> date | None:
    """Return the last day on which a report for ``period`` still counts; ``None`` if it is unstated."""
    return None if period.end is None else period.end + timedelta(days=scheme.closes_after_days)


def closed_periods(scheme: Scheme, programme: Programme, as_of: date) -> Iterator[Period]:
    """Yield the scheme's periods that are closed by ``as_of``, earliest first.

    A programme whose data speak only until some day has no period that ends later.
    """
    starts = [version.start.start for version in scheme.versions if version.start.start is not None]
    until = min(as_of, programme.observed_until or as_of)
    for period in periods_due(scheme.every, min(starts, default=until), until):
        closing = closing_day(scheme, period)
        if closing is not None and closing <= as_of and scheme.version_of(period) is not None:
            yield period


def participants(dataset: Dataset, programme: Programme, scheme: Scheme, day: date) -> list[str]:
    """Return the ids of the divisions that are scored: those of the scheme's level that exist on ``day``."""
    return [
        name
        for name in dataset.descendants(programme.owner)
        if dataset.divisions[name].level is scheme.level and dataset.divisions[name].exists_on(day)
    ]


def group_of(scheme: Scheme, dataset: Dataset, division: str) -> str | None:
    """Return the id of the group that lists the division, else of the one for its kind."""
    listed = (name for name, group in scheme.groups.items() if division in group.divisions)
    kind = dataset.divisions[division].kind
    alike = (name for name, group in scheme.groups.items() if kind in group.kinds)
    return next(listed, None) or next(alike, None)


def _targets(dataset: Dataset) -> Targets:
    found: dict[tuple[str, str], list[Target]] = {}
    for filed in assigned_targets(dataset):
        found.setdefault((filed.division, filed.target.indicator), []).append(filed.target)
    return {key: tuple(targets) for key, targets in found.items()}


@dataclass(frozen=True)
class _Context:
    """What the periods of all schemes are ranked from."""

    dataset: Dataset
    as_of: date
    observations: ObservationIndex
    targets: Targets

    def scheme_rankings(self, address: str, scheme: Scheme) -> SchemeRankings:
        programme = self.dataset.programmes[address.partition("/")[0]]
        found: list[PeriodRanking] = []
        for period in closed_periods(scheme, programme, self.as_of):
            version, closing = scheme.version_of(period), closing_day(scheme, period)
            if version is None or closing is None:
                continue
            scores = list(self._scores(address, scheme, period, version, closing))
            before = found[-1].ranks if found else None
            found.append(_period_ranking(address, period, version, closing, scores, before))
        return SchemeRankings(scheme, tuple(found))

    def _scores(
        self, address: str, scheme: Scheme, period: Period, version: SchemeVersion, closing: date
    ) -> Iterator[DivisionScore]:
        moment = moment_of(period, closing, self.as_of)
        moments = dict.fromkeys(self.dataset.programmes, moment)
        figures = period_figures(self.dataset, self.observations, moments)
        programme = self.dataset.programmes[address.partition("/")[0]]
        scoring = Scoring(figures, programme.id, period, version, self.targets)
        adjustments = self._adjustments(address, period, closing)
        for division in participants(self.dataset, programme, scheme, moment.day):
            group = group_of(scheme, self.dataset, division)
            yield scoring.score(division, group, adjustments.get(division, ()))

    def _adjustments(
        self, address: str, period: Period, closing: date
    ) -> Mapping[str, tuple[Adjustment, ...]]:
        """Return by division what was applied to the period before it was closed."""
        found: dict[str, list[Adjustment]] = {}
        for each in self.dataset.adjustments:
            is_of_period = (each.period.start, each.period.end) == (period.start, period.end)
            if each.scheme == address and is_of_period and each.on <= closing:
                found.setdefault(each.division, []).append(each)
        return {division: tuple(items) for division, items in found.items()}


def _period_ranking(
    address: str,
    period: Period,
    version: SchemeVersion,
    closing: date,
    scores: list[DivisionScore],
    before: Mapping[str, int] | None,
) -> PeriodRanking:
    ranked = [each for each in scores if each.standing is Standing.RANKED]
    by_division = {each.division: each for each in ranked}
    ranks, group_ranks = ranks_of(ranked), group_ranks_of(ranked)
    moved = movements(before or {}, ranks)
    intervals = rank_intervals(ranked, ranks, version.precision, f"{address} {period.text}")
    apart = sorted(scores, key=lambda each: each.division)
    return PeriodRanking(
        scheme=address,
        period=period,
        version=version,
        closing=closing,
        ranked=tuple(
            RankedDivision(
                score=by_division[division],
                rank=rank,
                group_rank=group_ranks.get(division),
                movement=moved.get(division),
                is_newcomer=before is not None and division not in before,
                interval=intervals[division],
            )
            for division, rank in ranks.items()
        ),
        insufficient=tuple(each for each in apart if each.standing is Standing.INSUFFICIENT),
        vetoed=tuple(each for each in apart if each.standing is Standing.VETOED),
    )
