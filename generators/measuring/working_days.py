"""Working days in China: holidays off, and the weekends worked in their stead (调休)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from chinese_calendar import is_workday
from chinese_calendar.constants import holidays

_FIRST_YEAR: Final[int] = min(holidays).year
_LAST_YEAR: Final[int] = max(holidays).year

_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """A day found by counting; ``unannounced`` are the years counted by their weekends alone."""

    day: date
    unannounced: tuple[int, ...] = ()


def is_announced(year: int) -> bool:
    """Whether the holidays of ``year`` are known: the State Council announces them in the autumn before."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def is_working_day(day: date) -> bool:
    """Whether offices work on ``day``; in a year not announced, Monday to Friday."""
    return bool(is_workday(day)) if is_announced(day.year) else day.weekday() < _SATURDAY


def working_day_after(start: date, count: int) -> WorkingDay:
    """Return the ``count``-th working day after ``start``, which is not counted itself.

    ``count`` is at least 1. The last day that a date can be is never passed.
    """
    day, left, unannounced = start, count, []
    while left and day < date.max:
        day += timedelta(days=1)
        left -= is_working_day(day)
        if not is_announced(day.year) and day.year not in unannounced:
            unannounced.append(day.year)
    return WorkingDay(day, tuple(unannounced))


def working_days_between(start: date, end: date) -> int:
    """Return how many working days lie after ``start``, up to and including ``end``; 0 if it is earlier."""
    days = (start + timedelta(days=each) for each in range(1, (end - start).days + 1))
    return sum(map(is_working_day, days))
