"""The comparisons that indicators declare as columns, for every value of a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from generators.measuring.comparisons.comparing import compared
from generators.measuring.figures.figures import Figures
from generators.model.address import Address
from generators.model.comparison import Comparison
from generators.model.indicator import Indicator
from generators.model.period import Period, last_period
from generators.model.scalars import Cadence
from generators.results.comparisons import Compared
from generators.results.figures import Measured


def declared_comparisons(
    figures: Figures, values: Iterable[tuple[tuple[str, Address], Measured]]
) -> dict[tuple[str, Address], tuple[Compared, ...]]:
    """Return the declared comparisons of each of the ``values`` measured on one day, in declared order.

    They are of the last period that the reports on the value cover, or should cover by now, so that they
    depend on nothing but the division itself and what lies below it.
    """
    found: dict[tuple[str, Address], tuple[Compared, ...]] = {}
    for (division, address), measured in values:
        indicator = figures.dataset.indicators[address]
        columns = tuple(
            compared(partial(figures_on, figures, address.programme), division, address, each.by, period)
            for each in indicator.comparisons
            if (period := _last_period(figures, address, indicator, each, measured)) is not None
        )
        if columns:
            found[division, address] = columns
    return found


def figures_on(figures: Figures, programme: str, period: Period) -> Figures:
    """Return the figures of a programme on the last day of ``period``, by what is known at their cutoff."""
    cutoff = figures.cutoffs[programme]
    end = period.end or cutoff.day
    return figures.at(programme, replace(cutoff, day=min(end, cutoff.day)))


def _last_period(
    figures: Figures, address: Address, indicator: Indicator, comparison: Comparison, measured: Measured
) -> Period | None:
    cadence: Cadence | None = comparison.every or indicator.cadence
    return last_period(cadence, measured.until or figures.cutoff(address).day) if cadence else None
