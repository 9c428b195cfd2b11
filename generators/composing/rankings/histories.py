"""The page of a scheme: the ranks of all periods, and every version of its rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from generators.composing.kit import urls
from generators.composing.kit.columns import head_column, text_column
from generators.composing.kit.dates import CADENCE_TEXT, period_text
from generators.composing.kit.numbers import printed
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import NOTHING, Cell, Column, Table, TableView, cell
from generators.composing.kit.views import Link
from generators.composing.rankings.bump_charts import BumpView, bump_view
from generators.composing.rankings.lists import list_rules
from generators.composing.rankings.words import (
    EFFECT_TEXT,
    MISSING_POLICY_TEXT,
    SCORED_BY_TEXT,
    normalisation_text,
    points_rule_text,
    scored_measure,
    share_text,
)
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.model.scheme import Component, SchemeVersion, ScoredBy
from generators.results.rankings import PeriodRanking, SchemeRankings

MAX_LISTED: Final = 400
"""The maximum number of divisions listed; the page of each division has its rank."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of a scheme."""

    anchor: str
    title: str
    components: TableView
    points: TableView
    policies: tuple[str, ...]
    note: str
    source: Link


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The page of a scheme; ``rows_left`` is the number of divisions not listed."""

    programme: Link
    name: str
    note: str
    every: str
    closes_after_days: int
    groups: tuple[str, ...]
    withheld: int
    chart: BumpView | None
    ranks: TableView
    rows_left: int
    versions: tuple[VersionView, ...]
    data: str


def scheme_link(parts: Parts, address: Address) -> Link:
    """Return the link to the page of a scheme."""
    return Link(parts.publication.schemes[address].name, urls.rank_history(address))


def period_link(address: Address, period: PeriodRanking) -> Link:
    """Return the link to the ranking of a period."""
    return Link(period_text(period.period), urls.ranking(address, period.period.text))


def history_view(parts: Parts, address: Address, rankings: SchemeRankings) -> HistoryView:
    """Return the view of a scheme's page."""
    scheme, periods = rankings.scheme, rankings.periods
    order = _in_latest_order(periods)
    names = {name: parts.publication.divisions[name].name for name in order}
    ever_ranked = {name for period in periods for name in period.ranks}
    listed = order[:MAX_LISTED]
    return HistoryView(
        programme=parts.programme_link(address.programme),
        name=scheme.name,
        note=scheme.note,
        every=CADENCE_TEXT[scheme.every],
        closes_after_days=scheme.closes_after_days,
        groups=tuple(group.name for group in scheme.groups.values()),
        withheld=rankings.withheld,
        chart=bump_view(
            [period_text(period.period) for period in periods],
            [period.ranks for period in periods],
            {name: text for name, text in names.items() if name in ever_ranked},
        ),
        ranks=_rank_table(parts, address, periods).view(listed, gettext("历次名次"), board="history-list"),
        rows_left=len(order) - len(listed),
        versions=tuple(_version_view(parts, address, version) for version in scheme.versions),
        data=urls.OPEN_DATA,
    )


def _in_latest_order(periods: Sequence[PeriodRanking]) -> list[str]:
    """Return all divisions that ever took part, in the order of the latest ranking that has them."""
    found: dict[str, None] = {}
    for period in reversed(periods):
        found |= dict.fromkeys(period.ranks)
        found |= dict.fromkeys(each.division for each in (*period.insufficient, *period.vetoed))
    return list(found)


def _rank_table(parts: Parts, address: Address, periods: Sequence[PeriodRanking]) -> Table[str]:
    """Return the table of divisions with a column of ranks for each period, the latest first."""
    return Table(
        (
            head_column(marked("单位"), parts.division_link),
            *(_rank_column(address, period) for period in reversed(periods)),
        ),
        classes="tb-counts",
        is_tall=True,
        is_matrix=True,
        is_searchable=False,
        open_data="rankings",
    )


def _rank_column(address: Address, period: PeriodRanking) -> Column[str]:
    reasons = dict.fromkeys((each.division for each in period.insufficient), gettext("数据不足"))
    reasons |= dict.fromkeys((each.division for each in period.vetoed), gettext("一票否决"))
    ranks = {name: str(rank) for name, rank in period.ranks.items()}

    def show(division: str) -> Cell:
        rank = ranks.get(division, "")
        return cell(rank or reasons.get(division, NOTHING), sort=rank)

    return Column(period.period.text, period_link(address, period), show, is_number=True)


