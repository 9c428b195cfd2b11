from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from generators.model.period import parse_period
from generators.model.target import Target, last_due, passed_targets, target_in_force


def _target(start: str, due: str, value: int = 10, each: str | None = None) -> Target:
    days = {"start": date.fromisoformat(start), "due": date.fromisoformat(due)}
    return Target.model_validate({"indicator": "work/one", "value": value, "each": each, **days})


_FIRST_HALF = _target("2024-01-01", "2024-06-30")
_YEAR = _target("2024-01-01", "2024-12-31")
_YEAR_FOR_EACH = _target("2024-01-01", "2024-12-31", each="township")
_NEXT = _target("2025-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-Q1", _FIRST_HALF),
        ("2024-Q2", _FIRST_HALF),
        ("2024", _FIRST_HALF),
        ("2024-Q3", _YEAR),
        ("2024-12-31", _YEAR),
        ("2025-01-01", _NEXT),
        ("2023", None),
        ("2026", None),
        ("unstated", None),
    ],
)
def test_the_target_in_force_has_begun_and_is_the_first_due(period: str, expected: Target | None) -> None:
    targets = (_NEXT, _YEAR_FOR_EACH, _YEAR, _FIRST_HALF)
    assert target_in_force(targets, parse_period(period)) is expected


_LATER_BEGUN = _target("2024-02-01", "2024-12-31")
_SMALLER = _target("2024-01-01", "2024-12-31", value=9)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_YEAR, _YEAR_FOR_EACH),
        (_LATER_BEGUN, _YEAR_FOR_EACH),
        (_YEAR, _LATER_BEGUN),
        (_SMALLER, _YEAR),
    ],
)
def test_of_targets_due_on_one_day_the_order_in_files_does_not_decide(first: Target, second: Target) -> None:
    for targets in permutations((first, second)):
        assert target_in_force(targets, parse_period("2024-Q3")) is first
        assert last_due(targets) is first


def test_the_last_due() -> None:
    assert last_due((_YEAR, _NEXT, _FIRST_HALF)) is _NEXT
    assert last_due(()) is None


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-Q1", ()),
        ("2024-Q2", ()),
        ("2024-07", (_FIRST_HALF,)),
        ("2024-Q4", (_FIRST_HALF,)),
        ("2025-01", ()),
        ("unstated", ()),
    ],
)
def test_a_target_is_passed_from_the_day_after_it_was_due_until_another_replaces_it(
    period: str, expected: tuple[Target, ...]
) -> None:
    assert passed_targets((_NEXT, _YEAR, _FIRST_HALF), parse_period(period)) == expected


def test_passed_targets_are_in_the_order_of_their_due_days() -> None:
    assert passed_targets((_YEAR, _FIRST_HALF), parse_period("2026-05")) == (_FIRST_HALF, _YEAR)
