"""The rankings: every scheme, its ranks over time, and each closed period with the reckoning of each rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generators.composing import urls
from generators.composing.bump_charts import BumpView, bump_view
from generators.composing.dates import CADENCE_TEXT, day_text, period_text
from generators.composing.numbers import one_decimal, plain
from generators.composing.page import Page
from generators.composing.parts import Parts, indicator_anchor
from generators.composing.ranking_words import (
    EFFECT_TEXT,
    MISSING_POLICY_TEXT,
    insufficiency_text,
    movement_text,
    normalisation_text,
    points_rule_text,
    share_text,
    veto_text,
)
from generators.composing.score_views import ScoreView, part_tone, score_view
from generators.composing.views import Link, StatusView
from generators.measuring.ranking_results import (
    DivisionScore,
    PeriodRanking,
    RankedDivision,
    SchemeRankings,
)
from generators.model.scheme import Scheme, SchemeVersion

WHOLE_LIST: Final = 400
"""Of a longer ranking a page lists the first; every division's own page says its rank."""

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
    groups: tuple[StatusView, ...]
    rows: tuple[RankRow, ...]
    rows_left: int
    insufficient: tuple[ApartRow, ...]
    vetoed: tuple[ApartRow, ...]
    before: Link
    after: Link
    data: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One component of a scheme: its weight, its indicator, how a value becomes a score."""

    name: str
    weight: str
    indicator: Link
    rule: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of a scheme, in words."""

    anchor: str
    title: str
    components: tuple[RuleRow, ...]
    points: tuple[tuple[str, str, str], ...]
    policies: tuple[str, ...]
    note: str
    source: Link


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One division's ranks, period by period: (shown, to sort by)."""

    division: Link
    ranks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """Everything on a scheme's page; ``rows_left`` counts the divisions that a long table leaves out."""

    programme: Link
    name: str
    note: str
    every: str
    closes_after_days: int
    groups: tuple[str, ...]
    periods: tuple[Link, ...]
    withheld: int
    chart: BumpView | None
    rows: tuple[HistoryRow, ...]
    rows_left: int
    versions: tuple[VersionView, ...]
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


def division_anchor(division: str) -> str:
    """Return the anchor of a division's rank on the page of a period."""
    return f"rank-{division.replace('/', '-')}"


def scheme_link(parts: Parts, address: str) -> Link:
    """Return the scheme's name, leading to its page."""
    return Link(parts.publication.schemes[address].name, urls.rank_history(address))


def period_link(address: str, period: PeriodRanking) -> Link:
    """Return the period's name, leading to its ranking."""
    return Link(period_text(period.period), urls.ranking(address, period.period.text))


