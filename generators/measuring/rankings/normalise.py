"""Converts an indicator's value to a component's score of 0 to 100: by attainment, goalposts or steps."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final, assert_never

from generators.measuring.figures.pace import baseline
from generators.measuring.figures.quotients import quotient
from generators.measuring.figures.status import is_met, meets_exactly
from generators.model.bounds import AtLeast, AtMost
from generators.model.indicator import Goal, Indicator
from generators.model.scalars import Amount, Qualifier
from generators.model.scheme import Attainment, Goalposts, Normalisation, ScoreStep, Steps
from generators.model.target import Target
from generators.results.figures import Measured

NOTHING: Final = Fraction(0)
FULL: Final = Fraction(100)
_PERCENT: Final = "%"


def exact_value(measured: Measured, measure: str) -> Fraction | None:
    """Return the value as an exact fraction, a quotient from its parts; ``None`` for a flag or no value."""
    if not isinstance(measured.value, Decimal):
        return None
    numerator, denominator = measured.numerator, measured.denominator
    if numerator is None or not denominator or quotient(numerator, denominator, measure) != measured.value:
        return Fraction(measured.value)
    scale = 100 if measure == _PERCENT else 1
    return scale * Fraction(numerator) / Fraction(denominator)


def normalised(
    rule: Normalisation, measured: Measured, indicator: Indicator, target: Target | None
) -> Fraction | None:
    """Return the component's score for a measured value; ``None`` if there is no value.

    Only attainment uses ``target``, and returns ``None`` without one.
    """
    if measured.value is None:
        return None
    number = exact_value(measured, indicator.measure)
    match rule:
        case Attainment():
            return None if target is None else _attained(rule, number, measured, indicator, target)
        case Goalposts():
            return None if number is None else _between(rule, number)
        case Steps(steps=steps):
            return None if number is None else _step_score(steps, number, measured.qualifier)
        case never:
            assert_never(never)


def normalised_number(rule: Normalisation, number: Fraction) -> Fraction:
    """Return the score of a number that is no value, such as a growth rate.

    Raises ``ValueError`` for attainment, which only a value can have.
    """
    match rule:
        case Attainment():
            raise ValueError("only a value has an attainment")
        case Goalposts():
            return _between(rule, number)
        case Steps(steps=steps):
            return _step_score(steps, number, None)
        case never:
            assert_never(never)


def _attained(
    rule: Attainment, number: Fraction | None, measured: Measured, indicator: Indicator, target: Target
) -> Fraction:
    """Return ``100 × (v − b) / (T − b)``, or 100 for met and 0 for not met if that is undefined.

    It is at least the rule's floor, and at most its cap.
    """
    base = _starting_point(target, indicator)
    if number is None or base is None or isinstance(target.value, bool):
        is_done = _is_met(measured, target.value, indicator.goal)
        score = FULL if is_done else NOTHING
    else:
        score = FULL * (number - base) / (Fraction(target.value) - base)
    score = max(score, Fraction(rule.floor))
    return score if rule.cap is None else min(score, Fraction(rule.cap))


def _is_met(measured: Measured, wanted: Amount, goal: Goal) -> bool:
    return measured.value is not None and is_met(measured.value, measured.qualifier, wanted, goal)


def _starting_point(target: Target, indicator: Indicator) -> Fraction | None:
    """Return the baseline if the target lies beyond it in the direction of the goal, else ``None``."""
    base = baseline(target, indicator)
    if base is None or isinstance(target.value, bool):
        return None
    rises = indicator.goal is Goal.AT_LEAST and base < target.value
    falls = indicator.goal is Goal.AT_MOST and base > target.value
    return Fraction(base) if rises or falls else None


def _between(posts: Goalposts, number: Fraction) -> Fraction:
    low, high = Fraction(posts.low), Fraction(posts.high)
    return max(NOTHING, min(FULL, FULL * (number - low) / (high - low)))


def _step_score(steps: tuple[ScoreStep, ...], number: Fraction, hedge: Qualifier | None) -> Fraction:
    """Return the score of the first matching step; 0 if none matches."""
    return next((Fraction(step.score) for step in steps if _fits(step, number, hedge)), NOTHING)


def _fits(step: ScoreStep, number: Fraction, hedge: Qualifier | None) -> bool:
    """Whether a value is on the side of the step's bound; on the bound its hedge decides, as for a target."""
    match step.bound:
        case AtLeast(limit):
            return number > limit or (number == limit and meets_exactly(hedge, Goal.AT_LEAST))
        case AtMost(limit):
            return number < limit or (number == limit and meets_exactly(hedge, Goal.AT_MOST))
        case never:
            assert_never(never)


def wants_target(rule: Normalisation) -> bool:
    """Whether the rule scores a value against the division's target."""
    match rule:
        case Attainment():
            return True
        case Goalposts() | Steps():
            return False
        case never:
            assert_never(never)


def lowest_score(rule: Normalisation) -> Fraction:
    """Return the lowest score that a missing value could have."""
    match rule:
        case Attainment(floor=floor):
            return Fraction(floor)
        case Goalposts() | Steps():
            return NOTHING
        case never:
            assert_never(never)


def highest_score(rule: Normalisation) -> Fraction:
    """Return the highest score that a missing value could have.

    An attainment without a cap is unbounded; it is taken as 100, the score for meeting the target.
    """
    match rule:
        case Attainment(cap=cap):
            return FULL if cap is None else Fraction(cap)
        case Goalposts():
            return FULL
        case Steps(steps=steps):
            return max(Fraction(step.score) for step in steps)
        case never:
            assert_never(never)
