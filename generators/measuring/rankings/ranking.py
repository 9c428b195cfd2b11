"""Ranks scores: with ties (1 2 2 4), within groups, and with the movement since the period before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from generators.model.grouping import grouped
from generators.results.rankings import DivisionScore


def competition_ranks(keys: Mapping[str, Any]) -> dict[str, int]:
    """Return for each name 1 plus the number of smaller keys, so that equal keys share a rank (1 2 2 4).

    The result is in the order of rank, then of ``keys``.
    """
    ranks: dict[str, int] = {}
    before: Any = None
    rank = 0
    for place, name in enumerate(sorted(keys, key=lambda each: keys[each]), start=1):
        if place == 1 or keys[name] != before:
            rank, before = place, keys[name]
        ranks[name] = rank
    return ranks


def _key(score: DivisionScore, tie_breaks: Iterable[str]) -> tuple[object, ...]:
    parts = {each.id: each.normalised for each in score.components}
    breaking = (parts.get(name) for name in tie_breaks)
    return (
        score.is_placed_last,
        -(score.score or Decimal(0)),
        *((each is None, -(each or Decimal(0))) for each in breaking),
    )


def ranks_of(scores: Iterable[DivisionScore], tie_breaks: Iterable[str] = ()) -> dict[str, int]:
    """Return the rank of each division, best first; those placed last by a veto come after all others.

    Equal scores are ranked by the component scores that ``tie_breaks`` names, a missing one after all others.
    """
    names = tuple(tie_breaks)
    return competition_ranks({each.division: _key(each, names) for each in scores})


def group_ranks_of(scores: Iterable[DivisionScore], tie_breaks: Iterable[str] = ()) -> dict[str, int]:
    """Return each division's rank within its group; divisions without a group are left out."""
    names = tuple(tie_breaks)
    groups = grouped((each.group, each) for each in scores if each.group is not None)
    return {name: rank for group in groups.values() for name, rank in ranks_of(group, names).items()}


def movements(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """Return by how many ranks each division rose, counted among those ranked both ``before`` and ``now``."""
    common = before.keys() & now.keys()
    earlier = competition_ranks({name: before[name] for name in common})
    later = competition_ranks({name: now[name] for name in common})
    return {name: earlier[name] - later[name] for name in later}
