"""Visible rankings: whole periods, with the visible bonuses, deductions and vetoes (decisions/016).

Scores and ranks are computed from all records and are visible by the disclosure of the scheme. Points of
internal adjustments stay in the sums, since the ranks depend on them; their reasons are withheld.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generators.disclosing.figures import VisibleFigures
from generators.model.address import Address
from generators.model.period import Period
from generators.model.scheme import Scheme, SchemeVersion
from generators.model.visibility import Visibility
from generators.results.rankings import (
    AppliedPoints,
    ComponentScore,
    DivisionScore,
    PeriodRanking,
    SchemeRankings,
)


def visible_rankings(
    figures: VisibleFigures, rankings: Mapping[Address, SchemeRankings]
) -> dict[Address, SchemeRankings]:
    """Return the rankings of visible schemes by address, without what depends on withheld records."""
    visibility = figures.visibility
    return {
        address: each if visibility.is_whole else _visible_periods(figures, each)
        for address, each in rankings.items()
        if visibility.scheme(address)
    }


def scores_of(period: PeriodRanking) -> tuple[DivisionScore, ...]:
    """Return the score of every division of a period, ranked or not."""
    return (*(each.score for each in period.ranked), *period.insufficient, *period.vetoed)


def _visible_periods(figures: VisibleFigures, rankings: SchemeRankings) -> SchemeRankings:
    """Return a ranking with its visible periods.

    The period after a withheld one has no movements, which would reveal its ranks.
    """
    kept: list[PeriodRanking] = []
    follows_hidden = False
    for period in rankings.periods:
        is_hidden = not _shows_period(figures, period)
        if not is_hidden:
            visible = _visible_period(period, figures)
            kept.append(_without_movement(visible) if follows_hidden else visible)
        follows_hidden = is_hidden
    withheld = len(rankings.periods) - len(kept)
    scheme = visible_scheme(figures.visibility, rankings.scheme)
    return replace(rankings, scheme=scheme, periods=tuple(kept), withheld=withheld)


def _shows_period(figures: VisibleFigures, period: PeriodRanking) -> bool:
    return all(
        _shows_component(figures, period.period, score.division, part)
        for score in scores_of(period)
        for part in score.components
    )


def _shows_component(figures: VisibleFigures, period: Period, division: str, part: ComponentScore) -> bool:
    """Whether all records are visible that a component score of a past period shows."""
    dataset, as_of = figures.dataset, figures.measured.as_of
    read = part.measured.observations
    if not dataset.indicators[part.indicator].kind.is_summed:
        read = read[-1:]
    # A quotient does not keep its reports, so all reports of its parts up to the period must be visible.
    parts = dataset.rests_on(part.indicator) - {part.indicator}
    read += tuple(
        each
        for address in parts
        for each in dataset.observations.get((division, address), ())
        if each.period.sort_key <= period.sort_key
    )
    return (
        figures.visibility.figure(part.indicator)
        and figures.visibility.shows(part.target)
        # Corrections count up to ``as_of``, even after ``observed_until`` of the programme.
        and all(figures.shows_whole(each, as_of) for each in read)
    )


def _without_movement(period: PeriodRanking) -> PeriodRanking:
    ranked = tuple(replace(each, movement=None, is_newcomer=False) for each in period.ranked)
    return replace(period, ranked=ranked)


def visible_scheme(visibility: Visibility, scheme: Scheme) -> Scheme:
    """Return a visible scheme without withheld black lists."""
    versions = tuple(_visible_version(visibility, each) for each in scheme.versions)
    return scheme if versions == scheme.versions else scheme.detached(versions=versions)


def _visible_version(visibility: Visibility, version: SchemeVersion) -> SchemeVersion:
    return version if visibility.shows(version.black_list) else version.detached(black_list=None)


def _visible_period(period: PeriodRanking, figures: VisibleFigures) -> PeriodRanking:
    version = _visible_version(figures.visibility, period.version)
    return replace(
        period,
        version=version,
        black=period.black if version.black_list is not None else (),
        ranked=tuple(replace(each, score=_visible_score(each.score, figures)) for each in period.ranked),
        insufficient=tuple(_visible_score(each, figures) for each in period.insufficient),
        vetoed=tuple(_visible_score(each, figures) for each in period.vetoed),
    )


def _visible_score(score: DivisionScore, figures: VisibleFigures) -> DivisionScore:
    def visible(applied: tuple[AppliedPoints, ...]) -> tuple[AppliedPoints, ...]:
        return tuple(each for each in applied if figures.visibility.shows(each.adjustment))

    return replace(
        score,
        components=tuple(replace(part, measured=figures.redact(part.measured)) for part in score.components),
        bonuses=visible(score.bonuses),
        deductions=visible(score.deductions),
        vetoes=tuple(each for each in score.vetoes if figures.visibility.shows(each.adjustment)),
    )
