"""Ladders of the invented county, measured: results, ranks and moves; and checks drawn at will."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from generators.measuring.computing import figures_at
from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.snapshot import measure
from generators.measuring.tiers.moves import moves_between
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.observation import observations_of
from generators.model.standard import FiledCheck
from generators.results.tiers import LadderResult, MoveKind, Rank
from tests.tier_worlds import DAY, VILLAGES, A, check

MARCH, APRIL, MAY = date(2024, 3, 10), date(2024, 4, 10), date(2024, 5, 10)
COMPLIANT = ("compliant/emblem", "compliant/flag")


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
    figures = figures_at(dataset, observations_of(dataset), {"example": Cutoff.on(later)})
    return [
        (move.division, move.kind, move.before, move.after)
        for move in moves_between(figures, ladder, earlier, later)
    ]


ITEMS = (*COMPLIANT, "model/x", "model/y", "model/z")
DAYS = st.dates(date(2023, 1, 1), date(2024, 12, 31))


@st.composite
def drawn_checks(draw: st.DrawFn) -> list[FiledCheck]:
    """Return any checks of any villages, some of them revoked."""
    found = []
    for division in VILLAGES:
        for item in draw(st.lists(st.sampled_from(ITEMS), unique=True)):
            on = draw(DAYS)
            days = draw(st.none() | st.integers(0, 300))
            revoked = None if days is None else on + timedelta(days)
            found.append(check(division, item, on, revoked))
    return found
