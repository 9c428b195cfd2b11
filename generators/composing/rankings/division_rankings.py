"""A division's latest rank in each scheme, and who stands next to it."""

from __future__ import annotations

from dataclasses import dataclass

from generators.composing.kit import urls
from generators.composing.kit.dates import period_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.urls import division_anchor
from generators.composing.kit.views import Link
from generators.composing.rankings.histories import scheme_link
from generators.composing.rankings.words import insufficiency_text, movement_text, score_text, veto_text
from generators.disclosing.publication import LatestPlace
from generators.results.rankings import PeriodRanking, RankingOutcome


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The division one place above or below."""

    rank: int
    division: Link
    score: str


@dataclass(frozen=True, slots=True)
class DivisionRanking:
    """One scheme's latest ranking as a division sees it; with rank 0 ``reason`` says why it has none."""

    scheme: Link
    period: Link
    rank: int
    total: int
    group: str
    score: str
    movement: str
    reason: str
    above: Neighbour | None
    below: Neighbour | None


def rankings_of_division(parts: Parts, division: str) -> tuple[DivisionRanking, ...]:
    """Return the division's place in the latest closed period of every scheme it takes part in."""
    return tuple(_ranking(parts, each) for each in parts.publication.latest_places.get(division, ()))


def _ranking(parts: Parts, latest: LatestPlace) -> DivisionRanking:
    period, score, at = latest.period, latest.score, latest.place
    scheme = parts.publication.schemes[latest.scheme]
    place = period.ranked[at] if at is not None else None
    group = scheme.groups[score.group].name if score.group is not None else ""
    return DivisionRanking(
        scheme=scheme_link(parts, latest.scheme),
        period=Link(
            period_text(period.period),
            urls.ranking(latest.scheme, period.period.text, division_anchor(score.division)),
        ),
        rank=place.rank if place is not None else 0,
        total=len(period.ranked),
        group=f"{group}第{place.group_rank}名" if place is not None and group else "",
        score=score_text(score),
        movement=movement_text(place) if place is not None else "",
        reason="" if place is not None else _reason(latest),
        above=_neighbour(parts, period, at - 1) if at is not None else None,
        below=_neighbour(parts, period, at + 1) if at is not None else None,
    )


def _neighbour(parts: Parts, period: PeriodRanking, at: int) -> Neighbour | None:
    if not 0 <= at < len(period.ranked):
        return None
    place = period.ranked[at]
    return Neighbour(place.rank, parts.division_link(place.division), score_text(place.score))


def _reason(latest: LatestPlace) -> str:
    if latest.score.standing is RankingOutcome.VETOED:
        return f"一票否决：{veto_text(latest.score)}"
    return f"数据不足：{insufficiency_text(latest.score, latest.period.version)}"
