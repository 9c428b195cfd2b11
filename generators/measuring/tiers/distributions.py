"""How many divisions stand on each tier, of a whole area or of those alone that may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generators.measuring.tiers.moves import lifted
from generators.model.dataset import Dataset
from generators.model.grouping import grouped, in_order
from generators.results.tiers import BELOW, Distribution, LadderResult, Rank, TierStanding


def distribution(area: str, day: date, ranks: Iterable[Rank], tiers: int) -> Distribution:
    """Return how often each of ``tiers`` ranks occurs; what is below them and not rated stands apart."""
    found = list(ranks)
    counts = tuple(found.count(rank) for rank in range(tiers))
    return Distribution(area, day, counts, found.count(BELOW), found.count(None))


def by_area(
    dataset: Dataset, owner: str, standings: Mapping[str, TierStanding], tiers: int, day: date
) -> dict[str, Distribution]:
    """Return how often each rank occurs in the owner's area and in every area within it that has any."""
    found = grouped(
        (area, each.rank)
        for division, each in standings.items()
        for area in (owner, *_up_to(owner, (upper.id for upper in dataset.ancestors(division))))
    )
    ranks = in_order({owner: (), **found}, dataset.divisions)
    return {area: distribution(area, day, its, tiers) for area, its in ranks.items()}


def _up_to(owner: str, ancestors: Iterable[str]) -> Iterator[str]:
    for area in ancestors:
        if area == owner:
            return
        yield area


def among(
    dataset: Dataset, result: LadderResult, visible: Mapping[str, TierStanding], *, tells_past: bool = True
) -> LadderResult:
    """Return the result as told by some of its standings alone.

    Where any is left out, all is counted anew without it, and of the past nothing is told: from the
    sums the rest could be had by subtraction. Nor is it where ``tells_past`` is false.
    """
    moves = tuple(move for move in result.moves if move.division in visible)
    if len(visible) == len(result.standings):
        history = result.history if tells_past else result.history[-1:]
        return replace(result, standings=visible, moves=moves, history=history)
    ladder = dataset.ladders[result.ladder]
    areas = by_area(dataset, result.area, visible, len(ladder.tiers), result.day)
    return replace(
        result,
        standings=visible,
        distributions=areas,
        history=(areas[result.area],),
        moves=moves,
        lifted=lifted(ladder, moves),
        withheld=len(result.standings) - len(visible),
    )