def ranking_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of schemes, then each scheme with all its periods; nothing without any scheme."""
    publication = parts.publication
    if not publication.rankings:
        return
    crumbs = (Link("首页", urls.HOME), Link("排名", urls.RANKINGS))
    yield Page(
        urls.RANKINGS,
        "rankings.md.j2",
        "排名",
        "各项工作的考核办法与每一期的名次",
        tuple(_summary(parts, address, each) for address, each in publication.rankings.items()),
        crumbs[:1],
        is_searchable=False,
    )
    for address, rankings in publication.rankings.items():
        programme = address.partition("/")[0]
        is_fictional = publication.is_fictional(programme)
        yield Page(
            urls.rank_history(address),
            "rank-history.md.j2",
            rankings.scheme.name,
            f"{publication.programmes[programme].name}：{rankings.scheme.name}的办法与历次名次",
            _history_view(parts, address, rankings),
            crumbs,
            is_fictional=is_fictional,
            shows_contents=True,
            kind="ranking",
        )
        for at, period in enumerate(rankings.periods):
            when = period_text(period.period)
            yield Page(
                urls.ranking(address, period.period.text),
                "ranking.md.j2",
                f"{rankings.scheme.name}：{when}",
                f"{rankings.scheme.name}{when}的名次、得分与每个名次的算法",
                _ranking_view(parts, address, rankings, at),
                (*crumbs, scheme_link(parts, address)),
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
            f"{period_text(start)}起的办法", f"{urls.rank_history(address)}#{_version_anchor(period.version)}"
        ),
        closing=day_text(period.closing),
        total=len(period.ranked),
        legend=tuple(
            LegendItem(each.name, plain(each.weight), part_tone(number))
            for number, each in enumerate(period.version.components.values())
        ),
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
        score=_score_text(score),
        bonus=f"+{plain(score.bonus)}" if score.bonus else "—",
        deduction=f"−{plain(score.deduction)}" if score.deduction else "—",
        movement=movement_text(place),
        sort_movement=str(place.movement) if place.movement is not None else "",
        vetoes=tuple(f"{each.rule.name}：{EFFECT_TEXT[each.rule.effect]}" for each in score.vetoes)
        or (("一票否决：排在最后",) if score.is_placed_last else ()),
        reckoning=score_view(parts, score, period.version, longest),
    )


def _score_text(score: DivisionScore) -> str:
    return f"{score.score:f}" if score.score is not None else ""


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
        _score_text(score),
        score_view(parts, score, period.version, longest),
    )


def _history_view(parts: Parts, address: str, rankings: SchemeRankings) -> HistoryView:
    scheme, periods = rankings.scheme, rankings.periods
    order = _in_latest_order(periods)
    names = {name: parts.publication.divisions[name].name for name in order}
    ever_ranked = {name for period in periods for name in period.ranks}
    listed = order[:WHOLE_LIST]
    return HistoryView(
        programme=parts.programme_link(address.partition("/")[0]),
        name=scheme.name,
        note=scheme.note,
        every=CADENCE_TEXT[scheme.every],
        closes_after_days=scheme.closes_after_days,
        groups=tuple(group.name for group in scheme.groups.values()),
        periods=tuple(period_link(address, period) for period in periods),
        withheld=rankings.withheld,
        chart=bump_view(
            [period.period.text for period in periods],
            [period.ranks for period in periods],
            {name: text for name, text in names.items() if name in ever_ranked},
        ),
        rows=tuple(_history_row(parts, name, periods) for name in listed),
        rows_left=len(order) - len(listed),
        versions=tuple(_version_view(parts, address, version) for version in scheme.versions),
        data=urls.OPEN_DATA,
    )


def _in_latest_order(periods: Sequence[PeriodRanking]) -> list[str]:
    """Return all divisions that ever took part: by the latest ranking, then those no longer in it."""
    found: dict[str, None] = {}
    for period in reversed(periods):
        found |= dict.fromkeys(period.ranks)
        found |= dict.fromkeys(each.division for each in (*period.insufficient, *period.vetoed))
    return list(found)


def _history_row(parts: Parts, division: str, periods: Sequence[PeriodRanking]) -> HistoryRow:
    return HistoryRow(
        parts.division_link(division), tuple(_rank_shown(division, period) for period in periods)
    )


def _rank_shown(division: str, period: PeriodRanking) -> tuple[str, str]:
    rank = period.ranks.get(division)
    if rank is not None:
        return str(rank), str(rank)
    if any(each.division == division for each in period.vetoed):
        return "一票否决", ""
    if any(each.division == division for each in period.insufficient):
        return "数据不足", ""
    return "—", ""


def _version_anchor(version: SchemeVersion) -> str:
    return f"version-{version.start.text.lower()}"


def _version_view(parts: Parts, address: str, version: SchemeVersion) -> VersionView:
    programme = address.partition("/")[0]
    points = [("加分", rule.name, points_rule_text(rule)) for rule in version.bonuses.values()]
    points += [("扣分", rule.name, points_rule_text(rule)) for rule in version.deductions.values()]
    points += [("一票否决", rule.name, EFFECT_TEXT[rule.effect]) for rule in version.vetoes.values()]
    return VersionView(
        anchor=_version_anchor(version),
        title=f"{period_text(version.start)}起",
        components=tuple(
            RuleRow(
                each.name,
                plain(each.weight),
                Link(
                    parts.publication.indicators[f"{programme}/{each.indicator}"].name,
                    f"{urls.programme(programme)}#{indicator_anchor(f'{programme}/{each.indicator}')}",
                ),
                normalisation_text(
                    each.normalise, parts.publication.indicators[f"{programme}/{each.indicator}"].measure
                ),
            )
            for each in version.components.values()
        ),
        points=tuple(points),
        policies=tuple(_policies(version)),
        note=version.note,
        source=parts.source_link(version.source),
    )


def _policies(version: SchemeVersion) -> Iterator[str]:
    yield MISSING_POLICY_TEXT[version.missing]
    yield f"有数的权重不到{share_text(version.coverage)}的列为“数据不足”，不排名"
    yield (
        f"得分保留{version.precision}位小数后再排名，同分同名次"
        if version.precision
        else ("得分取整数后再排名，同分同名次")
    )
    if version.bonus_cap is not None:
        yield f"加分合计最多{plain(version.bonus_cap)}分"
    if version.deduction_cap is not None:
        yield f"扣分合计最多{plain(version.deduction_cap)}分"
