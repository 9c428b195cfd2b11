from __future__ import annotations

from datetime import date

import pytest

from generators.measuring.months import months_before


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2024, 6, 15), 1, date(2024, 5, 15)),
        (date(2024, 1, 15), 1, date(2023, 12, 15)),
        (date(2024, 6, 30), 1, date(2024, 5, 31)),
        (date(2024, 3, 30), 1, date(2024, 2, 29)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2025, 2, 28), 12, date(2024, 2, 29)),
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
        (date(2024, 6, 15), 0, date(2024, 6, 15)),
    ],
)
def test_the_same_day_of_an_earlier_month(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_before_the_calendar_begins_there_is_only_its_first_day() -> None:
    assert months_before(date(1, 3, 5), 3) == date.min
    assert months_before(date(1, 3, 5), 2) == date(1, 1, 5)
