"""Going back by months: the same day of an earlier month, the last day where there is no such day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

_MONTHS: Final = 12


def months_before(day: date, months: int) -> date:
    """Return the same day of an earlier month; the last day of a month goes with the last of the other.

    Before the first day that a calendar has there is none: then that day.
    """
    count = day.year * _MONTHS + day.month - 1 - months
    year, month = count // _MONTHS, count % _MONTHS + 1
    if year < date.min.year:
        return date.min
    last = monthrange(year, month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if is_last else min(day.day, last))
