"""Forecasts the value of a target on its due day, at the pace so far; no status depends on it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generators.model.calendar import days_after
from generators.model.indicator import Goal, Indicator
from generators.model.rounding import decimal_of
from generators.model.target import Target
from generators.results.figures import Forecast, Status

_FEWEST_DAYS: Final = 28
"""Of fewer days than this nothing is projected."""

_LONGEST_DAYS: Final = 36525
"""A target that would take longer than a century is not reached."""

_OPEN: Final = frozenset({Status.ON_PACE, Status.BEHIND, Status.FAR_BEHIND})


def forecast_of(
    target: Target, indicator: Indicator, value: object, base: Decimal | None, status: Status, day: date
) -> Forecast | None:
    """Return what a target comes to if it goes on as it has since its first day.

    ``None`` for all but open at-least targets of what accumulates, in the first 28 days, and from the due day
    on.
    """
    if not indicator.kind.counts_from_zero or indicator.goal is not Goal.AT_LEAST or status not in _OPEN:
        return None
    if not isinstance(value, Decimal) or not isinstance(target.value, Decimal) or base is None:
        return None
    elapsed, whole = (day - target.start).days, (target.due - target.start).days
    if elapsed < _FEWEST_DAYS or day >= target.due or target.value <= base:
        return None
    gained, wanted = Fraction(value) - Fraction(base), Fraction(target.value) - Fraction(base)
    at_due = Fraction(base) + gained * whole / elapsed
    if gained <= 0:
        return Forecast(decimal_of(at_due), decimal_of((at_due - Fraction(base)) / wanted), None)
    needed = wanted * elapsed / gained
    days = -(-needed.numerator // needed.denominator)
    reached = days_after(target.start, days) if days <= _LONGEST_DAYS else None
    return Forecast(decimal_of(at_due), decimal_of(gained * whole / elapsed / wanted), reached)
