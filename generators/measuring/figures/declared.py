"""The value of a division's own reports: the latest, or their sum."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generators.measuring.figures.quotients import quotient
from generators.measuring.figures.window import Window
from generators.model.comparison import Restart
from generators.model.hedges import combined
from generators.model.indicator import Indicator
from generators.model.observation import Observation
from generators.model.scalars import Amount
from generators.results.figures import Measured, ValueState


def amount_of(observation: Observation, indicator: Indicator, day: date) -> Amount | None:
    """Return the value of ``observation`` in the indicator's measure, as corrected by ``day``.

    ``None`` if it is not applicable, or the denominator of its parts is 0.
    """
    amount = observation.amount(day)
    numerator, denominator = observation.ratio_parts(day)
    if amount is None and numerator is not None and denominator is not None:
        return quotient(numerator, denominator, indicator.measure)
    return amount


def latest_value(
    known: tuple[Observation, ...], indicator: Indicator, day: date, until: date | None, *, is_stale: bool
) -> Measured:
    """Return the last of the ``known`` reports, as corrected by ``day``; it covers the days ``until`` one."""
    latest = known[-1]
    if latest.value.not_applicable is not None:
        return Measured(ValueState.NOT_APPLICABLE, observations=known, until=until)
    value = amount_of(latest, indicator, day)
    numerator, denominator = latest.ratio_parts(day)
    corrected = latest.correction(day) is not None
    return Measured(
        ValueState.INCOMPUTABLE if value is None else ValueState.KNOWN,
        value=value,
        numerator=numerator,
        denominator=denominator,
        qualifier=latest.value.qualifier,
        observations=known,
        corrected=corrected,
        until=until,
        is_stale=is_stale and value is not None,
    )


def within_window(known: tuple[Observation, ...], window: Window | None) -> tuple[Observation, ...]:
    """Return the reports that count in ``window``; all of them if it is ``None``."""
    return known if window is None else tuple(filter(window.counts, known))


def since_restart(
    known: tuple[Observation, ...], restarts: Restart, day: date, window: Window | None
) -> tuple[Observation, ...]:
    """Return the reports of a count that restarts: those of the count that runs on ``day``.

    After the end of ``window`` that is the count of its last day.
    """
    last = day if window is None or window.end is None else min(day, window.end)
    return tuple(
        each
        for each in known
        if each.covers_until is not None
        and each.covers_until <= last
        and restarts.is_in_same_count(each.covers_until, last)
    )


def flow_sum(counted: tuple[Observation, ...], day: date, until: date | None, *, is_stale: bool) -> Measured:
    """Return the sum of ``counted`` reports, as corrected by ``day``; they cover the days ``until`` one."""
    amounts = [amount for each in counted if (amount := each.amount(day)) is not None]
    if not amounts:
        return Measured(ValueState.NOT_APPLICABLE, observations=counted, until=until)
    return Measured(
        ValueState.KNOWN,
        value=sum(map(Decimal, amounts), Decimal(0)),
        qualifier=combined(each.value.qualifier for each in counted if each.amount(day) is not None),
        observations=counted,
        corrected=any(each.correction(day) is not None for each in counted),
        until=until,
        is_stale=is_stale,
    )
