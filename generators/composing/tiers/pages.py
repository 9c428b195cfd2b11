"""The ladders: how many stand in each tier, now and over time, in every township, and who moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import DivisionPart, Explanation, MenuEntry, Section, SectionType
from generators.composing.kit.views import Link
from generators.composing.tiers.division_tiers import TierMembers, members_by_tier, tiers_of_division
from generators.composing.tiers.standings import ladder_link
from generators.composing.tiers.views import (
    BELOW_TEXT,
    DistributionView,
    TierView,
    distribution_view,
    ranks_shown,
    rule_texts,
    tier_view,
)
from generators.disclosing.publication import Publication
from generators.model.ladder import Ladder
from generators.results.tiers import LadderResult, Move, MoveKind

MOVES_SHOWN: Final = 200
"""Of more moves than this the page lists the first; each division's page says since when it stands there."""

_MOVE_TEXT: Final = {
    MoveKind.UP: "↑ 上升",
    MoveKind.DOWN: "↓ 下降",
    MoveKind.NEW: "＋ 新评定",
    MoveKind.LAPSED: "－ 不再评定",
}


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One township's divisions by tier; ``counts`` are in the order of the columns."""

    area: Link
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A division that changed its tier."""

    division: Link
    within: str
    kind: str
    before: TierView
    after: TierView


@dataclass(frozen=True, slots=True)
class LadderView:
    """Everything on a ladder's page; ``more_moves`` counts what the list leaves out."""

    name: str
    programme: Link
    area: Link
    definition: str
    source: Link
    day: str
    rules: tuple[tuple[TierView, str, str], ...]
    columns: tuple[TierView, ...]
    withheld: int
    now: DistributionView
    history: tuple[DistributionView, ...]
    areas: tuple[AreaRow, ...]
    compared_with: str
    tally: tuple[tuple[str, int], ...]
    lifted: str
    moves: tuple[MoveRow, ...]
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
    yield SECTION.first_page(
        "tiers/ladders.md.j2",
        tuple(_summary(parts, result) for result in publication.ladder_results.values()),
        is_searchable=False,
    )
    for address, result in publication.ladder_results.items():
        ladder, programme = publication.ladders[address], address.partition("/")[0]
        area = publication.divisions[result.area].name
        yield Page(
            urls.ladder(address),
            "tiers/ladder.md.j2",
            ladder.name,
            f"{area}{publication.programmes[programme].short_name}：{ladder.name}的分布与变动",
            _ladder_view(parts, ladder, result),
            SECTION.crumbs,
            is_fictional=publication.is_fictional(programme),
            kind="ladder",
        )


def _summary(parts: Parts, result: LadderResult) -> LadderSummary:
    ladder = parts.publication.ladders[result.ladder]
    return LadderSummary(
        ladder_link(parts, result.ladder),
        parts.programme_link(result.ladder.partition("/")[0]),
        parts.division_link(result.area),
        distribution_view(ladder, result.history[-1]),
    )


def _ladder_view(parts: Parts, ladder: Ladder, result: LadderResult) -> LadderView:
    publication = parts.publication
    programme = publication.programmes[result.ladder.partition("/")[0]]
    history = tuple(distribution_view(ladder, each) for each in result.history)
    return LadderView(
        name=ladder.name,
        programme=parts.programme_link(programme.id),
        area=parts.division_link(result.area),
        definition=ladder.definition,
        source=parts.source_link(ladder.source),
        day=day_text(result.day),
        rules=tuple(rule_texts(programme, ladder)),
        columns=tuple(tier_view(ladder, rank) for rank in ranks_shown(ladder)),
        withheld=result.withheld,
        now=history[-1],
        history=history,
        areas=tuple(_area_rows(parts, ladder, result)),
        compared_with=day_text(result.compared_with),
        tally=_tally(result.moves),
        lifted=_lifted(ladder, result),
        moves=tuple(_move_row(parts, ladder, move) for move in result.moves[:MOVES_SHOWN]),
        more_moves=max(0, len(result.moves) - MOVES_SHOWN),
        members=members_by_tier(parts, result, result.area),
    )


def _area_rows(parts: Parts, ladder: Ladder, result: LadderResult) -> Iterator[AreaRow]:
    for area, found in result.distributions.items():
        if area != result.area:
            counts = tuple(each.count for each in distribution_view(ladder, found).counts)
            yield AreaRow(parts.division_link(area), counts, found.total)


def _tally(moves: Sequence[Move]) -> tuple[tuple[str, int], ...]:
    counts = ((text, sum(move.kind is kind for move in moves)) for kind, text in _MOVE_TEXT.items())
    return tuple((text, count) for text, count in counts if count)


def _lifted(ladder: Ladder, result: LadderResult) -> str:
    """Return how many have left the lowest standing (消薄); nothing where nobody has."""
    if not result.lifted:
        return ""
    lowest = ladder.tiers[0].name if ladder.has_floor else BELOW_TEXT
    return f"{result.lifted}个走出“{lowest}”"


def _move_row(parts: Parts, ladder: Ladder, move: Move) -> MoveRow:
    return MoveRow(
        parts.division_link(move.division),
        _within(parts.publication, move.division),
        _MOVE_TEXT[move.kind],
        tier_view(ladder, move.before),
        tier_view(ladder, move.after),
    )


def _within(publication: Publication, division: str) -> str:
    within = publication.divisions[division].within
    return publication.divisions[within].name if within is not None else ""


SECTION: Final = Section(
    address=urls.TIERS,
    title="等次",
    description="各项工作的标准、等次与分布",
    type=SectionType.OPEN,
    keywords=("达标", "评定"),
    menu=MenuEntry(group="考核"),
    explanation=Explanation(template="tiers/methods.md.j2", position=-1),
    division_part=DivisionPart(template="tiers/of-division.md.j2", view=tiers_of_division, position=-1),
    compose=ladder_pages,
    has_content=lambda publication: bool(publication.ladder_results),
)
