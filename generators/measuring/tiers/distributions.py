"""Counts the divisions in each tier, of a whole area or of only those that an audience sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice

from generators.measuring.tiers.moves import lifted
from generators.model.dataset import Dataset
from generators.model.grouping import grouped, in_order
from generators.results.tiers import BELOW, Distribution, LadderResult, Rank, TierStanding


def distribution(area: str, day: date, ranks: Iterable[Rank], tiers: int) -> Distribution:
    """Return how often each of the ``tiers`` ranks occurs, with separate counts for below and unrated."""
    found = list(ranks)
    counts = tuple(found.count(rank) for rank in range(tiers))
    return Distribution(area, day, counts, found.count(BELOW), found.count(None))


def by_area(
    dataset: Dataset, owner: str, standings: Mapping[str, TierStanding], tiers: int, day: date
) -> dict[str, Distribution]:
    """Return the distribution of the owner's area, and of every area within it that contains standings."""
    found = grouped(
        (area, each.rank)
        for division, each in standings.items()
        for area in (owner, *_up_to(owner, islice(dataset.upwards_on(day, division), 1, None)))
    )
    ranks = in_order({owner: (), **found}, dataset.divisions)
    return {area: distribution(area, day, its, tiers) for area, its in ranks.items()}


def _up_to(owner: str, ancestors: Iterable[str]) -> Iterator[str]:
    for area in ancestors:
        if area == owner:
            return
        yield area


def among(
    dataset: Dataset, result: LadderResult, visible: Mapping[str, TierStanding], *, shows_past: bool = True
) -> LadderResult:
    """Return the result restricted to the ``visible`` standings.

    If any is left out, counts are made without it, and past distributions are dropped: subtraction could
    reveal the hidden standing. They are also dropped if ``shows_past`` is false.
    """
    moves = tuple(move for move in result.moves if move.division in visible)
    if len(visible) == len(result.standings):
        history = result.history if shows_past else result.history[-1:]
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
