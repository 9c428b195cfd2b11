"""A public ranking: whole periods or none, and of bonuses, deductions and vetoes the public ones by name.

Scores and ranks are computed on everything and published by the scheme's disclosure. Points applied
internally stay in the sum, for the rank rests on them; what they were given for is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from generators.disclosing.admission import Admission
from generators.disclosing.figures import VisibleFigures
from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.period import Period
from generators.model.scalars import Disclosure
from generators.model.scheme import Scheme, SchemeVersion
from generators.results.figures import Measured
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
    """Return the rankings of visible schemes by address, without what rests on things not visible."""
    admission = figures.admission
    return {
        address: each if admission.is_whole else _visible_periods(figures, each)
        for address, each in rankings.items()
        if admission.scheme(address)
    }


def scores_of(period: PeriodRanking) -> tuple[DivisionScore, ...]:
    """Return the score of every division of a period, ranked or not."""
    return (*(each.score for each in period.ranked), *period.insufficient, *period.vetoed)


def _visible_periods(figures: VisibleFigures, rankings: SchemeRankings) -> SchemeRankings:
    """Return a ranking with its visible periods.

    What follows a period that is not has no movement, which would tell the ranks of that.
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
    scheme = visible_scheme(figures.admission, rankings.scheme)
    return replace(rankings, scheme=scheme, periods=tuple(kept), withheld=withheld)


def _shows_period(figures: VisibleFigures, period: PeriodRanking) -> bool:
    return all(
        _shows_component(figures, period.period, score.division, part)
        for score in scores_of(period)
        for part in score.components
    )


def _shows_component(figures: VisibleFigures, period: Period, division: str, part: ComponentScore) -> bool:
    """Whether all is visible that a component's score shows of a past period."""
    admission, measurements = figures.admission, figures.measurements
    parts = figures.parts_of(part.indicator)
    read = part.measured.observations
    if not admission.dataset.indicators[part.indicator].kind.is_summed:
        read = read[-1:]
    # What a quotient was made from is not kept: nothing that was reported by then may be internal.
    read += tuple(
        each
        for address in parts
        for each in measurements.observations.get((division, address), ())
        if each.period.sort_key <= period.sort_key
    )
    return (
        all(map(admission.indicator, (part.indicator, *parts)))
        and (part.target is None or admission.admits(part.target.disclosure))
        # Corrections of a past period count as of today, even past the programme's own last day.
        and all(figures.shows_whole(each, measurements.as_of) for each in read)
    )


def _without_movement(period: PeriodRanking) -> PeriodRanking:
    ranked = tuple(replace(each, movement=None, is_newcomer=False) for each in period.ranked)
    return replace(period, ranked=ranked)


def visible_scheme(admission: Admission, scheme: Scheme) -> Scheme:
    """Return a visible scheme without the black lists that its audience does not see."""
    versions = tuple(_visible_version(admission, each) for each in scheme.versions)
    return scheme if versions == scheme.versions else scheme.detached(versions=versions)


def _visible_version(admission: Admission, version: SchemeVersion) -> SchemeVersion:
    if version.black_list is None or admission.admits(version.black_list.disclosure):
        return version
    return version.detached(black_list=None)


def _visible_period(period: PeriodRanking, figures: VisibleFigures) -> PeriodRanking:
    redact = figures.redact
    version = _visible_version(figures.admission, period.version)
    return replace(
        period,
        version=version,
        black=period.black if version.black_list is not None else (),
        ranked=tuple(replace(each, score=_visible_score(each.score, redact)) for each in period.ranked),
        insufficient=tuple(_visible_score(each, redact) for each in period.insufficient),
        vetoed=tuple(_visible_score(each, redact) for each in period.vetoed),
    )


def _visible_score(score: DivisionScore, redact: Callable[[Measured], Measured]) -> DivisionScore:
    return replace(
        score,
        components=tuple(replace(part, measured=redact(part.measured)) for part in score.components),
        bonuses=_visible_points(score.bonuses),
        deductions=_visible_points(score.deductions),
        vetoes=tuple(each for each in score.vetoes if _is_public(each.adjustment)),
    )


def _visible_points(applied: tuple[AppliedPoints, ...]) -> tuple[AppliedPoints, ...]:
    return tuple(each for each in applied if _is_public(each.adjustment))


def _is_public(adjustment: Adjustment) -> bool:
    return adjustment.disclosure is Disclosure.PUBLIC
