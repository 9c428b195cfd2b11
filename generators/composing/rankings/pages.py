"""Pages of rankings: every scheme, and each of its closed periods with the computation of every score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from generators.composing.closings.words import closed_note
from generators.composing.consequences.entry_table import PeriodConsequence, consequences_of_period
from generators.composing.kit import urls
from generators.composing.kit.columns import head_column, text_column
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.embed import embed_of
from generators.composing.kit.numbers import plain
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import (
    DivisionPart,
    Explanation,
    MenuEntry,
    Section,
    SectionData,
    SectionType,
)
from generators.composing.kit.table import NOTHING, Cell, Column, Table, TableView, Width, cell
from generators.composing.kit.views import Link, StatusView
from generators.composing.maps.views import MapView
from generators.composing.rankings.histories import (
    MAX_LISTED,
    history_view,
    period_link,
    scheme_link,
    version_anchor,
)
from generators.composing.rankings.lists import RankingListView, ranking_lists
from generators.composing.rankings.maps import rank_maps
from generators.composing.rankings.of_division import rankings_of_division
from generators.composing.rankings.ranking_table import apart_table, group_key, ranked_table, ranking_data
from generators.composing.rankings.score_data import score_data
from generators.composing.rankings.scores import part_tone
from generators.composing.remarks.pages import remarks_on_ranking
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.model.programme import Programme
from generators.results.rankings import PeriodRanking, SchemeRankings


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A component with its shade in the bars."""

    name: str
    weight: str
    tone: int


@dataclass(frozen=True, slots=True)
class RankingView:
    """The page of one period; ``rows_left`` is the number of ranked divisions not listed."""

    scheme: Link
    programme: Link
    version: Link
    closing: str
    closed: Link
    total: int
    legend: tuple[LegendItem, ...]
    lists: tuple[RankingListView, ...]
    groups: tuple[StatusView, ...]
    ranked: TableView
    rows_left: int
    insufficient: TableView
    vetoed: TableView
    consequences: tuple[PeriodConsequence, ...]
    remarks: TableView
    before: Link
    after: Link
    data: str
    maps: tuple[MapView, ...]


_Scheme: TypeAlias = tuple[Address, SchemeRankings]
"""The address of a scheme, and its rankings."""


