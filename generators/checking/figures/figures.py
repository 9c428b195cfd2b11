"""Single reported values: their form, unit, sign and source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, assert_never

from generators.checking.kit.context import Context, value_place
from generators.checking.kit.wording import measure_mismatch, named, shown, without_location
from generators.model.indicator import Indicator, IndicatorKind, Rollup
from generators.model.observation import Observation
from generators.model.problem import Problem
from generators.model.problem_codes import problem

PERCENT: Final = "%"

_SMALLEST_SHARE: Final = Decimal(0)
_LARGEST_SHARE: Final = Decimal(100)


def is_share(indicator: Indicator) -> bool:
    """Whether the indicator is a share in per cent; a growth rate is a level, not a ratio."""
    return indicator.kind.is_ratio and indicator.measure == PERCENT


def is_impossible_share(amount: Decimal) -> bool:
    """Whether a share in per cent is below 0 or above 100."""
    return not _SMALLEST_SHARE <= amount <= _LARGEST_SHARE


def may_be_negative(indicator: Indicator) -> bool:
    """Whether values of the indicator may be negative: levels and ratios may, counts may not."""
    match indicator.kind:
        case IndicatorKind.LEVEL | IndicatorKind.RATIO:
            return True
        case IndicatorKind.CUMULATIVE | IndicatorKind.FLOW | IndicatorKind.FLAG:
            return False
        case never:
            assert_never(never)


def misformed_values(context: Context) -> Iterator[Problem]:
    """A flag is reported as true or false, others as a number; only a ratio has a numerator."""
    for observation, indicator in _reported(context):
        value = observation.value
        if value.numerator is not None and not indicator.kind.is_ratio:
            place = value_place(observation, "numerator")
            yield problem("E412", place, f"{named(indicator.name)}不是比率（ratio），不能按分子分母填写")
        elif isinstance(value.value, bool) and not indicator.kind.is_flag:
            place = value_place(observation, "value")
            yield problem("E412", place, f"{named(indicator.name)}应填数字，不是 {shown(value.value)}")
        elif isinstance(value.value, Decimal) and indicator.kind.is_flag:
            place = value_place(observation, "value")
            detail = f"{named(indicator.name)}应填 true 或 false，不是 {shown(value.value)}"
            yield problem("E412", place, detail)


def mismatched_measures(context: Context) -> Iterator[Problem]:
    """The measure of a value, if stated, is that of its indicator."""
    for observation, indicator in _reported(context):
        measure = observation.value.measure
        if measure is not None and measure != indicator.measure:
            yield problem("E403", value_place(observation, "measure"), measure_mismatch(measure, indicator))


def negative_values(context: Context) -> Iterator[Problem]:
    """Counts and denominators are not negative; levels and ratios may be."""
    for observation, indicator in _reported(context):
        value = observation.value
        fields = (("value", value.value), ("numerator", value.numerator))
        if not may_be_negative(indicator):
            for field, amount in fields:
                if amount is not None and amount < 0:
                    detail = f"{named(indicator.name)}报了 {shown(amount)}"
                    yield problem("E404", value_place(observation, field), detail)
        if value.denominator is not None and value.denominator < 0:
            detail = f"{named(indicator.name)}的分母是 {shown(value.denominator)}"
            yield problem("E404", value_place(observation, "denominator"), detail)


def numerators_above_denominators(context: Context) -> Iterator[Problem]:
    """The numerator of a percentage does not exceed its denominator."""
    for observation, indicator in _reported(context):
        numerator, denominator = observation.value.numerator, observation.value.denominator
        if indicator.measure != PERCENT or numerator is None or denominator is None or denominator < 0:
            continue
        if numerator > denominator:
            detail = f"{named(indicator.name)}：分子 {shown(numerator)} 大于分母 {shown(denominator)}"
            yield problem("E405", value_place(observation, "numerator"), detail)


def impossible_shares(context: Context) -> Iterator[Problem]:
    """A share reported as a per cent is between 0% and 100%."""
    for observation, indicator in _reported(context):
        amount = observation.value.value
        if is_share(indicator) and isinstance(amount, Decimal) and is_impossible_share(amount):
            detail = f"{named(indicator.name)}报了 {shown(amount)}%，应在 0%～100% 之间"
            yield problem("E414", value_place(observation, "value"), detail)


def reports_of_computed_indicators(context: Context) -> Iterator[Problem]:
    """An indicator computed from other indicators or records is not reported."""
    for observation, indicator in _reported(context):
        address = observation.indicator
        origin = ""
        if indicator.derived is not None:
            numerator = context.indicator_name(address.sibling(indicator.derived.numerator))
            denominator = context.indicator_name(address.sibling(indicator.derived.denominator))
            origin = f"由{numerator}除以{denominator}算出"
        elif indicator.rollup is Rollup.COUNT_WHERE and indicator.where is not None:
            counted = context.indicator_name(address.sibling(indicator.where.indicator))
            origin = f"由下级的{counted}数出"
        elif indicator.computed is not None:
            origin = "由其他记录算出（computed）"
        if origin:
            place = observation.report.place("values", observation.indicator, of_key=True)
            yield problem("E416", place, f"{named(indicator.name)}{origin}")


def unsourced_values(context: Context) -> Iterator[Problem]:
    """Every reported value, or its report, cites a document with the place in it."""
    for filed in context.dataset.reports:
        report = filed.report
        if report.source is None:
            yield problem("E407", report.place(), f"{report.period.text} 的报送没有写 source")
            continue
        if report.source.at:
            continue
        for address, value in report.values.items():
            if not value.at:
                place = report.place("values", address, of_key=True)
                detail = without_location(context.indicator_name(address), report.source.document)
                yield problem("E407", place, detail)


def _reported(context: Context) -> Iterator[tuple[Observation, Indicator]]:
    for _, _, indicator, observations in context.series():
        for observation in observations:
            yield observation, indicator
