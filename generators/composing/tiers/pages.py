"""Pages of ladders: the distribution over tiers now, over time and by township, and the moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
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
from generators.composing.kit.table import DataTable, TableView
from generators.composing.kit.views import Link
from generators.composing.tiers.check_data import check_data
from generators.composing.tiers.distribution_data import distribution_data
from generators.composing.tiers.of_division import (
    TierMembers,
    members_by_tier,
    ranks_by_area,
    tiers_of_division,
)
from generators.composing.tiers.standing_table import tier_data
from generators.composing.tiers.standings import ladder_link
from generators.composing.tiers.tables import (
    MOVE_TEXT,
    area_table,
    history_table,
    move_table,
    rule_table,
)
from generators.composing.tiers.views import BELOW_TEXT, DistributionView, distribution_view
from generators.languages import gettext, marked, translated
from generators.model.ladder import Ladder
from generators.results.tiers import LadderResult, Move

MAX_MOVES: Final = 200
"""The maximum number of moves listed; the page of a division has its tier and its first day in it."""


@dataclass(frozen=True, slots=True)
class LadderView:
    """The page of a ladder; ``more_moves`` is the number of moves not listed."""

    name: str
    programme: Link
    area: Link
    definition: str
    source: Link
    day: str
    rules: TableView
    withheld: int
    now: DistributionView
    history: TableView
    areas: TableView
    compared_with: str
    tally: tuple[tuple[str, int], ...]
    lifted: str
    moves: TableView
    more_moves: int
    members: tuple[TierMembers, ...]


@dataclass(frozen=True, slots=True)
class LadderSummary:
    """A ladder in the list of ladders."""

    ladder: Link
    programme: Link
    area: Link
    now: DistributionView


def ladder_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of ladders and a page for each."""
    publication = parts.publication
    parts.once(ranks_by_area)
    yield SECTION.first_page(
        "tiers/ladders.md.j2",
        lambda: tuple(_summary(parts, result) for result in publication.ladder_results.values()),
        is_searchable=False,
    )
    for address, result in publication.ladder_results.items():
        ladder, programme = publication.ladders[address], address.programme
        area = publication.divisions[result.area].name
        yield Page(
            urls.ladder(address),
            "tiers/ladder.md.j2",
            ladder.name,
            gettext(
                "%(area)s%(short_name)s：%(name)s的分布与变动",
                area=area,
                short_name=publication.programmes[programme].short_name,
                name=ladder.name,
            ),
            partial(_ladder_view, parts, ladder, result),
            SECTION.crumbs,
            is_fictional=publication.is_fictional(programme),
            kind="ladder",
        )


def tier_tables(parts: Parts) -> Iterator[DataTable]:
    """Yield the tables of the open data: standings, distributions, and items of checklists if any."""
    yield from tier_data(parts)
    yield distribution_data(parts)
    if parts.publication.checklists:
        yield check_data(parts)


def _summary(parts: Parts, result: LadderResult) -> LadderSummary:
    ladder = parts.publication.ladders[result.ladder]
    return LadderSummary(
        ladder_link(parts, result.ladder),
        parts.programme_link(result.ladder.programme),
        parts.division_link(result.area),
        distribution_view(ladder, result.history[-1]),
    )


def _ladder_view(parts: Parts, ladder: Ladder, result: LadderResult) -> LadderView:
    publication = parts.publication
    programme = publication.programmes[result.ladder.programme]
    return LadderView(
        name=ladder.name,
        programme=parts.programme_link(programme.id),
        area=parts.division_link(result.area),
        definition=ladder.definition,
        source=parts.source_link(ladder.source),
        day=day_text(result.day),
        rules=rule_table(programme, ladder),
        withheld=result.withheld,
        now=distribution_view(ladder, result.history[-1]),
        history=history_table(parts, ladder, result),
        areas=area_table(parts, ladder, result),
        compared_with=day_text(result.compared_with),
        tally=_tally(result.moves),
        lifted=_lifted(ladder, result),
        moves=move_table(parts, ladder, result.moves[:MAX_MOVES]),
        more_moves=max(0, len(result.moves) - MAX_MOVES),
        members=members_by_tier(parts, result, result.area),
    )


def _tally(moves: Sequence[Move]) -> tuple[tuple[str, int], ...]:
    counts = ((text, sum(move.kind is kind for move in moves)) for kind, text in MOVE_TEXT.items())
    return tuple((text, count) for text, count in counts if count)


def _lifted(ladder: Ladder, result: LadderResult) -> str:
    """Return the text on the number of divisions that left the lowest standing (消薄); empty for zero."""
    if not result.lifted:
        return ""
    lowest = ladder.tiers[0].name if ladder.has_floor else translated(BELOW_TEXT)
    return gettext("%(lifted)s个走出“%(lowest)s”", lifted=result.lifted, lowest=lowest)


SECTION: Final = Section(
    address=urls.TIERS,
    title=marked("等次"),
    description=marked("各项工作的标准、等次与分布"),
    type=SectionType.OPEN,
    keywords=(marked("达标"), marked("评定")),
    menu=MenuEntry(group=marked("考核")),
    explanation=Explanation(template="tiers/methods.md.j2", position=-1),
    division_part=DivisionPart(
        template="tiers/of-division.md.j2", view=tiers_of_division, position=-1, open_data="tiers"
    ),
    data=SectionData(tables=tier_tables),
    compose=ladder_pages,
    has_content=lambda publication: bool(publication.ladder_results),
)
