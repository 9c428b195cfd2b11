"""Ladders of the small county, measured: results, ranks and moves."""

from __future__ import annotations

from datetime import date

from generators.measuring.computing import figures_at
from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.once import Once
from generators.measuring.snapshot import measure
from generators.measuring.tiers.moves import moves_between
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.results.tiers import LadderResult, MoveKind, Rank
from tests.build.divisions import A
from tests.build.tiers import DAY


def result_of(dataset: Dataset, ladder: Address, day: date = DAY) -> LadderResult:
    """Return where all divisions stand on a ladder of the example programme."""
    return measure(dataset, day).ladder_results[ladder]


def rank_of(dataset: Dataset, ladder: Address, division: str = A, day: date = DAY) -> Rank:
    """Return the rank of one division on a ladder."""
    return result_of(dataset, ladder, day).standings[division].rank


def moves_of(
    dataset: Dataset, ladder: Address, earlier: date, later: date
) -> list[tuple[str, MoveKind, Rank, Rank]]:
    """Return each move between two days: division, kind, rank before and after."""
    figures = figures_at(Once(dataset), {"example": Cutoff.on(later)})
    return [
        (move.division, move.kind, move.before, move.after)
        for move in moves_between(figures, ladder, earlier, later)
    ]
