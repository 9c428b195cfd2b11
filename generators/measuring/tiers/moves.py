"""Finds the divisions whose tier changed between two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generators.measuring.figures.figures import Figures
from generators.measuring.once import members_on
from generators.measuring.tiers.judging import rank_on
from generators.model.address import Address
from generators.model.ladder import Ladder
from generators.results.tiers import BELOW, Move, MoveKind, Rank


def moves_between(figures: Figures, address: Address, earlier: date, later: date) -> Iterator[Move]:
    """Yield the divisions whose rank on a ladder differs between two days, in the order of the divisions.

    Divisions that no longer exist on the later day have no move.
    """
    ladder = figures.dataset.ladders[address]
    owner = figures.dataset.owner_of(address)
    there = set(figures.once(members_on, earlier, owner, ladder.level))
    for division in figures.once(members_on, later, owner, ladder.level):
        after = rank_on(figures, division, address, ladder, later)
        before = rank_on(figures, division, address, ladder, earlier) if division in there else None
        if before != after:
            yield Move(division, kind_of_move(before, after), before, after)


def kind_of_move(before: Rank, after: Rank) -> MoveKind:
    """Return the kind of move from ``before`` to ``after``, which must differ."""
    if before is None:
        return MoveKind.NEW
    if after is None:
        return MoveKind.LAPSED
    return MoveKind.UP if after > before else MoveKind.DOWN


def lifted(ladder: Ladder, moves: Iterable[Move]) -> int:
    """Return the number of divisions that moved up from the lowest rank of the ladder."""
    lowest = 0 if ladder.has_floor else BELOW
    return sum(move.kind is MoveKind.UP and move.before == lowest for move in moves)
