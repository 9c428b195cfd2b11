"""Corrections refer to reported values and quote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from generators.checking.figures.figures import PERCENT, may_be_negative
from generators.checking.kit.context import Context
from generators.checking.kit.wording import shown
from generators.model.correction import Correction, RatioPart
from generators.model.observation import Observation
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.scalars import Amount

_PARTS: Final[Mapping[RatioPart | None, str]] = {
    RatioPart.NUMERATOR: "的分子",
    RatioPart.DENOMINATOR: "的分母",
}


def orphaned_corrections(context: Context) -> Iterator[Problem]:
    """A correction names the division, indicator and period of a report, with the same text of the period."""
    for correction in context.dataset.corrections:
        key = (correction.division, correction.indicator)
        if correction.indicator not in context.dataset.indicators:
            continue
        if correction.division not in context.dataset.divisions:
            continue
        written = [each.period.text for each in context.dataset.observations.get(key, ())]
        if correction.period.text not in written:
            periods = f"，只报送了 {'、'.join(dict.fromkeys(written))}" if written else ""
            detail = f"{_subject(context, correction)}没有报送过 {correction.period.text}{periods}"
            yield problem("E409", correction.place("period"), detail)


def mistaken_corrections(context: Context) -> Iterator[Problem]:
    """``old`` is the reported number, or the new number of the correction before."""
    for observations in context.dataset.observations.values():
        corrected: set[str] = set()
        for observation in observations:
            if observation.corrections and observation.period.text not in corrected:
                corrected.add(observation.period.text)
                yield from _mistakes(context, observation)


def _mistakes(context: Context, observation: Observation) -> Iterator[Problem]:
    value = observation.value
    current: dict[RatioPart | None, Amount | None] = {
        None: value.value,
        RatioPart.NUMERATOR: value.numerator,
        RatioPart.DENOMINATOR: value.denominator,
    }
    reported_on = observation.report.on
    for correction in observation.corrections:
        stated = current[correction.part]
        subject = f"{_subject(context, correction)}{_PARTS.get(correction.part, '')}"
        reason = _refused(observation, correction, stated)
        if reason:
            yield problem("E409", correction.place("old"), f"{subject}{reason}")
            return
        if correction.old != stated:
            period = correction.period.text
            detail = f"old: {_amount(correction.old)} 与{subject} {period} 的 {_amount(stated)} 不同"
            yield problem("E409", correction.place("old"), detail)
        if reported_on is not None and correction.on < reported_on:
            detail = f"on: {correction.on} 早于报送日期 {reported_on}"
            yield problem("E409", correction.place("on"), detail)
        current[correction.part] = correction.new
        yield from _parts_over_the_whole(context, correction, current)


def _refused(observation: Observation, correction: Correction, stated: Amount | None) -> str:
    """Return why a correction of a value of this form has no effect; empty if it has."""
    if observation.value.not_applicable is not None:
        return "报的是“不适用”，不能更正；请直接报送下一期"
    if stated is None and correction.part is not None:
        return "没有报送过，不能更正"
    if stated is None:
        return "报的是分子和分母，不能更正商；请用 part: numerator 或 part: denominator 写明更正哪一项"
    if isinstance(stated, bool) is not isinstance(correction.new, bool):
        form = "是与否" if isinstance(stated, bool) else "数"
        return f"报的是{form}，new 也须是{form}"
    return ""


def _parts_over_the_whole(
    context: Context, correction: Correction, current: Mapping[RatioPart | None, Amount | None]
) -> Iterator[Problem]:
    """The numerator of a percentage does not exceed its denominator by a correction."""
    above, below = current[RatioPart.NUMERATOR], current[RatioPart.DENOMINATOR]
    indicator = context.indicator(correction.indicator)
    if correction.part is None or indicator is None or indicator.measure != PERCENT:
        return
    if isinstance(above, Decimal) and isinstance(below, Decimal) and above > below >= 0:
        detail = f"{_subject(context, correction)}更正后分子 {shown(above)} 大于分母 {shown(below)}"
        yield problem("E405", correction.place("new"), detail)


def _amount(value: Amount | None) -> str:
    if value is None or isinstance(value, bool):
        return str(value).lower()
    return shown(value)


def negative_corrections(context: Context) -> Iterator[Problem]:
    """A count is not corrected to a negative number."""
    for correction in context.dataset.corrections:
        indicator = context.indicator(correction.indicator)
        is_allowed = correction.part is None and indicator is not None and may_be_negative(indicator)
        if indicator is not None and correction.new < 0 and not is_allowed:
            detail = f"{_subject(context, correction)}更正为 {_amount(correction.new)}"
            yield problem("E404", correction.place("new"), detail)


def _subject(context: Context, correction: Correction) -> str:
    return context.figure_name(correction.division, correction.indicator)
