"""The share of divisions that has reached a tier."""

from __future__ import annotations

from decimal import Decimal

from generators.measuring.figures.figures import Figures, quotient
from generators.measuring.tiers.judging import judged
from generators.model.address import Address
from generators.model.computed import PopulationShare
from generators.results.figures import Coverage, Measured, Origin, ValueState


def population_share(
    figures: Figures, division: str, address: Address, population: PopulationShare
) -> Measured:
    """Return which share of the divisions within ``division`` has reached the tier of ``population``.

    Those not rated are counted among all; where none is rated there is no value, for unrated is not
    failed. Merged divisions are gone.
    """
    ladder_address = address.sibling(population.ladder)
    ladder = figures.dataset.ladders[ladder_address]
    rank = ladder.rank(population.tier)
    day = figures.cutoff(address).day
    ranks = [
        judged(figures, member, ladder_address, ladder, day).rank
        for member in figures.dataset.members_on(day, division, ladder.level)
        if member != division
    ]
    rated = [each for each in ranks if each is not None]
    coverage = Coverage(len(rated), len(ranks))
    if not rated or rank is None:
        return Measured(ValueState.UNREPORTED, Origin.DERIVED, coverage=coverage)
    reached, total = Decimal(sum(each >= rank for each in rated)), Decimal(len(ranks))
    value = quotient(reached, total, figures.dataset.indicators[address].measure)
    return Measured(ValueState.KNOWN, Origin.DERIVED, value, reached, total, coverage=coverage)
