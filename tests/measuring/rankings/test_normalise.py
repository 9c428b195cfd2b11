"""Every way to score a value, worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from generators.measuring.rankings.normalise import exact_value, highest_score, lowest_score, normalised
from generators.model.indicator import Goal, IndicatorKind
from generators.model.scalars import Qualifier
from generators.model.scheme import Normalisation, NormalisationForm
from generators.model.target import Target
from generators.results.figures import Measured, ValueState
from tests.build.figures import MAIN, indicator

Said = str | bool


def _known(value: Said, qualifier: Qualifier | None = None) -> Measured:
    amount = value if isinstance(value, bool) else Decimal(value)
    return Measured(ValueState.KNOWN, value=amount, qualifier=qualifier)


def _rule(**rule: Any) -> Normalisation:  # noqa: ANN401 - what YAML may hold
    return NormalisationForm.model_validate(rule).value


def _target(value: Said, baseline: str | None = None) -> Target:
    return Target(
        indicator=MAIN,
        value=value if isinstance(value, bool) else Decimal(value),
        start=date(2024, 1, 1),
        due=date(2024, 12, 31),
        baseline=None if baseline is None else Decimal(baseline),
    )


@pytest.mark.parametrize(
    ("value", "low", "high", "score"),
    [
        ("0", 0, 10, 0),
        ("5", 0, 10, 50),
        ("10", 0, 10, 100),
        ("-1", 0, 10, 0),
        ("11", 0, 10, 100),
        ("1", 0, 3, Fraction(100, 3)),
        ("2", 10, 0, 80),
        ("0", 10, 0, 100),
        ("12", 10, 0, 0),
        ("2.5", 2, 3, 50),
    ],
)
def test_goalposts(value: str, low: int, high: int, score: Fraction) -> None:
    rule = _rule(goalposts={"low": low, "high": high})
    assert normalised(rule, _known(value), indicator(), None) == score


@pytest.mark.parametrize(("value", "score"), [("9", 100), ("8", 100), ("7.9", 60), ("3", 60), ("2.9", 0)])
def test_steps_upwards(value: str, score: int) -> None:
    rule = _rule(steps=[{"at-least": 8, "score": 100}, {"at-least": 3, "score": 60}])
    assert normalised(rule, _known(value), indicator(), None) == score


@pytest.mark.parametrize(("value", "score"), [("0", 100), ("2", 100), ("2.1", 50), ("5", 50), ("6", 0)])
def test_steps_downwards(value: str, score: int) -> None:
    rule = _rule(steps=[{"at-most": 2, "score": 100}, {"at-most": 5, "score": 50}])
    assert normalised(rule, _known(value), indicator(), None) == score


@pytest.mark.parametrize(
    ("kind", "goal", "value", "wanted", "baseline", "cap", "score"),
    [
        ("cumulative", "at-least", "3", "12", None, None, 25),
        ("cumulative", "at-least", "15", "12", None, None, 125),
        ("cumulative", "at-least", "15", "12", None, 110, 110),
        ("cumulative", "at-least", "15", "12", None, 100, 100),
        ("cumulative", "at-least", "0", "0", None, None, 100),  # nothing was asked for
        ("cumulative", "at-least", "1", "3", None, None, Fraction(100, 3)),
        ("level", "at-least", "70", "90", "50", None, 50),
        ("level", "at-least", "40", "90", "50", None, 0),  # worse than at the start
        ("level", "at-least", "9", "8", "10", None, 100),  # the start was beyond the target: met
        ("level", "at-least", "7", "8", "10", None, 0),
        ("level", "at-most", "4", "2", "10", None, 75),
        ("level", "at-most", "1", "2", "10", None, Fraction(225, 2)),
        ("level", "at-most", "2", "2", None, None, 100),  # no baseline: met or not
        ("level", "at-most", "3", "2", None, None, 0),
        ("level", "exactly", "5", "5", "1", None, 100),
        ("level", "exactly", "4", "5", "1", None, 0),
        ("level", "exactly", "6", "5", "1", None, 0),
        ("cumulative", "at-most", "3", "4", None, 80, 80),
    ],
)
def test_attainment(  # noqa: PLR0913, PLR0917 - the sides of a target
    kind: str, goal: str, value: str, wanted: str, baseline: str | None, cap: int | None, score: Fraction
) -> None:
    rule = _rule(attainment={"cap": cap})
    counted = indicator(IndicatorKind(kind), goal=Goal(goal))
    assert normalised(rule, _known(value), counted, _target(wanted, baseline)) == score


@pytest.mark.parametrize(("value", "score"), [(True, 100), (False, 0)])
def test_a_flag_is_met_or_not(*, value: bool, score: int) -> None:
    rule = _rule(attainment={})
    assert normalised(rule, _known(value), indicator(IndicatorKind.FLAG), _target(value=True)) == score


def test_nearly_the_target_is_not_met() -> None:
    rule = _rule(attainment={})
    at_most = indicator(IndicatorKind.LEVEL, goal=Goal.AT_MOST)
    assert normalised(rule, _known("2", Qualifier.OVER), at_most, _target("2")) == 0


def test_without_a_target_or_a_value_there_is_no_score() -> None:
    rule = _rule(attainment={})
    assert normalised(rule, _known("3"), indicator(), None) is None
    assert normalised(rule, Measured(ValueState.UNREPORTED), indicator(), _target("3")) is None


def test_a_ratio_is_taken_from_its_parts() -> None:
    third = Measured(ValueState.KNOWN, value=Decimal(100) / 3, numerator=Decimal(1), denominator=Decimal(3))
    assert exact_value(third, "%") == Fraction(100, 3)
    corrected = Measured(ValueState.KNOWN, value=Decimal(40), numerator=Decimal(1), denominator=Decimal(3))
    assert exact_value(corrected, "%") == 40


@pytest.mark.parametrize(
    ("rule", "highest"),
    [
        (_rule(goalposts={"low": 3, "high": 1}), 100),
        (_rule(steps=[{"at-least": 8, "score": 90}, {"at-least": 3, "score": 60}]), 90),
        (_rule(attainment={"cap": 120}), 120),
        (_rule(attainment={}), 100),
    ],
)
def test_what_a_missing_value_could_have_scored(rule: Normalisation, highest: int) -> None:
    assert highest_score(rule) == highest


@pytest.mark.parametrize(
    ("hedge", "score"),
    [
        (None, 100),
        (Qualifier.NEARLY, 60),
        (Qualifier.AT_MOST, 60),
        (Qualifier.OVER, 100),
        (Qualifier.AT_LEAST, 100),
        (Qualifier.ABOUT, 100),
    ],
)
def test_a_hedge_decides_on_the_bound_of_a_step(hedge: Qualifier | None, score: int) -> None:
    rising = _rule(steps=[{"at-least": 30, "score": 100}, {"at-least": 20, "score": 60}])
    assert normalised(rising, _known("30", hedge), indicator(), None) == score
    falling = _rule(steps=[{"at-most": 5, "score": 100}, {"at-most": 9, "score": 60}])
    wanted = 60 if hedge in {Qualifier.OVER, Qualifier.AT_LEAST} else 100
    assert normalised(falling, _known("5", hedge), indicator(), None) == wanted


@pytest.mark.parametrize(
    ("rule", "value", "score"),
    [
        ({}, "1", 0),
        ({"floor": -50}, "1", -50),
        ({"floor": -500}, "2", -100),
        ({"floor": 20}, "3", 20),
        ({}, "4", 100),
    ],
)
def test_attainment_has_a_floor(rule: dict[str, int], value: str, score: int) -> None:
    falling_back = _rule(attainment=rule)
    rising = indicator(IndicatorKind.LEVEL)
    assert normalised(falling_back, _known(value), rising, _target("4", "3")) == score
    assert lowest_score(falling_back) == rule.get("floor", 0)
