"""A scheme's own page: its ranks over all periods, and every version of its rules in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import CADENCE_TEXT, period_text
from generators.composing.kit.numbers import plain
from generators.composing.kit.parts import Parts, indicator_anchor
from generators.composing.kit.views import Link
from generators.composing.rankings.bump_charts import BumpView, bump_view
from generators.composing.rankings.lists import list_rules
from generators.composing.rankings.words import (
    EFFECT_TEXT,
    MISSING_POLICY_TEXT,
    normalisation_text,
    points_rule_text,
    share_text,
)
from generators.model.scheme import Component, SchemeVersion
from generators.results.rankings import PeriodRanking, SchemeRankings

WHOLE_LIST: Final = 400
"""Of a longer ranking a page lists the first; every division's own page says its rank."""


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


def scheme_link(parts: Parts, address: str) -> Link:
    """Return the scheme's name, leading to its page."""
    return Link(parts.publication.schemes[address].name, urls.rank_history(address))


def period_link(address: str, period: PeriodRanking) -> Link:
    """Return the period's name, leading to its ranking."""
    return Link(period_text(period.period), urls.ranking(address, period.period.text))


def history_view(parts: Parts, address: str, rankings: SchemeRankings) -> HistoryView:
    """Return everything on a scheme's page."""
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


def version_anchor(version: SchemeVersion) -> str:
    """Return the anchor of a version on its scheme's page."""
    return f"version-{version.start.text.lower()}"


def _version_view(parts: Parts, address: str, version: SchemeVersion) -> VersionView:
    programme = address.partition("/")[0]
    points = [("加分", rule.name, points_rule_text(rule)) for rule in version.bonuses.values()]
    points += [("扣分", rule.name, points_rule_text(rule)) for rule in version.deductions.values()]
    points += [("一票否决", rule.name, EFFECT_TEXT[rule.effect]) for rule in version.vetoes.values()]
    return VersionView(
        anchor=version_anchor(version),
        title=f"{period_text(version.start)}起",
        components=tuple(_rule_row(parts, programme, each) for each in version.components.values()),
        points=tuple(points),
        policies=tuple(_policies(version)),
        note=version.note,
        source=parts.source_link(version.source),
    )


def _rule_row(parts: Parts, programme: str, component: Component) -> RuleRow:
    address = f"{programme}/{component.indicator}"
    indicator = parts.publication.indicators[address]
    return RuleRow(
        component.name,
        plain(component.weight),
        Link(indicator.name, f"{urls.programme(programme)}#{indicator_anchor(address)}"),
        normalisation_text(component.normalise, indicator.measure),
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
    for name, rule in list_rules(version):
        yield f"{name}：{rule}"
