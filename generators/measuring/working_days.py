"""Working days in China, with holidays and the weekends worked in exchange for them (调休)."""

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
    """A day found by counting; ``unannounced`` are the years whose holidays were unknown in the count."""

    day: date
    unannounced: tuple[int, ...] = ()


def is_announced(year: int) -> bool:
    """Whether the holidays of ``year`` are known; the State Council announces them in the autumn before."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def is_working_day(day: date) -> bool:
    """Whether ``day`` is a working day; if the year's holidays are unknown, Monday to Friday are."""
    return bool(is_workday(day)) if is_announced(day.year) else day.weekday() < _SATURDAY


def working_day_after(start: date, count: int) -> WorkingDay:
    """Return the ``count``-th working day after ``start``; ``count`` is at least 1.

    The result is ``date.max`` at the latest.
    """
    day, left, unannounced = start, count, []
    while left and day < date.max:
        day += timedelta(days=1)
        left -= is_working_day(day)
        if not is_announced(day.year) and day.year not in unannounced:
            unannounced.append(day.year)
    return WorkingDay(day, tuple(unannounced))


def working_days_between(start: date, end: date) -> int:
    """Return the number of working days after ``start`` up to and including ``end``; 0 if there are none."""
    days = (start + timedelta(days=each) for each in range(1, (end - start).days + 1))
    return sum(map(is_working_day, days))
