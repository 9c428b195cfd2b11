"""Plausibility of reported values: warnings, which an editor can answer by ``confirmed`` with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final, TypeAlias, assert_never

from generators.checking.figures.figures import PERCENT
from generators.checking.figures.measures import can_be_negative, is_counted
from generators.checking.kit.context import Context, value_place
from generators.checking.kit.wording import shown, shown_period
from generators.model.address import Address
from generators.model.calendar import months_before
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.observation import Observation
from generators.model.period import Period, period_before
from generators.model.problem import Problem
from generators.model.problem_codes import problem

JUMP: Final = 10
"""A value so many times another one, or so small a part of it, may have a digit too many or too few."""

_LEAST_COUNT: Final = 10
_LEAST_SHARE: Final = 5
_LEAST_AMOUNT: Final = 1
"""The smaller of two values must be at least this: small numbers jump by themselves."""

_LONGEST_GAP: Final = 400
"""The number of days after which a value is no longer compared with the one before."""

_HUNDRED: Final = 100

_Days: TypeAlias = tuple[date | None, date | None]
_Observations: TypeAlias = tuple[Observation, ...]
_Find: TypeAlias = Callable[
    [Context, str, Address, Indicator, _Observations], Iterator[tuple[Problem, Observation]]
]
"""What is doubtful in one figure, with the observation that it is about, whether confirmed or not."""


def jumps(context: Context) -> Iterator[Problem]:
    """A value is neither ten times nor a tenth of those before: the last one, and that of a year before."""
    return _unconfirmed(context, _jumps)


def negative_quantities(context: Context) -> Iterator[Problem]:
    """A level of persons, things, areas or lengths is not negative; counts that start from zero are E404."""
    return _unconfirmed(context, _negatives)


def fractions_of_wholes(context: Context) -> Iterator[Problem]:
    """A number of persons, households, villages or things is whole."""
    return _unconfirmed(context, _fractions)


def _unconfirmed(context: Context, find: _Find) -> Iterator[Problem]:
    for series in context.series():
        for each, observation in find(context, *series):
            if not observation.value.confirmed:
                yield each


def needless_confirmations(context: Context) -> Iterator[Problem]:
    """A value that states why it is right in spite of appearances is one that a warning is about."""
    for series in context.series():
        division, address, _, observations = series
        confirmed = [each for each in observations if each.value.confirmed]
        if not confirmed:
            continue
        doubtful = {
            id(observation.value)
            for find in (_jumps, _negatives, _fractions)
            for _, observation in find(context, *series)
        }
        for each in confirmed:
            if id(each.value) not in doubtful:
                detail = f"{context.figure_name(division, address)}没有什么可疑，不必写 confirmed"
                yield problem("W493", value_place(each, "confirmed"), detail)


def _jumps(
    context: Context, division: str, address: Address, indicator: Indicator, observations: _Observations
) -> Iterator[tuple[Problem, Observation]]:
    known = [
        (each, amount)
        for each in observations
        if each.period.is_stated and (amount := _amount(each, indicator, context.as_of)) is not None
    ]
    by_days = {_days(each.period): (each, amount) for each, amount in known}
    told: set[int] = set()
    for at, (observation, amount) in enumerate(known):
        year_before = _a_year_before(*_days(observation.period))
        others = _compared(observation, known[:at], by_days, indicator)
        # The return to normal after a value that was told is no jump of its own.
        others = [each for each in others if id(each[0]) not in told or _days(each[0].period) == year_before]
        if others and all(_is_jump(amount, other, indicator) for _, other in others):
            told.add(id(observation))
            text = _jump_text(observation, amount, others)
            place = value_place(observation, "value" if observation.value.numerator is None else "numerator")
            yield problem("W490", place, f"{context.figure_name(division, address)}：{text}"), observation


def _compared(
    observation: Observation,
    earlier: Sequence[tuple[Observation, Decimal]],
    by_days: Mapping[_Days, tuple[Observation, Decimal]],
    indicator: Indicator,
) -> list[tuple[Observation, Decimal]]:
    """Return the value before, and for values that rise and fall that of the same period a year before."""
    found: list[tuple[Observation, Decimal]] = []
    kind = indicator.kind
    match kind:
        case IndicatorKind.FLOW:
            before = period_before(observation.period)
            if before is not None and _days(before) in by_days:
                found.append(by_days[_days(before)])
        case IndicatorKind.CUMULATIVE | IndicatorKind.LEVEL | IndicatorKind.RATIO:
            found += [
                each
                for each in earlier[-1:]
                if _is_recent(each[0], observation) and _is_in_same_count(indicator, each[0], observation)
            ]
        case IndicatorKind.FLAG:
            return []
        case never:
            assert_never(never)
    year_before = _a_year_before(*_days(observation.period))
    if kind is not IndicatorKind.CUMULATIVE and year_before in by_days and by_days[year_before] not in found:
        found.append(by_days[year_before])
    return found


def _is_recent(earlier: Observation, later: Observation) -> bool:
    first, last = earlier.period.end, later.period.end
    return first is not None and last is not None and 0 < (last - first).days <= _LONGEST_GAP


def _is_in_same_count(indicator: Indicator, earlier: Observation, later: Observation) -> bool:
    """Whether a value does not start again from zero between two reports."""
    first, last = earlier.period.end, later.period.end
    if indicator.restarts is None or first is None or last is None:
        return True
    return indicator.restarts.is_in_same_count(first, last)


def _days(period: Period) -> _Days:
    return period.start, period.end


@cache
def _a_year_before(start: date | None, end: date | None) -> _Days:
    """Return the days of the same period a year before; weeks and odd spans have none of the same days."""
    if start is None or end is None or start.year == date.min.year:
        return None, None
    return months_before(start, 12), months_before(end, 12)


def _is_jump(amount: Decimal, other: Decimal, indicator: Indicator) -> bool:
    small, large = sorted((amount, other))
    if is_counted(indicator):
        least = _LEAST_COUNT
    elif indicator.measure == PERCENT:
        least = _LEAST_SHARE
    else:
        least = _LEAST_AMOUNT
    return small >= least and large >= JUMP * small


def _jump_text(
    observation: Observation, amount: Decimal, others: Sequence[tuple[Observation, Decimal]]
) -> str:
    other, before = others[0]
    times = f"{(amount / before):.0f} 倍" if amount > before else f"{before / amount:.0f} 分之一"
    return (
        f"{shown_period(observation.period)} 的 {_short(amount)} 是 {shown_period(other.period)} 的 "
        f"{_short(before)} 的 {times}"
    )


def _short(amount: Decimal) -> str:
    return shown(amount if amount == amount.to_integral_value() else round(amount, 2))


def _amount(observation: Observation, indicator: Indicator, day: date) -> Decimal | None:
    """Return the value as corrected by ``day``; the quotient of the parts of a ratio in its measure."""
    amount = observation.amount(day)
    if isinstance(amount, Decimal):
        return amount
    numerator, denominator = observation.ratio_parts(day)
    if amount is None and numerator is not None and denominator:
        return numerator / denominator * (_HUNDRED if indicator.measure == PERCENT else 1)
    return None


def _negatives(
    context: Context, division: str, address: Address, indicator: Indicator, observations: _Observations
) -> Iterator[tuple[Problem, Observation]]:
    if indicator.kind is not IndicatorKind.LEVEL or can_be_negative(indicator):
        return
    for each in observations:
        amount = each.amount(context.as_of)
        if isinstance(amount, Decimal) and amount < 0:
            detail = f"{_figure(context, division, address, each)}报了 {shown(amount)}{indicator.measure}"
            yield problem("W491", value_place(each, "value"), detail), each


def _fractions(
    context: Context, division: str, address: Address, indicator: Indicator, observations: _Observations
) -> Iterator[tuple[Problem, Observation]]:
    if not is_counted(indicator):
        return
    for each in observations:
        amount = each.amount(context.as_of)
        if isinstance(amount, Decimal) and amount != amount.to_integral_value():
            detail = f"{_figure(context, division, address, each)}报了 {shown(amount)}{indicator.measure}"
            yield problem("W492", value_place(each, "value"), detail), each


def _figure(context: Context, division: str, address: Address, observation: Observation) -> str:
    return f"{context.figure_name(division, address)}：{shown_period(observation.period)} "
