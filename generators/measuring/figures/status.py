"""Decides the status of a target: the first matching rule, in the order of generators/formulas.md."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from generators.measuring.figures.cutoff import Cutoff
from generators.model.indicator import Goal, Indicator
from generators.model.scalars import Amount, Qualifier
from generators.model.target import Target
from generators.results.figures import Measured, Origin, Status, ValueState

_WITHOUT_VALUE = {
    ValueState.NOT_APPLICABLE: Status.NOT_APPLICABLE,
    ValueState.UNREPORTED: Status.UNREPORTED,
    ValueState.INCOMPUTABLE: Status.INCOMPUTABLE,
}

_SHORT_OF = {
    Goal.AT_LEAST: {Qualifier.NEARLY, Qualifier.AT_MOST},
    Goal.AT_MOST: {Qualifier.OVER, Qualifier.AT_LEAST},
    Goal.EXACTLY: {Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.NEARLY, Qualifier.AT_MOST},
}
"""Qualifiers by goal with which a value equal to the target does not meet it: 近30个 is less than 30个."""

_TRUNCATION = Decimal("1e-15")
"""A generous bound, in points, of the error from truncating quotients to the precision of ``Decimal``."""


def meets_exactly(qualifier: Qualifier | None, goal: Goal) -> bool:
    """Whether a value that equals its bound, hedged by ``qualifier``, is within it: 近30个 is not 30个."""
    return qualifier not in _SHORT_OF[goal]


def is_met(value: Amount, qualifier: Qualifier | None, target_value: Amount, goal: Goal) -> bool:
    """Whether ``value`` meets ``target_value``: at least, at most or exactly, as ``goal`` says."""
    if isinstance(target_value, bool) or isinstance(value, bool):
        return value is target_value
    if value == target_value:
        return meets_exactly(qualifier, goal)
    match goal:
        case Goal.AT_LEAST:
            return value > target_value
        case Goal.AT_MOST:
            return value < target_value
        case Goal.EXACTLY:
            return False
        case never:
            assert_never(never)


def rests_on_part(measured: Measured, indicator: Indicator) -> bool:
    """Whether values that are missing in a roll-up could undo that an at-most or exact target is met."""
    return (
        indicator.goal is not Goal.AT_LEAST
        and (measured.origin is Origin.ROLLED_UP or indicator.derived is not None)
        and measured.coverage is not None
        and not measured.coverage.is_complete
    )


def status_of(  # noqa: PLR0911 - one return for each rule, in the order of the table
    target: Target,
    indicator: Indicator,
    measured: Measured,
    points_gap: Decimal | None,
    cutoff: Cutoff,
    tolerance: Decimal,
) -> Status:
    """Return the status of ``target`` at ``cutoff``; ``points_gap`` and ``tolerance`` are in points."""
    if cutoff.day < target.start:
        return Status.NOT_STARTED
    if measured.value is None:
        return _WITHOUT_VALUE[measured.state]
    judged = cutoff.judging(measured.until, target.start)
    if rests_on_part(measured, indicator):
        return Status.INCOMPUTABLE
    cannot_decrease = indicator.goal is not Goal.AT_LEAST and indicator.kind.counts_from_zero
    if is_met(measured.value, measured.qualifier, target.value, indicator.goal):
        if not cannot_decrease or judged.day >= target.due:
            return Status.ACHIEVED
        is_paced = indicator.goal is Goal.AT_MOST and points_gap is not None
        return _pace_status(points_gap, tolerance) if is_paced else Status.ON_PACE
    if judged.is_past(target.due):
        return Status.MISSED
    if cannot_decrease and measured.value > target.value:
        return Status.MISSED if cutoff.is_past(target.due) else Status.FAR_BEHIND
    return _pace_status(points_gap, tolerance)


def _pace_status(points_gap: Decimal | None, tolerance: Decimal) -> Status:
    if points_gap is None:
        return Status.BEHIND
    if points_gap >= -_TRUNCATION:
        return Status.ON_PACE
    return Status.BEHIND if points_gap >= -tolerance - _TRUNCATION else Status.FAR_BEHIND
