"""Computes baseline, attainment, expected value and gap of one target (generators/formulas.md)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import assert_never

from generators.model.indicator import Goal, Indicator
from generators.model.target import Target, is_allowance

_POINTS = Decimal(100)


def baseline(target: Target, indicator: Indicator) -> Decimal | None:
    """Return ``b``, the value from which a target starts; ``None`` if it starts from no known value.

    It is the stated baseline; without one 0 if the indicator counts from zero or the goal is at-least. A flag
    has none.
    """
    if isinstance(target.value, bool):
        return None
    if target.baseline is not None:
        return target.baseline
    match indicator.goal:
        case Goal.AT_LEAST:
            return Decimal(0)
        case Goal.EXACTLY | Goal.AT_MOST:
            return Decimal(0) if indicator.kind.counts_from_zero else None
        case never:
            assert_never(never)


def attainment(value: Decimal, target_value: Decimal, base: Decimal | None, goal: Goal) -> Decimal | None:
    """Return ``(v − b) / (T − b)`` as a fraction, uncapped; ``None`` if ``b`` is unknown or equals T.

    A 控制数 has none either: to use it up is no attainment. Nor has a value beyond an exact target.
    """
    if base is None or target_value == base or is_allowance(target_value, goal, base):
        return None
    if is_beyond(value, target_value, base, goal):
        return None
    return (value - base) / (target_value - base)


def is_beyond(value: Decimal, target_value: Decimal, base: Decimal | None, goal: Goal) -> bool:
    """Whether a value has moved from ``b`` past a target to be met exactly, and so away from it again."""
    return goal is Goal.EXACTLY and base is not None and (value - target_value) * (target_value - base) > 0


def expected_value(target: Target, base: Decimal | None, day: date) -> Decimal | None:
    """Return ``E``, the value expected on ``day``: linear between the given points.

    The points are the baseline at the start, the milestones, and the target at the due date. ``None`` for a
    flag, before the first point, and if there are no milestones and the baseline is unknown or equals the
    target.
    """
    if isinstance(target.value, bool):
        return None
    if not target.milestones and (base is None or base == target.value):
        return None
    points = dict(target.milestones)
    if base is not None:
        points.setdefault(target.start, base)
    points[target.due] = target.value
    ordered = sorted(points.items())
    if day < ordered[0][0]:
        return None
    for (first_day, first), (last_day, last) in pairwise(ordered):
        if first_day <= day < last_day:
            # Multiplication comes first: E is then exact if it is a finite decimal.
            return first + (last - first) * (day - first_day).days / (last_day - first_day).days
    return ordered[-1][1]


def gap(
    value: Decimal, target_value: Decimal, base: Decimal | None, expected: Decimal | None, goal: Goal
) -> Decimal | None:
    """Return ``100 × (v − E) / (T − b)`` in percentage points; ``None`` without b or E, or if T equals b.

    The sign is turned for a 控制数, which is behind where more than expected is used. A value beyond an exact
    target has none: it is not ahead.
    """
    if base is None or expected is None or target_value == base:
        return None
    if is_beyond(value, target_value, base, goal):
        return None
    points = _POINTS * (value - expected) / (target_value - base)
    return -points if is_allowance(target_value, goal, base) else points
