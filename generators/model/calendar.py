"""Calendar arithmetic: days and months before and after a day, never beyond the days that a date can be."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
"""The years of which a project may speak: a day outside of them is a slip."""

_MONTHS_IN_YEAR: Final = 12
_MONTHS_IN_QUARTER: Final = 3


def days_after(day: date, days: int) -> date:
    """Return the date ``days`` days after ``day``; the last possible date where that would be later."""
    return day + timedelta(days=min(days, (date.max - day).days))


def days_before(day: date, days: int) -> date:
    """Return the date ``days`` days before ``day``; the first possible date where that would be earlier."""
    return day - timedelta(days=min(days, (day - date.min).days))


def last_of_month(day: date) -> date:
    """Return the last day of the month that ``day`` is in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_before(day: date, months: int) -> date:
    """Return the same day ``months`` months earlier, or the last day of that month if it is shorter.

    The last day of a month corresponds to the last day of the other month (28 February to 31 January),
    so that figures as of the end of a month are compared with the end of a month. The first possible
    date is returned where the result would be earlier.
    """
    year, month = divmod(day.year * _MONTHS_IN_YEAR + day.month - 1 - months, _MONTHS_IN_YEAR)
    if year < date.min.year:
        return date.min
    last = last_of_month(date(year, month + 1, 1))
    return last if day == last_of_month(day) else last.replace(day=min(day.day, last.day))


def quarter_of(day: date) -> int:
    """Return the quarter of the year that ``day`` is in, 1 to 4."""
    return (day.month - 1) // _MONTHS_IN_QUARTER + 1
