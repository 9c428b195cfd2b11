from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.measuring.snapshot import measure
from generators.model.standard import FiledCheck
from tests.build.divisions import VILLAGES, A, B
from tests.build.tiers import (
    APRIL,
    DAY,
    DAYS,
    MARCH,
    MAY,
    STARS,
    WEALTH,
    check,
    county,
    drawn_checks,
    income,
    tier_programme,
)
from tests.measuring.tiers.measured_ladders import moves_of, result_of


def test_a_programme_is_judged_on_its_own_day() -> None:
    closed = tier_programme().model_copy(update={"observed_until": APRIL})
    result = result_of(county(programme=closed, checks=[check(A, "model/x", MAY)]), STARS)
    assert (result.day, result.standings[A].rank) == (APRIL, None)


def test_history_runs_from_the_first_record_over_eight_ends_of_quarters_to_the_day() -> None:
    few = county(checks=[check(A, "model/x", date(2023, 11, 5))])
    history = result_of(few, STARS, date(2024, 5, 1)).history
    assert [each.day for each in history] == [
        date(2023, 12, 31),
        date(2024, 3, 31),
        date(2024, 5, 1),
    ]
    assert [each.counts[0] for each in history] == [1, 1, 1]
    long = county(checks=[check(A, "model/x", date(2020, 1, 5))])
    assert len(result_of(long, STARS).history) == 9
    assert [each.day for each in result_of(county(), STARS).history] == [DAY]


def test_history_of_thresholds_is_what_is_known_now_of_each_day() -> None:
    dataset = county(reports=[income(A, "2024-Q1", 60, date(2024, 4, 8))])
    history = result_of(dataset, WEALTH).history
    assert [(each.day, each.counts[1]) for each in history] == [(date(2024, 3, 31), 1), (DAY, 1)]


@pytest.mark.parametrize(
    ("day", "earlier"),
    [
        (date(2024, 6, 30), date(2024, 3, 31)),
        (date(2024, 5, 31), date(2024, 2, 29)),
        (date(2024, 5, 30), date(2024, 2, 29)),
        (date(2024, 5, 28), date(2024, 2, 28)),
        (date(2024, 2, 29), date(2023, 11, 30)),
        (date(2024, 1, 15), date(2023, 10, 15)),
    ],
)
def test_moves_are_told_since_a_quarter_ago(day: date, earlier: date) -> None:
    assert result_of(county(), STARS, day).compared_with == earlier


def test_a_merged_village_is_not_counted_from_that_day() -> None:
    dataset = county(checks=[check(name, "model/x", MARCH) for name in VILLAGES], merged={B: ("a", MAY)})
    before, after = result_of(dataset, STARS, APRIL), result_of(dataset, STARS, MAY)
    assert (before.distributions["county"].total, after.distributions["county"].total) == (4, 3)
    assert B not in after.standings
    assert [each.total for each in result_of(dataset, STARS).history] == [4, 3]
    assert dataset.divisions[B].successors == (A,)
    assert moves_of(dataset, STARS, APRIL, DAY) == []


@settings(deadline=None)  # the machine may be busy
@given(drawn_checks(), DAYS, st.integers())
def test_distributions_add_up_and_the_order_of_entry_never_matters(
    checks: list[FiledCheck], day: date, seed: int
) -> None:
    shuffled = list(checks)
    Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    found = measure(county(checks=checks), day)
    assert measure(county(checks=shuffled), day) == found
    for result in found.ladder_results.values():
        parts = [each for name, each in result.distributions.items() if name != "county"]
        assert result.distributions["county"].total == len(VILLAGES) == sum(each.total for each in parts)
        assert result.history[-1] == result.distributions["county"]
        assert all(each.total == len(VILLAGES) for each in result.history)
