"""Attainment, expected value and gap: the arithmetic of one target (generators/formulas.md)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import assert_never

from generators.model.indicator import Goal, Indicator
from generators.model.target import Target

_POINTS = Decimal(100)


def baseline(target: Target, indicator: Indicator) -> Decimal | None:
    """Return ``b``: what attainment counts from, ``None`` where only met or not met can be said.

    Zero for cumulative and flow; otherwise the target's own baseline, or zero when more is better.
    An at-most goal has a baseline only when one is given.
    """
    if isinstance(target.value, bool):
        return None
    zero = Decimal(0)
    match indicator.goal:
        case Goal.AT_LEAST:
            is_zero = indicator.kind.counts_from_zero or target.baseline is None
            return zero if is_zero else target.baseline
        case Goal.EXACTLY:
            return zero if indicator.kind.counts_from_zero else target.baseline
        case Goal.AT_MOST:
            return target.baseline
        case never:
            assert_never(never)


def attainment(value: Decimal, target_value: Decimal, base: Decimal | None) -> Decimal | None:
    """Return ``(v − b) / (T − b)`` as a fraction, uncapped; ``None`` when ``b`` is unknown or equals T."""
    if base is None or target_value == base:
        return None
    return (value - base) / (target_value - base)


def expected_value(target: Target, base: Decimal | None, day: date) -> Decimal | None:
    """Return ``E``: what should have been reached by ``day``, linear between the given points.

    The points are the start at the baseline, the milestones, and the due date at the target.
    ``None`` before the first point, for a flag, and where there is nothing to go by: no milestones
    and either no baseline or a target equal to it.
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
            # Multiplied before it is divided: E is then exact whenever it is a finite decimal.
            return first + (last - first) * (day - first_day).days / (last_day - first_day).days
    return ordered[-1][1]


def gap(
    value: Decimal, target_value: Decimal, base: Decimal | None, expected: Decimal | None
) -> Decimal | None:
    """Return ``100 × (v − E) / (T − b)`` in percentage points, ``None`` where no pace is defined."""
    if base is None or expected is None or target_value == base:
        return None
    return _POINTS * (value - expected) / (target_value - base)
