from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.calendar import days_after, days_before, last_of_month, months_before, quarter_of


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2024, 6, 15), 1, date(2024, 5, 15)),
        (date(2024, 1, 15), 1, date(2023, 12, 15)),
        (date(2025, 12, 1), 12, date(2024, 12, 1)),
        (date(2024, 6, 15), 0, date(2024, 6, 15)),
        (date(2024, 3, 30), 1, date(2024, 2, 29)),
        (date(2025, 8, 30), 6, date(2025, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
        (date(2025, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
    ],
)
def test_the_same_day_of_an_earlier_month(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2025, 2, 28), 1, date(2025, 1, 31)),
        (date(2025, 2, 28), 6, date(2024, 8, 31)),
        (date(2025, 2, 28), 12, date(2024, 2, 29)),
        (date(2024, 6, 30), 1, date(2024, 5, 31)),
        (date(2025, 6, 30), 6, date(2024, 12, 31)),
        (date(2024, 2, 28), 1, date(2024, 1, 28)),
    ],
)
def test_the_end_of_a_month_is_compared_with_the_end_of_the_other(
    day: date, months: int, before: date
) -> None:
    assert months_before(day, months) == before


def test_before_the_calendar_begins_there_is_only_its_first_day() -> None:
    assert months_before(date(1, 3, 5), 3) == date.min
    assert months_before(date(1, 3, 5), 2) == date(1, 1, 5)


@given(st.dates(), st.integers(0, 2000))
def test_so_many_months_lie_between_the_two_months(day: date, months: int) -> None:
    before = months_before(day, months)
    if before == date.min:
        assert (day.year - 1) * 12 + day.month - 1 <= months
    else:
        assert (day.year - before.year) * 12 + day.month - before.month == months


@given(st.dates(min_value=date(2, 1, 1)), st.integers(0, 12))
def test_the_day_is_the_same_unless_a_month_ends(day: date, months: int) -> None:
    before = months_before(day, months)
    assert before.day == day.day or before == last_of_month(before)
    if day == last_of_month(day):
        assert before == last_of_month(before)


@given(st.dates(min_value=date(200, 1, 1)), st.integers(0, 1000), st.integers(1, 40))
def test_later_days_lead_to_no_earlier_ones(day: date, months: int, later: int) -> None:
    assert months_before(days_after(day, later), months) >= months_before(day, months)


@given(st.dates(max_value=date(9999, 11, 30)))
def test_the_day_after_the_last_of_a_month_is_the_first_of_another(day: date) -> None:
    last = last_of_month(day)
    following = last + timedelta(days=1)
    assert (last.year, last.month) == (day.year, day.month)
    assert following.day == 1


@given(st.dates(), st.integers(0, 5_000_000))
def test_days_are_counted_up_to_either_end_of_the_calendar(day: date, days: int) -> None:
    after, before = days_after(day, days), days_before(day, days)
    assert after == date.max or (after - day).days == days
    assert before == date.min or (day - before).days == days


def test_a_year_has_four_quarters_of_three_months() -> None:
    quarters = [quarter_of(date(2025, month, 1)) for month in range(1, 13)]
    assert quarters == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    assert all(later - earlier in {0, 1} for earlier, later in pairwise(quarters))
