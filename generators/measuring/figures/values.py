"""The values of all indicators at the cutoffs of some figures."""

from __future__ import annotations

from generators.measuring.figures.figures import Figures
from generators.measuring.once import children_on
from generators.model.address import Address
from generators.results.figures import Measured, Origin, ValueState


def values_of(figures: Figures) -> dict[tuple[str, Address], Measured]:
    """Return the values of all indicators in every division for which they or their parts were filed.

    Unreported values, and those that only repeat another place's, are left out. A flow is of all reports.
    """
    values: dict[tuple[str, Address], Measured] = {}
    dataset = figures.dataset
    for address, indicator in dataset.indicators.items():
        programme = address.programme
        needed = [address]
        if indicator.derived is not None:
            needed += [
                address.sibling(part) for part in (indicator.derived.numerator, indicator.derived.denominator)
            ]
        if indicator.where is not None:
            needed.append(address.sibling(indicator.where.indicator))
        divisions = frozenset[str]().union(*(figures.filed_under.get(name, ()) for name in needed))
        if indicator.computed is not None:
            divisions |= {*dataset.within(dataset.programmes[programme].owner)}
        for division in dataset.divisions:
            if division in divisions:
                measured = figures.measured(division, address)
                if measured.state is ValueState.UNREPORTED:
                    continue
                if measured.origin is Origin.DECLARED or not _repeats(figures, division, address):
                    values[division, address] = measured
    return values


def _repeats(figures: Figures, division: str, address: Address) -> bool:
    """Whether what is made of the values below a division above the programme's owner is of one place alone.

    Then it is the figure of that place, such as the only county of a city, and not of the division.
    """
    if not figures.dataset.is_above_owner(division, address):
        return False
    below = figures.once(children_on, figures.cutoff(address).day, division)
    known = (figures.measured(each, address).state is not ValueState.UNREPORTED for each in below)
    return sum(known) <= 1
