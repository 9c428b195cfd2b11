"""Computes the share of divisions that have reached a tier."""

from __future__ import annotations

from decimal import Decimal

from generators.measuring.figures.figures import Figures
from generators.measuring.figures.quotients import quotient
from generators.measuring.once import members_on
from generators.measuring.provenance import unanimous
from generators.measuring.tiers.judging import ranked
from generators.model.address import Address
from generators.model.computed import PopulationShare
from generators.results.contributions import NO_CONTRIBUTIONS
from generators.results.figures import Coverage, Measured, Origin, ValueState


def population_share(
    figures: Figures, division: str, address: Address, population: PopulationShare
) -> Measured:
    """Return the share of the divisions within ``division`` that have reached the tier of ``population``.

    The whole includes unrated divisions, but not those that no longer exist. The value is unreported if no
    division is rated.
    """
    ladder_address = address.sibling(population.ladder)
    ladder = figures.dataset.ladders[ladder_address]
    rank = ladder.rank(population.tier)
    day = figures.cutoff(address).day
    standings = [
        ranked(figures, member, ladder_address, ladder, day)
        for member in figures.once(members_on, day, division, ladder.level)
        if member != division
    ]
    ranks = [each.rank for each in standings]
    internal = unanimous(
        (
            figures.provenance.of_rating(each.division, ladder_address, ladder, day)
            | (each.measured.internal if each.measured is not None else NO_CONTRIBUTIONS),
            None if each.rank is None or rank is None else each.rank >= rank,
        )
        for each in standings
    )
    rated = [each for each in ranks if each is not None]
    coverage = Coverage(len(rated), len(ranks))
    if not rated or rank is None:
        return Measured(ValueState.UNREPORTED, Origin.DERIVED, coverage=coverage, internal=internal)
    reached, total = Decimal(sum(each >= rank for each in rated)), Decimal(len(ranks))
    value = quotient(reached, total, figures.dataset.indicators[address].measure)
    return Measured(
        ValueState.KNOWN, Origin.DERIVED, value, reached, total, coverage=coverage, internal=internal
    )
