"""Measures ladders: the standings of all divisions, distributions over time, and moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from generators.measuring.figures.figures import Figures
from generators.measuring.once import members_on
from generators.measuring.tiers.distributions import by_area, distribution
from generators.measuring.tiers.judging import rank_on, ranked
from generators.measuring.tiers.moves import lifted, moves_between
from generators.measuring.tiers.standings import standing
from generators.measuring.tiers.turning_days import turning_days
from generators.model.address import Address
from generators.model.calendar import days_before, months_before
from generators.model.ladder import Ladder
from generators.model.period import periods_due
from generators.model.scalars import Cadence
from generators.results.tiers import LadderResult, Rank

_MONTHS_COMPARED: Final = 3
_QUARTERS_SHOWN: Final = 8


def ladder_results(figures: Figures) -> dict[Address, LadderResult]:
    """Return the result of every ladder, by the ladder's address."""
    return {address: ladder_result(figures, address) for address in figures.dataset.ladders}


def ladder_ranks(figures: Figures) -> dict[Address, LadderResult]:
    """Return of every ladder no more than is compared with a later day: the standings, without reasons.

    Only a measured value stays with a standing. Since when it holds is not set, and nothing is counted.
    """
    return {address: ranks_alone(figures, address) for address in figures.dataset.ladders}


def ranks_alone(figures: Figures, address: Address) -> LadderResult:
    """Return the result of one ladder as :func:`ladder_ranks` does."""
    owner, day = figures.dataset.owner_of(address), figures.cutoff(address).day
    ladder = figures.dataset.ladders[address]
    return LadderResult(
        ladder=address,
        area=owner,
        day=day,
        standings={
            division: ranked(figures, division, address, ladder, day)
            for division in figures.once(members_on, day, owner, ladder.level)
        },
        distributions={},
        history=(),
        compared_with=day,
        moves=(),
        lifted=0,
    )


def ladder_result(figures: Figures, address: Address) -> LadderResult:
    """Return the result of one ladder."""
    dataset = figures.dataset
    ladder = dataset.ladders[address]
    owner = dataset.owner_of(address)
    day = figures.cutoff(address).day
    standings = {
        division: standing(figures, division, address, day)
        for division in figures.once(members_on, day, owner, ladder.level)
    }
    compared_with = months_before(day, _MONTHS_COMPARED)
    moves = tuple(moves_between(figures, address, compared_with, day))
    return LadderResult(
        ladder=address,
        area=owner,
        day=day,
        standings=standings,
        distributions=by_area(dataset, owner, standings, len(ladder.tiers), day),
        history=tuple(
            distribution(owner, each, _ranks_on(figures, address, ladder, each), len(ladder.tiers))
            for each in (*_quarter_ends(figures, address, ladder, day), day)
        ),
        compared_with=compared_with,
        moves=moves,
        lifted=lifted(ladder, moves),
    )


def _ranks_on(figures: Figures, address: Address, ladder: Ladder, day: date) -> Iterator[Rank]:
    owner = figures.dataset.owner_of(address)
    for division in figures.once(members_on, day, owner, ladder.level):
        yield rank_on(figures, division, address, ladder, day)


def _quarter_ends(figures: Figures, address: Address, ladder: Ladder, day: date) -> Sequence[date]:
    """Return the last ends of quarters before ``day``, without those before the first record."""
    dataset = figures.dataset
    turning = [
        each
        for division in dataset.members(dataset.owner_of(address), ladder.level)
        for each in turning_days(figures, division, address, ladder)
        if each <= day
    ]
    if not turning:
        return ()
    yesterday = days_before(day, 1)
    ends = [period.end for period in periods_due(Cadence.QUARTER, min(turning), yesterday)]
    return [end for end in ends if end is not None][-_QUARTERS_SHOWN:]
