"""From scores to ranks: ties share one (1 2 2 4), groups, and movement since the period before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from generators.model.grouping import grouped
from generators.results.rankings import DivisionScore


def competition_ranks(keys: Mapping[str, Any]) -> dict[str, int]:
    """Return 1 plus the number of smaller keys for each name: equal keys share a rank, the next is skipped.

    The ranks come in the order of rank, then name.
    """
    ranks: dict[str, int] = {}
    before: Any = None
    rank = 0
    for place, name in enumerate(sorted(keys, key=lambda each: (keys[each], each)), start=1):
        if place == 1 or keys[name] != before:
            rank, before = place, keys[name]
        ranks[name] = rank
    return ranks


def _key(score: DivisionScore) -> tuple[bool, Decimal]:
    return (score.is_placed_last, -(score.score or Decimal(0)))


def ranks_of(scores: Iterable[DivisionScore]) -> dict[str, int]:
    """Return the rank of each score, best first; those that a veto places last come after all others."""
    return competition_ranks({each.division: _key(each) for each in scores})


def group_ranks_of(scores: Iterable[DivisionScore]) -> dict[str, int]:
    """Return each division's rank among those of its own group; those without a group have none."""
    groups = grouped((each.group, each) for each in scores if each.group is not None)
    return {name: rank for group in groups.values() for name, rank in ranks_of(group).items()}


def movements(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """Return how many ranks each division rose, counted among those ranked both ``before`` and ``now``."""
    common = before.keys() & now.keys()
    earlier = competition_ranks({name: before[name] for name in common})
    later = competition_ranks({name: now[name] for name in common})
    return {name: earlier[name] - later[name] for name in later}
