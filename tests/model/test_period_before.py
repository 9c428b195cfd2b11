from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.period import (
    Period,
    cadence_of,
    parse_period,
    period_before,
    periods_due,
    stated_period,
)
from generators.model.scalars import Cadence


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2026-W01", "2025-W52"),
        ("2026-01", "2025-12"),
        ("2026-Q1", "2025-Q4"),
        ("2026-H1", "2025-H2"),
        ("2026-H2", "2026-H1"),
        ("2026", "2025"),
        ("2026-03-01", "2026-02-28"),
        ("2026-03-01/2026-03-10", "2026-02-19/2026-02-28"),
        ("2026-01/2026-03", "2025-Q4"),
    ],
)
def test_the_period_before_is_of_the_same_kind(text: str, before: str) -> None:
    found = period_before(parse_period(text))
    assert found is not None
    assert found.text == before


def test_nothing_comes_before_the_calendar_or_what_has_no_days() -> None:
    assert period_before(parse_period("unstated")) is None
    assert period_before(Period("0001", date(1, 1, 1), date(1, 12, 31))) is None


@given(st.sampled_from(list(Cadence)), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_it_ends_the_day_before_and_is_followed_by_the_period(cadence: Cadence, day: date) -> None:
    period = periods_due(cadence, day, day + timedelta(days=800))[1]
    before = period_before(period)
    assert before is not None
    assert before.end is not None
    assert period.start == before.end + timedelta(days=1)
    assert cadence_of(before) is cadence_of(period) is cadence


@pytest.mark.parametrize("text", ["", "unstated", "2026-Q5", "x", "2026-02-30"])
def test_what_names_no_days_is_no_stated_period(text: str) -> None:
    assert stated_period(text) is None
