"""Definitions of indicators are complete and consistent with their kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.model.computed import (
    CommitmentShare,
    Computed,
    InspectionFigure,
    PopulationShare,
    ProblemShare,
)
from generators.model.indicator import Condition, Indicator, IndicatorKind, Rollup
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme


def invalid_rollups(context: Context) -> Iterator[Problem]:
    """``rollup: ratio`` is for ratios only, ``sum`` not for ratios, and flags have no roll-up."""
    for _, indicator in _definitions(context):
        if (reason := _rollup_mistake(indicator)) is not None:
            yield problem("E419", indicator.place("rollup"), f"{named(indicator.name)}{reason}")


def _rollup_mistake(indicator: Indicator) -> str | None:
    kind = indicator.kind
    match indicator.rollup:
        case Rollup.NONE:
            return None
        case Rollup.SUM if kind.is_ratio:
            return "是比率，不能直接相加；请用 rollup: ratio"
        case Rollup.SUM | Rollup.LATEST:
            reason = "只有是与否，不能汇总；要数有几个“是”，请另设 count-where 指标"
            return reason if kind.is_flag else None
        case Rollup.COUNT_WHERE:
            reason = f"是 {kind}，而 count-where 数出的是个数；请改用 level 或 cumulative"
            return reason if kind.is_ratio or kind.is_flag else None
        case Rollup.RATIO:
            return None if kind.is_ratio else f"是 {kind}，只有比率（ratio）能用 rollup: ratio"
        case never:
            assert_never(never)


def invalid_conditions(context: Context) -> Iterator[Problem]:
    """``count-where`` has a condition: a flag without bounds, or a number within bounds."""
    for programme, indicator in _definitions(context):
        is_count = indicator.rollup is Rollup.COUNT_WHERE
        if is_count and indicator.where is None:
            detail = f"{named(indicator.name)}用了 count-where，须写 where"
            yield problem("E419", indicator.place("rollup"), detail)
        elif indicator.where is not None and not is_count:
            detail = f"{named(indicator.name)}写了 where，须同时写 rollup: count-where"
            yield problem("E419", indicator.place("where", of_key=True), detail)
        elif indicator.where is not None:
            counted = programme.indicators.get(indicator.where.indicator)
            reason = None if counted is None else _condition_mistake(indicator.where, counted)
            if reason is not None:
                detail = f"{named(indicator.name)}的 where：{reason}"
                yield problem("E419", indicator.place("where"), detail)


def _condition_mistake(where: Condition, counted: Indicator) -> str | None:
    lower, upper = where.at_least, where.at_most
    if counted.kind.is_flag:
        is_bounded = lower is not None or upper is not None
        return f"{named(counted.name)}只有是与否，不写 at-least、at-most" if is_bounded else None
    if lower is None and upper is None:
        return f"{named(counted.name)}是数字，须写 at-least 或 at-most"
    if lower is not None and upper is not None and lower > upper:
        return "at-least 大于 at-most"
    return None


def invalid_derivations(context: Context) -> Iterator[Problem]:
    """Only a ratio is derived, and its derivation has no cycle."""
    for programme, indicator in _definitions(context):
        if indicator.derived is None:
            continue
        place = indicator.place("derived", of_key=True)
        if not indicator.kind.is_ratio:
            detail = f"{named(indicator.name)}是 {indicator.kind}，只有比率（ratio）能由 derived 算出"
            yield problem("E419", place, detail)
        elif _has_cycle(programme, indicator):
            yield problem("E419", place, f"{named(indicator.name)}的 derived 又用到它自己")


def invalid_computations(context: Context) -> Iterator[Problem]:
    """A computed indicator has the kind that its computation gives, and no other source of values."""
    for _, indicator in _definitions(context):
        computed = indicator.computed
        if computed is not None and (reason := _computation_mistake(indicator, computed)) is not None:
            place = indicator.place("computed", of_key=True)
            yield problem("E419", place, f"{named(indicator.name)}{reason}")


def _computation_mistake(indicator: Indicator, computed: Computed) -> str | None:
    if indicator.derived is not None or indicator.where is not None or indicator.rollup is not Rollup.NONE:
        return "由 computed 算出，不再写 derived、where、rollup"
    match computed:
        case InspectionFigure.SCORE:
            is_level = indicator.kind is IndicatorKind.LEVEL
            return None if is_level else f"是 {indicator.kind}，督查得分请用 level"
        case PopulationShare() | ProblemShare() | CommitmentShare() | InspectionFigure.COVERAGE:
            is_share = indicator.kind.is_ratio and indicator.measure == "%"
            return None if is_share else "算出的是占比，请用 kind: ratio、measure: '%'"
        case never:
            assert_never(never)


def _has_cycle(programme: Programme, indicator: Indicator) -> bool:
    """Whether the derivation of ``indicator`` has a cycle."""
    seen: set[str] = set()
    waiting = _parts(indicator)
    while waiting:
        name = waiting.pop()
        part = programme.indicators.get(name)
        if part is indicator:
            return True
        if part is not None and name not in seen:
            seen.add(name)
            waiting += _parts(part)
    return False


def _parts(indicator: Indicator) -> list[str]:
    derived = indicator.derived
    return [] if derived is None else [derived.numerator, derived.denominator]


def _definitions(context: Context) -> Iterator[tuple[Programme, Indicator]]:
    for programme in context.dataset.programmes.values():
        for indicator in programme.indicators.values():
            yield programme, indicator
