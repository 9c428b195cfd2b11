"""Tiers on the page of a division: its own standings, and the distribution of the divisions within it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link
from generators.composing.tiers.checklists import ChecklistView, checklist_views
from generators.composing.tiers.standing_table import standing_table
from generators.composing.tiers.standings import ladder_link
from generators.composing.tiers.views import (
    DistributionView,
    TierView,
    distribution_view,
    ranks_shown,
    tier_view,
)
from generators.languages import gettext
from generators.model.address import Address
from generators.model.division import Level
from generators.model.grouping import grouped
from generators.results.tiers import LadderResult, Rank

MAX_MEMBERS: Final = 300
"""A page lists no members for more divisions than this; the page of a township lists its own."""


@dataclass(frozen=True, slots=True)
class TierMembers:
    """The divisions in one tier."""

    tier: TierView
    divisions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AreaTiers:
    """One ladder within a division: the distribution, and the members, empty above ``MAX_MEMBERS``."""

    ladder: Link
    programme: Link
    distribution: DistributionView
    members: tuple[TierMembers, ...]


@dataclass(frozen=True, slots=True)
class DivisionTiers:
    """The tiers on a division's page."""

    title: str
    standings: TableView
    checklists: tuple[ChecklistView, ...]
    areas: tuple[AreaTiers, ...]


def tiers_of_division(parts: Parts, division: str) -> DivisionTiers | None:
    """Return the tiers for the page of ``division``; ``None`` if there are none."""
    publication = parts.publication
    level = publication.divisions[division].level
    found = DivisionTiers(
        title=gettext("一村一清单") if level is Level.VILLAGE else gettext("等次与清单"),
        standings=_standings(parts, division),
        checklists=tuple(checklist_views(parts, division)),
        areas=tuple(_areas(parts, division)),
    )
    return found if found.standings or found.checklists or found.areas else None


def _standings(parts: Parts, division: str) -> TableView:
    """Return the table of the standings of a division on all ladders."""
    results = parts.publication.ladder_results.values()
    found = [result.standings[division] for result in results if division in result.standings]
    return parts.once(standing_table).view(
        found, gettext("%(name)s的等次", name=parts.publication.divisions[division].name)
    )


def members_by_tier(parts: Parts, result: LadderResult, area: str) -> tuple[TierMembers, ...]:
    """Return the divisions of an area by tier, highest first; empty for more than ``MAX_MEMBERS``."""
    publication = parts.publication
    if result.distributions[area].total > MAX_MEMBERS:
        return ()
    ladder = publication.ladders[result.ladder]
    by_rank = grouped(parts.once(ranks_by_area)[result.ladder].get(area, ()))
    return tuple(
        TierMembers(tier_view(ladder, rank), tuple(map(parts.division_link, by_rank[rank])))
        for rank in ranks_shown(ladder)
        if rank in by_rank
    )


def ranks_by_area(parts: Parts) -> Mapping[Address, Mapping[str, Sequence[tuple[Rank, str]]]]:
    """Return by ladder the (rank, division) of the divisions of each area."""
    publication = parts.publication
    return {
        ladder: grouped(
            (area, (standing.rank, division))
            for division, standing in result.standings.items()
            for area in publication.upwards(division)
        )
        for ladder, result in publication.ladder_results.items()
    }


def _areas(parts: Parts, division: str) -> Iterator[AreaTiers]:
    publication = parts.publication
    for address, result in publication.ladder_results.items():
        found = result.distributions.get(division)
        if found is not None and found.total:
            yield AreaTiers(
                ladder_link(parts, address),
                parts.programme_link(address.programme),
                distribution_view(publication.ladders[address], found),
                members_by_tier(parts, result, division),
            )
