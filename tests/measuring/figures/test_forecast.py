"""Forecasts by hand: linear from the first day, and for open at-least targets of what accumulates alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generators.measuring.figures.forecast import forecast_of
from generators.model.indicator import Goal, IndicatorKind
from generators.results.figures import Forecast, Status
from tests.build import figures


def _forecast(  # noqa: PLR0913 - each is a condition of its own
    value: Decimal | None = Decimal(10),
    wanted: int = 40,
    *,
    kind: IndicatorKind = IndicatorKind.CUMULATIVE,
    goal: Goal = Goal.AT_LEAST,
    base: Decimal | None = Decimal(0),
    status: Status = Status.BEHIND,
    day: date = date(2017, 2, 20),
) -> Forecast | None:
    # Half of the 100 days of the target are over on 20 February.
    target = figures.target(wanted).target
    return forecast_of(target, figures.indicator(kind, goal=goal), value, base, status, day)


def test_it_goes_on_as_since_the_first_day() -> None:
    assert _forecast() == Forecast(Decimal(20), Decimal("0.5"), date(2017, 7, 20))
    # 25 of 40 in 50 days are 40 in 80.
    assert _forecast(Decimal(25)) == Forecast(Decimal(50), Decimal("1.25"), date(2017, 3, 22))


def test_it_begins_at_the_baseline() -> None:
    assert _forecast(Decimal(25), base=Decimal(20)) == Forecast(
        Decimal(30), Decimal("0.5"), date(2017, 7, 20)
    )


@pytest.mark.parametrize("value", [0, -5])
def test_what_has_not_begun_is_never_done(value: int) -> None:
    found = _forecast(Decimal(value))
    assert found is not None
    assert found.reached is None
    assert found.attainment <= 0


def test_a_day_beyond_a_century_is_none() -> None:
    found = _forecast(Decimal("0.001"), 1000)
    assert found is not None
    assert found.reached is None


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.ON_PACE, Status.BEHIND, Status.FAR_BEHIND}))
def test_only_open_targets_are_projected(status: Status) -> None:
    assert _forecast(status=status) is None


@pytest.mark.parametrize("kind", [IndicatorKind.LEVEL, IndicatorKind.RATIO, IndicatorKind.FLAG])
def test_only_what_accumulates_is_projected(kind: IndicatorKind) -> None:
    assert _forecast(kind=kind) is None


def test_nothing_is_projected_without_a_number_or_of_few_days() -> None:
    assert _forecast(value=None) is None
    assert _forecast(base=None) is None
    assert _forecast(goal=Goal.AT_MOST) is None
    assert _forecast(day=date(2017, 1, 28)) is None
    assert _forecast(day=date(2017, 1, 29)) is not None
    assert _forecast(day=figures.DUE) is None
