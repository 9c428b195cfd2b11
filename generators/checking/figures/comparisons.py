"""Declared comparisons fit their indicators."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checking.kit.comparability import not_comparable
from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.problem import Problem
from generators.model.problem_codes import problem


def invalid_comparisons(context: Context) -> Iterator[Problem]:
    """A comparison is declared once, for an indicator that has it, and says how long its periods are."""
    for indicator in _indicators(context):
        seen = set()
        for each in indicator.comparisons:
            reason = not_comparable(indicator, each.by)
            if reason is None and each.by in seen:
                reason = f"{named(indicator.name)}的 {each.by} 写了两次"
            if reason is None and each.every is None and indicator.cadence is None:
                reason = f"{named(indicator.name)}没有写 cadence，须写 every：按月、按季还是按年比较"
            seen.add(each.by)
            if reason is not None:
                yield problem("E494", each.place(), reason)


def invalid_restarts(context: Context) -> Iterator[Problem]:
    """Only a reported cumulative indicator restarts."""
    for indicator in _indicators(context):
        if indicator.restarts is None:
            continue
        place = indicator.place("restarts", of_key=True)
        if indicator.kind is not IndicatorKind.CUMULATIVE:
            yield problem(
                "E495", place, f"{named(indicator.name)}是 {indicator.kind}，只有 cumulative 能写 restarts"
            )
        elif indicator.where is not None:
            yield problem("E495", place, f"{named(indicator.name)}由 count-where 数出，不写 restarts")


def _indicators(context: Context) -> Iterator[Indicator]:
    for programme in context.dataset.programmes.values():
        yield from programme.indicators.values()
