"""The rankings: every scheme, and each of its closed periods with the reckoning of every rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generators.composing.consequences.rows import PeriodConsequence, consequences_of_period
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.numbers import one_decimal, plain
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import DivisionPart, Explanation, MenuEntry, Section, SectionType
from generators.composing.kit.urls import division_anchor
from generators.composing.kit.views import Link, StatusView
from generators.composing.rankings.division_rankings import rankings_of_division
from generators.composing.rankings.histories import (
    WHOLE_LIST,
    history_view,
    period_link,
    scheme_link,
    version_anchor,
)
from generators.composing.rankings.lists import RankingListView, ranking_lists
from generators.composing.rankings.scores import ScoreView, part_tone, score_view
from generators.composing.rankings.words import (
    EFFECT_TEXT,
    insufficiency_text,
    movement_text,
    score_text,
    veto_text,
)
from generators.model.scheme import Scheme
from generators.results.rankings import DivisionScore, PeriodRanking, RankedDivision, SchemeRankings

_MARK: Final = 60
"""The width of the box in which a rank's interval is drawn."""


@dataclass(frozen=True, slots=True)
class IntervalView:
    """A rank's interval: in words, and as a line from ``start`` to ``end`` with the rank at ``at``."""

    text: str
    start: str
    end: str
    at: str


@dataclass(frozen=True, slots=True)
class RankRow:
    """One ranked division with the reckoning of its score; ``veto`` names what puts it last or is listed."""

    anchor: str
    rank: int
    interval: IntervalView
    division: Link
    group: str
    group_key: str
    group_rank: int | None
    score: str
    bonus: str
    deduction: str
    movement: str
    sort_movement: str
    vetoes: tuple[str, ...]
    reckoning: ScoreView


@dataclass(frozen=True, slots=True)
class ApartRow:
    """A division without a rank, and why."""

    anchor: str
    division: Link
    reason: str
    score: str
    reckoning: ScoreView


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A component with its shade in the bars."""

    name: str
    weight: str
    tone: int


@dataclass(frozen=True, slots=True)
class RankingView:
    """Everything on the page of one period; ``rows_left`` counts what a long list leaves out."""

    scheme: Link
    programme: Link
    name: str
    period: str
    version: Link
    closing: str
    total: int
    legend: tuple[LegendItem, ...]
    lists: tuple[RankingListView, ...]
    groups: tuple[StatusView, ...]
    rows: tuple[RankRow, ...]
    rows_left: int
    insufficient: tuple[ApartRow, ...]
    vetoed: tuple[ApartRow, ...]
    consequences: tuple[PeriodConsequence, ...]
    before: Link
    after: Link
    data: str


@dataclass(frozen=True, slots=True)
class SchemeSummary:
    """A scheme in the list of schemes; the texts are empty without a closed period."""

    scheme: Link
    programme: Link
    area: Link
    latest: Link
    closing: str
    ranked: str
    apart: str


def ranking_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of schemes, then each scheme with all its periods."""
    publication = parts.publication
    yield SECTION.first_page(
        "rankings/rankings.md.j2",
        tuple(_summary(parts, address, each) for address, each in publication.rankings.items()),
        is_searchable=False,
    )
    for address, rankings in publication.rankings.items():
        programme = address.partition("/")[0]
        is_fictional = publication.is_fictional(programme)
        yield Page(
            urls.rank_history(address),
            "rankings/rank-history.md.j2",
            rankings.scheme.name,
            "考核办法与历次名次",
            history_view(parts, address, rankings),
            SECTION.crumbs,
            is_fictional=is_fictional,
            shows_contents=True,
            kind="ranking",
        )
        for at, period in enumerate(rankings.periods):
            when = period_text(period.period)
            yield Page(
                urls.ranking(address, period.period.text),
                "rankings/ranking.md.j2",
                f"{rankings.scheme.name}：{when}",
                f"{when}的名次、得分与每个名次的算法",
                _ranking_view(parts, address, rankings, at),
                (*SECTION.crumbs, scheme_link(parts, address)),
                is_fictional=is_fictional,
                is_searchable=False,
                kind="ranking",
            )


def _summary(parts: Parts, address: str, rankings: SchemeRankings) -> SchemeSummary:
    programme = parts.publication.programmes[address.partition("/")[0]]
    latest = rankings.latest
    return SchemeSummary(
        scheme=scheme_link(parts, address),
        programme=parts.programme_link(programme.id),
        area=parts.division_link(programme.owner),
        latest=period_link(address, latest) if latest is not None else Link("还没有已截止的一期"),
        closing=day_text(latest.closing) if latest is not None else "",
        ranked=str(len(latest.ranked)) if latest is not None else "",
        apart=str(len(latest.insufficient) + len(latest.vetoed)) if latest is not None else "",
    )


