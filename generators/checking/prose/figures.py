"""Figures typed into prose, which would differ from the data after a correction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Final

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.checking.prose.numbers import ProseNumber, numbers_in, split_measure
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.model.observation import Observation
from generators.model.period import Period
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme, framework_nodes
from generators.reading.quoting import quoted

_CALENDAR: Final = ("年", "月", "日", "号", "期")
_MIN_DIGITS: Final = 3
"""A number with as many digits is rarely equal to a figure by chance."""

_FURTHER_MEASURES: Final = frozenset(
    {"%", "人次", "户次", "个月", "个小时", "个工作日", "个百分点", "小时", "分钟"}
)
"""Units beside those of indicators, which a shorter unit must not match: 20人次 is not 20人."""


_NO_ADDRESS: Final = Address("")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the data with its measure, its name in messages, and what to do instead of typing it.

    ``call`` is what to write instead, empty for a number that no call shows. The other fields say whose
    figure it is, and of which period, ``None`` for a target.
    """

    amount: Decimal
    measure: str
    what: str
    remedy: str
    call: str = ""
    division: str = ""
    indicator: Address = _NO_ADDRESS
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number in a text with the measure behind it, and the figures that it repeats, at least one."""

    number: ProseNumber
    measure: str
    figures: Sequence[Figure]


def typed_figures(context: Context) -> Iterator[Problem]:
    """Prose about a programme contains the programme's figures as calls, not as typed numbers.

    A number counts as the figure of equal amount if the measure of the figure follows it, or if it has three
    digits or a decimal point and is followed neither by a calendar word nor by another known unit.
    """
    programmes = context.dataset.programmes
    typed = [
        (parsed, tuple(numbers_in(parsed.prose.stripped)))
        for parsed in context.prose
        if not programmes.keys().isdisjoint(parsed.passage.programmes)
    ]
    amounts = {number.amount for _, numbers in typed for number in numbers}
    if not amounts:
        return
    figures = {name: _by_amount(context, each, amounts) for name, each in programmes.items()}
    measures = _known_measures(context)
    for parsed, numbers in typed:
        known = [figures[name] for name in parsed.passage.programmes if name in figures]
        for number in numbers:
            measure = next((each for each in measures if number.after.startswith(each)), "")
            equal = [figure for programme in known for figure in programme.get(number.amount, ())]
            meant = _meant(number, measure, equal)
            if meant:
                detail = f"{quoted(number.written + measure)}与{meant[0].what}相同"
                yield problem("E501", parsed.passage.place_of(number.offset), detail, meant[0].remedy)


def numbers_typed_in(context: Context, text: str, programmes: Iterable[str]) -> Iterator[TypedNumber]:
    """Yield the numbers in ``text``, about ``programmes``, that :func:`typed_figures` would tell of."""
    numbers = tuple(numbers_in(text))
    amounts = {number.amount for number in numbers}
    known = [
        _by_amount(context, context.dataset.programmes[name], amounts)
        for name in programmes
        if name in context.dataset.programmes
    ]
    measures = _known_measures(context)
    for number in numbers:
        measure = next((each for each in measures if number.after.startswith(each)), "")
        equal = [figure for programme in known for figure in programme.get(number.amount, ())]
        meant = _meant(number, measure, equal)
        if meant:
            yield TypedNumber(number, measure, meant)


def _meant(number: ProseNumber, measure: str, equal: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures among ``equal`` that ``number`` may repeat."""
    if measure:
        return [figure for figure in equal if figure.measure == measure]
    is_specific = "." in number.digits or len(number.digits) >= _MIN_DIGITS
    if not is_specific or number.after.startswith(_CALENDAR) or _is_code(number):
        return ()
    return equal


def _is_code(number: ProseNumber) -> bool:
    """Whether a letter follows directly, as in 110kV or the name of a model."""
    return number.after[:1].isascii() and number.after[:1].isalpha()


def _known_measures(context: Context) -> tuple[str, ...]:
    """Return all units in use without 万 or 亿, the longest first."""
    found = set(_FURTHER_MEASURES)
    for programme in context.dataset.programmes.values():
        found.update(split_measure(indicator.measure)[1] for indicator in programme.indicators.values())
        found.update(node.measure for node in framework_nodes(programme))
    return tuple(sorted(found - {""}, key=lambda each: (-len(each), each)))


def _by_amount(
    context: Context, programme: Programme, amounts: Collection[Decimal]
) -> Mapping[Decimal, Sequence[Figure]]:
    """Return the figures of a programme by amount, of the ``amounts`` only: few of many are typed."""
    figures = chain(
        _reported(context, programme, amounts), _targeted(context, programme, amounts), _declared(programme)
    )
    return grouped((figure.amount, figure) for figure in figures)


def _reported(context: Context, programme: Programme, amounts: Collection[Decimal]) -> Iterator[Figure]:
    for division, address, indicator, observations in context.series():
        if address.programme != programme.id:
            continue
        scale, measure = split_measure(indicator.measure)
        for observation in observations:
            for value in (observation.value.value, *(each.new for each in observation.corrections)):
                if isinstance(value, Decimal) and (amount := value * scale) in amounts:
                    what = context.figure_name(division, address)
                    call = _value_call(observation, is_only=len(observations) == 1)
                    period = observation.period
                    yield Figure(amount, measure, what, f"请写成 {call}", call, division, address, period)


def _value_call(observation: Observation, *, is_only: bool) -> str:
    period = "" if is_only else f', "{observation.period.text}"'
    return f'{{{{ value("{observation.division}", "{observation.indicator}"{period}) }}}}'


def _targeted(context: Context, programme: Programme, amounts: Collection[Decimal]) -> Iterator[Figure]:
    for filed in context.dataset.targets:
        target = filed.target
        indicator = context.indicator(target.indicator)
        is_of_programme = target.indicator.programme == programme.id
        if indicator is not None and is_of_programme and isinstance(target.value, Decimal):
            scale, measure = split_measure(indicator.measure)
            amount = target.value * scale
            if amount in amounts:
                what = f"{context.figure_name(filed.division, target.indicator)}的目标"
                others = context.dataset.targets_filed[filed.division, target.indicator]
                by = f', by="{target.due}"' if len(others) > 1 else ""
                call = f'{{{{ target("{filed.division}", "{target.indicator}"{by}) }}}}'
                yield Figure(amount, measure, what, f"请写成 {call}", call, filed.division, target.indicator)


def _declared(programme: Programme) -> Iterator[Figure]:
    for node in framework_nodes(programme):
        if node.declared is not None:
            what = f"框架{named(node.name)}的项数"
            yield Figure(Decimal(node.declared), node.measure, what, "页面会按框架列出项数；请删去此数")