def ranking_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of schemes, then each scheme with all its periods."""
    publication = parts.publication
    yield SECTION.first_page(
        "rankings/rankings.md.j2",
        lambda: _scheme_table(parts).view(publication.rankings.items(), gettext("考核办法与最近一期")),
        is_searchable=False,
    )
    for address, rankings in publication.rankings.items():
        programme = address.programme
        is_fictional = publication.is_fictional(programme)
        yield Page(
            urls.rank_history(address),
            "rankings/rank-history.md.j2",
            rankings.scheme.name,
            gettext("考核办法与历次名次"),
            partial(history_view, parts, address, rankings),
            SECTION.crumbs,
            is_fictional=is_fictional,
            shows_contents=True,
            kind="ranking",
            embed=embed_of(
                publication,
                urls.path_of(urls.rank_history(address)),
                "embeds/rank-history.html.j2",
                gettext("%(name)s历次名次", name=rankings.scheme.name),
            )
            if rankings.periods
            else None,
        )
        for at, period in enumerate(rankings.periods):
            when = period_text(period.period)
            title = gettext("%(name)s：%(when)s", name=rankings.scheme.name, when=when)
            yield Page(
                urls.ranking(address, period.period.text),
                "rankings/ranking.md.j2",
                title,
                gettext("%(when)s的名次、得分与每个名次的算法", when=when),
                partial(_ranking_view, parts, address, rankings, at),
                (*SECTION.crumbs, scheme_link(parts, address)),
                is_fictional=is_fictional,
                is_searchable=False,
                kind="ranking",
                embed=embed_of(
                    publication,
                    f"{urls.path_of(urls.rank_history(address))}latest/",
                    "embeds/ranking.html.j2",
                    title,
                )
                if period == rankings.latest
                else None,
            )


def _scheme_table(parts: Parts) -> Table[_Scheme]:
    """Return the table of schemes with their latest closed periods."""

    def programme(row: _Scheme) -> Programme:
        return parts.publication.programmes[row[0].programme]

    return Table(
        (
            head_column(marked("考核办法"), lambda row: scheme_link(parts, row[0])),
            text_column("programme", marked("工作"), lambda row: parts.programme_link(programme(row).id)),
            text_column("area", marked("地方"), lambda row: parts.division_link(programme(row).owner)),
            text_column("latest", marked("最近一期"), _latest_link),
            Column("closing", marked("截止"), _closing_cell, width=Width.UNBROKEN),
            Column("ranked", marked("排名"), lambda row: _count_cell(row, _ranked), is_number=True),
            Column("apart", marked("不排名"), lambda row: _count_cell(row, _apart), is_number=True),
        ),
        is_searchable=False,
    )


def _latest_link(scheme: _Scheme) -> Link:
    address, rankings = scheme
    latest = rankings.latest
    return period_link(address, latest) if latest is not None else Link(gettext("还没有已截止的一期"))


def _closing_cell(scheme: _Scheme) -> Cell:
    latest = scheme[1].latest
    return cell(day_text(latest.closing) if latest is not None else NOTHING)


def _count_cell(scheme: _Scheme, count: Callable[[PeriodRanking], int]) -> Cell:
    latest = scheme[1].latest
    return cell(str(count(latest)) if latest is not None else NOTHING)


def _ranked(period: PeriodRanking) -> int:
    return len(period.ranked)


def _apart(period: PeriodRanking) -> int:
    return len(period.insufficient) + len(period.vetoed)


def _ranking_view(parts: Parts, address: Address, rankings: SchemeRankings, at: int) -> RankingView:
    period, scheme = rankings.periods[at], rankings.scheme
    present = {each.score.group for each in period.ranked}
    start = period.version.start
    return RankingView(
        scheme=scheme_link(parts, address),
        programme=parts.programme_link(address.programme),
        version=Link(
            gettext("%(start)s起的办法", start=period_text(start)),
            f"{urls.rank_history(address)}#{version_anchor(period.version)}",
        ),
        closing=day_text(period.closing),
        closed=closed_note(parts, address.programme, period.period),
        total=len(period.ranked),
        legend=tuple(
            LegendItem(each.name, plain(each.weight), part_tone(number))
            for number, each in enumerate(period.version.components.values())
        ),
        lists=ranking_lists(parts, period),
        groups=tuple(
            StatusView(group_key(name), group.name, "▪")
            for name, group in scheme.groups.items()
            if name in present
        ),
        ranked=ranked_table(
            parts,
            period,
            MAX_LISTED,
            gettext("%(name)s：%(period)s", name=scheme.name, period=period_text(period.period)),
        ),
        rows_left=max(0, len(period.ranked) - MAX_LISTED),
        insufficient=apart_table(parts, period, period.insufficient, gettext("数据不足"), shows_score=False),
        vetoed=apart_table(parts, period, period.vetoed, gettext("一票否决"), shows_score=True),
        consequences=consequences_of_period(parts, address, period.period),
        remarks=remarks_on_ranking(parts, address, period.period),
        before=period_link(address, rankings.periods[at - 1]) if at else Link(""),
        after=period_link(address, rankings.periods[at + 1]) if period != rankings.latest else Link(""),
        data=urls.OPEN_DATA,
        maps=rank_maps(parts, period),
    )


SECTION: Final = Section(
    address=urls.RANKINGS,
    title=marked("排名"),
    description=marked("各项工作的考核办法与每一期的名次"),
    type=SectionType.OPEN,
    keywords=(marked("考核"), marked("得分")),
    menu=MenuEntry(group=marked("考核")),
    explanation=Explanation(template="rankings/methods.md.j2", position=-1),
    division_part=DivisionPart(
        template="rankings/of-division.md.j2", view=rankings_of_division, position=-3, open_data="rankings"
    ),
    data=SectionData(tables=lambda parts: (*ranking_data(parts), *score_data(parts)), position=1),
    compose=ranking_pages,
    has_content=lambda publication: bool(publication.rankings),
)
