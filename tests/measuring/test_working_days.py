"""By the notices of the State Council: 2025 and 2026 with their holidays and the weekends worked for them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.measuring.working_days import (
    WorkingDay,
    is_announced,
    is_working_day,
    working_day_after,
    working_days_between,
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 4), True),  # a Sunday, worked for New Year
        (date(2026, 2, 14), True),  # a Saturday, worked for the Spring Festival
        (date(2026, 2, 16), False),  # New Year's Eve, a Monday
        (date(2026, 2, 23), False),
        (date(2026, 2, 28), True),
        (date(2026, 9, 20), True),
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),
        (date(2025, 10, 8), False),
        (date(2025, 10, 11), True),
        (date(2026, 6, 6), False),  # a plain Saturday
        (date(2026, 6, 8), True),
    ],
)
def test_holidays_are_off_and_their_weekends_worked(day: date, *, works: bool) -> None:
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("start", "end"),
    [
        # 28–30 September 3, 8–10 October 3 (Saturday the 10th is worked), 12–16 and 19–23 ten, 26–29 four.
        (date(2026, 9, 25), date(2026, 10, 29)),
        # 11–14 February 4 (Saturday the 14th is worked), 24–28 five, 2–6 and 9–13 March ten, 16 March.
        (date(2026, 2, 10), date(2026, 3, 16)),
        # No holiday: four weeks.
        (date(2026, 7, 1), date(2026, 7, 29)),
        # 29–30 September 2025 and the 28th, a Sunday: 3; 9–11 October 3; 13–17, 20–24 ten; 27–30 four.
        (date(2025, 9, 27), date(2025, 10, 30)),
    ],
)
def test_the_twentieth_working_day(start: date, end: date) -> None:
    assert working_day_after(start, 20) == WorkingDay(end)
    assert working_days_between(start, end) == 20


def test_a_year_without_an_announcement_is_counted_by_weekends_and_says_so() -> None:
    assert not is_announced(2199)
    assert working_day_after(date(2199, 12, 23), 8) == WorkingDay(date(2200, 1, 2), (2199, 2200))
    assert is_working_day(date(2199, 10, 1))
    assert not is_working_day(date(2199, 10, 5))


def test_the_end_of_time_ends_the_count() -> None:
    assert working_day_after(date(9999, 12, 20), 20).day == date.max


@given(start=st.dates(date(2004, 1, 1), date(2030, 1, 1)), count=st.integers(1, 60))
def test_counting_there_is_counting_back(start: date, count: int) -> None:
    found = working_day_after(start, count).day
    assert is_working_day(found)
    assert working_days_between(start, found) == count
    assert working_days_between(start, found - timedelta(days=1)) == count - 1
    assert working_days_between(found, start) == 0
