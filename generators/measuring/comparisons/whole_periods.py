"""Whether a value is that of a whole period: every place below reported on it, and no month is missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from generators.measuring.figures.figures import Figures
from generators.measuring.figures.window import Window
from generators.measuring.once import members_on
from generators.model.address import Address
from generators.model.calendar import days_after, days_before
from generators.model.indicator import Condition, Rollup
from generators.model.observation import Observation
from generators.model.period import Period
from generators.results.figures import ValueState


def is_of_whole_period(
    figures: Figures, division: str, address: Address, period: Period, window: Window | None
) -> bool:
    """Whether the value of an indicator is reported on ``period`` by everyone that it is made of.

    A flow must be reported on every day of the ``window`` on which the division was there; any other kind on
    a period that ends when ``period`` does. What is not applicable is not missed, nor is anything of a
    computed indicator, which is counted on the day itself.
    """
    indicator = figures.dataset.indicators[address]
    if indicator.computed is not None:
        return True
    if indicator.derived is not None:
        parts = (indicator.derived.numerator, indicator.derived.denominator)
        named = map(address.sibling, parts)
        return all(is_of_whole_period(figures, division, part, period, window) for part in named)
    declared = figures.declared(division, address, window)
    match declared.state:
        case ValueState.NOT_APPLICABLE:
            return True
        case ValueState.KNOWN | ValueState.INCOMPUTABLE:
            if indicator.kind.is_summed:
                return _covers_every_day(figures, division, declared.observations, window)
            return declared.latest is not None and declared.latest.period.end == period.end
        case ValueState.UNREPORTED:
            return _is_whole_below(figures, division, address, period, window)
        case never:
            assert_never(never)


def _is_whole_below(
    figures: Figures, division: str, address: Address, period: Period, window: Window | None
) -> bool:
    indicator = figures.dataset.indicators[address]
    if indicator.rollup is Rollup.NONE:
        return False
    if indicator.where is not None:
        return _is_counted_whole(figures, division, address, indicator.where, period)
    expected = figures.filed_under.get(address, frozenset())
    below = [(child, its) for child, its in figures.children(division, address, window) if child in expected]
    return bool(below) and all(
        is_of_whole_period(figures, child, address, period, its) for child, its in below
    )


def _is_counted_whole(
    figures: Figures, division: str, address: Address, condition: Condition, period: Period
) -> bool:
    counted = address.sibling(condition.indicator)
    expected = figures.filed_under.get(counted, frozenset())
    members = figures.once(members_on, figures.cutoff(counted).day, division, condition.level)
    found = [member for member in members if member in expected and member != division]
    return bool(found) and all(is_of_whole_period(figures, member, counted, period, None) for member in found)


def _covers_every_day(
    figures: Figures, division: str, observations: Iterable[Observation], window: Window | None
) -> bool:
    """Whether the periods of the reports cover each day of ``window`` on which the division was there."""
    if window is None or window.start is None or window.end is None:
        return True
    place = figures.dataset.divisions[division]
    first, last = window.start, window.end
    if place.begun is not None:
        first = max(first, place.begun.on)
    if place.end is not None:
        last = min(last, days_before(place.end.on, 1))
    for stay in window.stays:
        first = first if stay.since is None else max(first, stay.since)
        last = last if stay.until is None else min(last, days_before(stay.until, 1))
    return _reaches(observations, first, last)


def _reaches(observations: Iterable[Observation], first: date, last: date) -> bool:
    spans = sorted(
        (each.period.start, each.period.end)
        for each in observations
        if each.period.start is not None and each.period.end is not None
    )
    missing = first
    for start, end in spans:
        if start > missing:
            break
        missing = max(missing, days_after(end, 1))
    return missing > last
