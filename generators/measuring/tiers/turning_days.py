"""Finds the days on which the rank of a division can change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from generators.measuring.figures.figures import Figures
from generators.measuring.once import Once
from generators.model.address import Address
from generators.model.ladder import ByAssessment, ByChecklist, ByThreshold, Ladder
from generators.model.observation import Observation


def turning_days(figures: Figures, division: str, address: Address, ladder: Ladder) -> tuple[date, ...]:
    """Return all days on which the rank of ``division`` on a ladder can change, earliest first."""
    match ladder.rule:
        case ByAssessment() | ByChecklist():
            return figures.once(days_of_records, division, address)
        case ByThreshold(indicator=measured):
            days = (
                day
                for where in figures.dataset.within(division)
                for indicator in _rests_on(figures, address.sibling(measured))
                for observation in figures.observations.get((where, indicator), ())
                for day in _days_of(observation)
            )
            return tuple(sorted(set(days)))
        case never:
            assert_never(never)


def days_of_records(once: Once, division: str, address: Address) -> tuple[date, ...]:
    """Return the days of a division's assessments and checks for a ladder, earliest first, each once.

    A check that was revoked has two.
    """
    checks = [
        check
        for name in once.dataset.ladders[address].standards
        for check in once.dataset.checks_of.get((division, address.sibling(name)), ())
    ]
    days = {each.on for each in once.dataset.assessments_of.get((division, address), ())}
    days.update(check.on for check in checks)
    days.update(check.revoked.on for check in checks if check.revoked is not None)
    return tuple(sorted(days))


def _rests_on(figures: Figures, address: Address) -> Iterator[Address]:
    yield address
    indicator = figures.dataset.indicators[address]
    if indicator.derived is not None:
        yield from _rests_on(figures, address.sibling(indicator.derived.numerator))
        yield from _rests_on(figures, address.sibling(indicator.derived.denominator))
    if indicator.where is not None:
        yield from _rests_on(figures, address.sibling(indicator.where.indicator))


def _days_of(observation: Observation) -> Iterator[date]:
    """Yield the days from which a report can count: the end of its period, and the day it was filed."""
    period, on = observation.period, observation.report.on
    if period.end is not None:
        yield period.end
    if on is not None:
        yield max(on, period.start or on)
