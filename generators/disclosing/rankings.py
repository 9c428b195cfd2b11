"""A public ranking: whole periods or none.

A score shows all its inputs, and what is missing among them could be subtracted from it. So a period in which
any score rests on something that is not visible is withheld.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generators.disclosing.comparisons import redacted, shows_comparison
from generators.disclosing.figures import VisibleFigures
from generators.model.address import Address
from generators.model.changing import changed
from generators.model.scheme import Scheme, SchemeVersion
from generators.model.visibility import Visibility
from generators.results.rankings import DivisionScore, PeriodRanking, SchemeRankings, scores_of


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
    return all(_shows_score(figures, score) for score in scores_of(period))


def _shows_score(figures: VisibleFigures, score: DivisionScore) -> bool:
    """Whether everything is visible that a score rests on: figures, targets, points and vetoes."""
    adjustments = [each.adjustment for each in (*score.bonuses, *score.deductions)]
    adjustments += [each.adjustment for each in score.vetoes]
    return figures.visibility.shows(*adjustments) and all(
        figures.visibility.indicator(part.indicator)
        and figures.visibility.shows(part.target)
        and figures.shows(part.indicator, part.measured)
        and (part.compared is None or shows_comparison(figures, part.indicator, part.compared))
        for part in score.components
    )


def _without_movement(period: PeriodRanking) -> PeriodRanking:
    ranked = tuple(replace(each, movement=None, is_newcomer=False) for each in period.ranked)
    return replace(period, ranked=ranked, fastest=())


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
        ranked=tuple(changed(each, score=_visible_score(each.score, figures)) for each in period.ranked),
        insufficient=tuple(_visible_score(each, figures) for each in period.insufficient),
        vetoed=tuple(_visible_score(each, figures) for each in period.vetoed),
    )


def _visible_score(score: DivisionScore, figures: VisibleFigures) -> DivisionScore:
    components = (
        changed(
            part,
            measured=figures.redact(part.measured),
            compared=None if part.compared is None else redacted(part.compared),
        )
        for part in score.components
    )
    return changed(score, components=tuple(components))