def _ranking_view(parts: Parts, address: str, rankings: SchemeRankings, at: int) -> RankingView:
    period, scheme = rankings.periods[at], rankings.scheme
    longest = max((each.score.base or Decimal(0) for each in period.ranked), default=Decimal(0))
    longest = max(longest, Decimal(100))
    present = {each.score.group for each in period.ranked}
    start = period.version.start
    return RankingView(
        scheme=scheme_link(parts, address),
        programme=parts.programme_link(address.partition("/")[0]),
        name=scheme.name,
        period=period_text(period.period),
        version=Link(
            f"{period_text(start)}起的办法", f"{urls.rank_history(address)}#{version_anchor(period.version)}"
        ),
        closing=day_text(period.closing),
        total=len(period.ranked),
        legend=tuple(
            LegendItem(each.name, plain(each.weight), part_tone(number))
            for number, each in enumerate(period.version.components.values())
        ),
        lists=ranking_lists(parts, period),
        groups=tuple(
            StatusView(f"group-{name}", group.name, "▪")
            for name, group in scheme.groups.items()
            if name in present
        ),
        rows=tuple(_rank_row(parts, scheme, period, each, longest) for each in period.ranked[:WHOLE_LIST]),
        rows_left=max(0, len(period.ranked) - WHOLE_LIST),
        insufficient=tuple(
            _apart_row(parts, period, each, insufficiency_text(each, period.version), longest)
            for each in period.insufficient
        ),
        vetoed=tuple(_apart_row(parts, period, each, veto_text(each), longest) for each in period.vetoed),
        consequences=consequences_of_period(parts, address, period.period),
        before=period_link(address, rankings.periods[at - 1]) if at else Link(""),
        after=period_link(address, rankings.periods[at + 1]) if period != rankings.latest else Link(""),
        data=urls.OPEN_DATA,
    )


def _rank_row(
    parts: Parts, scheme: Scheme, period: PeriodRanking, place: RankedDivision, longest: Decimal
) -> RankRow:
    score = place.score
    group = scheme.groups[score.group].name if score.group is not None else ""
    return RankRow(
        anchor=division_anchor(place.division),
        rank=place.rank,
        interval=_interval(place, len(period.ranked)),
        division=parts.division_link(place.division),
        group=group,
        group_key=f"group-{score.group}" if score.group is not None else "",
        group_rank=place.group_rank,
        score=score_text(score),
        bonus=f"+{plain(score.bonus)}" if score.bonus else "—",
        deduction=f"−{plain(score.deduction)}" if score.deduction else "—",
        movement=movement_text(place),
        sort_movement=str(place.movement) if place.movement is not None else "",
        vetoes=tuple(f"{each.rule.name}：{EFFECT_TEXT[each.rule.effect]}" for each in score.vetoes)
        or (("一票否决：排在最后",) if score.is_placed_last else ()),
        reckoning=score_view(parts, score, period.version, longest),
    )


def _interval(place: RankedDivision, total: int) -> IntervalView:
    best, worst = place.interval.best, place.interval.worst

    def across(rank: int) -> str:
        return one_decimal(Decimal(_MARK * (rank - 1)), max(1, total - 1))

    text = f"{best}–{worst}" if best != worst else str(best)
    return IntervalView(text, across(best), across(worst), across(place.rank))


def _apart_row(
    parts: Parts, period: PeriodRanking, score: DivisionScore, reason: str, longest: Decimal
) -> ApartRow:
    return ApartRow(
        division_anchor(score.division),
        parts.division_link(score.division),
        reason,
        score_text(score),
        score_view(parts, score, period.version, longest),
    )


SECTION: Final = Section(
    address=urls.RANKINGS,
    title="排名",
    description="各项工作的考核办法与每一期的名次",
    type=SectionType.OPEN,
    keywords=("考核", "得分"),
    menu=MenuEntry(group="考核"),
    explanation=Explanation(template="rankings/methods.md.j2", position=-1),
    division_part=DivisionPart(template="rankings/of-division.md.j2", view=rankings_of_division, position=-3),
    compose=ranking_pages,
    has_content=lambda publication: bool(publication.rankings),
)
