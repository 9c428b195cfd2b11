"""Corrections refer to reported values and quote them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generators.checking.figures.figures import may_be_negative
from generators.checking.kit.context import Context
from generators.checking.kit.wording import shown
from generators.model.correction import Correction
from generators.model.observation import Observation
from generators.model.problem import Problem
from generators.model.problem_codes import problem


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
    current = observation.value.value
    reported_on = observation.report.on
    for correction in observation.corrections:
        subject = _subject(context, correction)
        if not isinstance(current, Decimal):
            detail = f"{subject}报的不是单个数字，不能更正；请直接报送下一期"
            yield problem("E409", correction.place("old"), detail)
            return
        if correction.old != current:
            detail = (
                f"old: {shown(correction.old)} 与{subject} {correction.period.text} 的 {shown(current)} 不同"
            )
            yield problem("E409", correction.place("old"), detail)
        if reported_on is not None and correction.on < reported_on:
            detail = f"on: {correction.on} 早于报送日期 {reported_on}"
            yield problem("E409", correction.place("on"), detail)
        current = correction.new


def negative_corrections(context: Context) -> Iterator[Problem]:
    """A count is not corrected to a negative number."""
    for correction in context.dataset.corrections:
        indicator = context.indicator(correction.indicator)
        if indicator is not None and correction.new < 0 and not may_be_negative(indicator):
            detail = f"{_subject(context, correction)}更正为 {shown(correction.new)}"
            yield problem("E404", correction.place("new"), detail)


def _subject(context: Context, correction: Correction) -> str:
    return context.figure_name(correction.division, correction.indicator)
