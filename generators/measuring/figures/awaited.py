"""Finds the reports that should have come in by now, and whether they could undo that a target is met."""

from __future__ import annotations

from datetime import date

from generators.measuring.figures.figures import Figures
from generators.measuring.figures.lateness import periods_over, unreported
from generators.measuring.figures.window import Window
from generators.model.address import Address
from generators.model.division import Division
from generators.model.indicator import Goal, Rollup
from generators.model.period import Period
from generators.results.figures import Measured, Origin, ValueState


def overdue_periods(
    figures: Figures, division: str, address: Address, measured: Measured, window: Window
) -> tuple[Period, ...]:
    """Return the periods of the indicator's cadence in ``window`` whose report by ``division`` is overdue.

    Nothing is due of a division whose value, ``measured``, is not its own, or not applicable, nor on a period
    at whose end it did not exist, or lay elsewhere than ``window`` says.
    """
    cadence = figures.dataset.indicators[address].cadence
    if (
        cadence is None
        or measured.origin is not Origin.DECLARED
        or measured.state is ValueState.NOT_APPLICABLE
    ):
        return ()
    programme = figures.dataset.programmes[address.programme]
    begins = max(
        (each for each in (programme.period and programme.period.start, window.start) if each), default=None
    )
    if begins is None or window.end is None:
        return ()
    periods = figures.once(periods_over, cadence, begins, window.end, figures.cutoff(address).filed)
    place = figures.dataset.divisions[division]
    expected = (each for each in periods if each.end is not None and _is_there(place, window, each.end))
    return unreported(expected, figures.known(division, address))


def _is_there(division: Division, window: Window, day: date) -> bool:
    """Whether the division existed on ``day`` and lay where ``window`` counts its reports."""
    return division.exists_on(day) and all(stay.covers(day) for stay in window.stays)


def may_still_grow(
    figures: Figures, division: str, address: Address, measured: Measured, window: Window
) -> bool:
    """Whether an at-most or exact target of what accumulates may be undone by reports that are overdue.

    Of a flow each period in ``window`` counts, of a cumulative value those after the latest report; of a sum
    those of the divisions below.
    """
    indicator = figures.dataset.indicators[address]
    if indicator.goal is Goal.AT_LEAST or not indicator.kind.counts_from_zero or indicator.cadence is None:
        return False
    if measured.origin is Origin.ROLLED_UP and indicator.rollup is Rollup.SUM:
        expected = figures.filed_under.get(address, frozenset())
        return any(
            may_still_grow(figures, child, address, figures.measured(child, address, its), its or window)
            for child, its in figures.children(division, address, window)
            if child in expected
        )
    latest = measured.latest
    since = latest.covers_until if latest is not None and not indicator.kind.is_summed else None
    overdue = overdue_periods(figures, division, address, measured, window)
    return any(since is None or _ends_after(period, since) for period in overdue)


def _ends_after(period: Period, day: date) -> bool:
    return period.end is not None and period.end > day