def version_anchor(version: SchemeVersion) -> str:
    """Return the anchor of a version on its scheme's page."""
    return f"version-{version.start.text.lower()}"


def _version_view(parts: Parts, address: Address, version: SchemeVersion) -> VersionView:
    title = gettext("%(start)s起", start=period_text(version.start))
    return VersionView(
        anchor=version_anchor(version),
        title=title,
        components=_component_table(parts, address).view(
            version.components.values(), gettext("%(title)s的计分项", title=title)
        ),
        points=_POINTS.view(_points(version), gettext("%(title)s的加分、扣分与一票否决", title=title)),
        policies=tuple(_policies(version)),
        note=version.note,
        source=parts.source_link(version.source),
    )


def _component_table(parts: Parts, scheme: Address) -> Table[Component]:
    """Return the table of a scheme's components: weight, indicator and normalisation."""

    def indicator(component: Component) -> Address:
        return scheme.sibling(component.indicator)

    def measure(component: Component) -> str:
        return scored_measure(component.by, parts.publication.indicators[indicator(component)].measure)

    def rule(component: Component) -> str:
        text = normalisation_text(component.normalise, measure(component))
        return (
            gettext("%(scored_by)s：%(text)s", scored_by=SCORED_BY_TEXT[component.by], text=text)
            if component.by is not ScoredBy.VALUE
            else text
        )

    return Table(
        (
            head_column(marked("计分项"), lambda each: each.name),
            Column("weight", marked("权重"), lambda each: cell(printed(each.weight)), is_number=True),
            text_column("indicator", marked("指标"), lambda each: parts.indicator_link(indicator(each))),
            text_column("rule", marked("怎样计分"), rule),
        )
    )


_WHOLE: Final = Decimal(100)
"""What weights sum to unless a version states another total."""

_Points: TypeAlias = tuple[str, str, str]
"""The name, the kind and the points of a bonus, deduction or veto."""

_POINTS: Final[Table[_Points]] = Table(
    (
        head_column(marked("加减分"), lambda row: row[0]),
        text_column("kind", marked("类别"), lambda row: row[1]),
        text_column("worth", marked("分值"), lambda row: row[2]),
    )
)


def _points(version: SchemeVersion) -> Iterator[_Points]:
    yield from ((rule.name, gettext("加分"), points_rule_text(rule)) for rule in version.bonuses.values())
    yield from ((rule.name, gettext("扣分"), points_rule_text(rule)) for rule in version.deductions.values())
    yield from (
        (rule.name, gettext("一票否决"), EFFECT_TEXT[rule.effect]) for rule in version.vetoes.values()
    )


def _tie_text(version: SchemeVersion) -> str:
    if not version.tie_breaks:
        return gettext("同分同名次")
    names = gettext("、").join(version.components[name].name for name in version.tie_breaks)
    return gettext("同分的依次比%(names)s的单项分，仍相同的同名次", names=names)


def _policies(version: SchemeVersion) -> Iterator[str]:
    yield MISSING_POLICY_TEXT[version.missing]
    weights = sum((each.weight for each in version.components.values()), Decimal(0))
    if weights != (version.total or _WHOLE):
        yield gettext(
            "各项权重合计%(weights)s，不是%(value)s，按合计折算",
            weights=printed(weights),
            value=printed(version.total or _WHOLE),
        )
    yield gettext("有数的权重不到%(coverage)s的列为“数据不足”，不排名", coverage=share_text(version.coverage))
    ties = _tie_text(version)
    yield (
        gettext("得分保留%(precision)s位小数后再排名，%(ties)s", precision=version.precision, ties=ties)
        if version.precision
        else (gettext("得分取整数后再排名，%(ties)s", ties=ties))
    )
    if version.bonus_cap is not None:
        yield gettext("加分合计最多%(bonus_cap)s分", bonus_cap=printed(version.bonus_cap))
    if version.deduction_cap is not None:
        yield gettext("扣分合计最多%(deduction_cap)s分", deduction_cap=printed(version.deduction_cap))
    for name, rule in list_rules(version):
        yield gettext("%(name)s：%(rule)s", name=name, rule=rule)
