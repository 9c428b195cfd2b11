"""A public ranking: whole periods or none, and of bonuses, deductions and vetoes the public ones by name.

Scores and ranks are computed on everything and published by the scheme's disclosure. Points applied
internally stay in the sum, for the rank rests on them; what they were given for is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from generators.measuring.ranking_results import (
    AppliedPoints,
    DivisionScore,
    PeriodRanking,
    SchemeRankings,
)
from generators.measuring.results import Measured
from generators.model.adjustment import Adjustment
from generators.model.period import Period
from generators.model.scalars import Disclosure


def visible_rankings(
    rankings: SchemeRankings,
    admits: Callable[[Period, DivisionScore], bool],
    redact: Callable[[Measured], Measured],
) -> SchemeRankings:
    """Return what the public sees of a public scheme.

    A period is gone if ``admits`` refuses one of its scores, and then the next one has no movement,
    which would tell its ranks. ``redact`` strips the reports of what else stands in them.
    """
    kept: list[PeriodRanking] = []
    follows_hidden = False
    for period in rankings.periods:
        is_hidden = not all(admits(period.period, score) for score in scores_of(period))
        if not is_hidden:
            visible = _visible_period(period, redact)
            kept.append(_without_movement(visible) if follows_hidden else visible)
        follows_hidden = is_hidden
    withheld = len(rankings.periods) - len(kept)
    return replace(rankings, periods=tuple(kept), withheld=withheld)


def scores_of(period: PeriodRanking) -> tuple[DivisionScore, ...]:
    """Return the score of every division of a period, ranked or not."""
    return (*(each.score for each in period.ranked), *period.insufficient, *period.vetoed)


def sources_of_adjustments(rankings: Iterable[SchemeRankings]) -> frozenset[str]:
    """Return the ids of the documents that bonuses, deductions and vetoes were taken from."""
    citations = (
        adjustment.source
        for each in rankings
        for period in each.periods
        for score in scores_of(period)
        for adjustment in _adjustments_of(score)
    )
    return frozenset(citation.document for citation in citations if citation is not None)


def _adjustments_of(score: DivisionScore) -> Iterable[Adjustment]:
    yield from (each.adjustment for each in (*score.bonuses, *score.deductions))
    yield from (each.adjustment for each in score.vetoes)


def _without_movement(period: PeriodRanking) -> PeriodRanking:
    ranked = tuple(replace(each, movement=None, is_newcomer=False) for each in period.ranked)
    return replace(period, ranked=ranked)


def _visible_period(period: PeriodRanking, redact: Callable[[Measured], Measured]) -> PeriodRanking:
    return replace(
        period,
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
