"""Rates a division on a ladder on a day: by checklist, by threshold or by assessment.

A past day is rated by what is known now, including later reports on it and corrections. The order in which
checks, assessments or reports were entered has no effect.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import assert_never

from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.status import is_met
from generators.measuring.once import Once
from generators.measuring.tiers.checklists import checklist
from generators.measuring.tiers.turning_days import days_of_records
from generators.model.address import Address
from generators.model.indicator import Goal
from generators.model.ladder import (
    ByAssessment,
    ByChecklist,
    ByThreshold,
    ChecklistCriterion,
    ItemsInPlace,
    Ladder,
    OnRecord,
    StandardPassed,
)
from generators.results.tiers import Checklist, Rank, TierStanding


def judged(figures: Figures, division: str, address: Address, ladder: Ladder, day: date) -> TierStanding:
    """Return the standing of ``division`` on ``day`` with its reasons; ``since`` is not set."""
    match ladder.rule:
        case ByThreshold() as rule:
            return _by_threshold(figures, division, address, rule, day)
        case ByChecklist() | ByAssessment():
            return _by_records(figures.once, division, address, day)
        case never:
            assert_never(never)


def ranked(figures: Figures, division: str, address: Address, ladder: Ladder, day: date) -> TierStanding:
    """Return the standing of ``division`` on ``day`` with no reason but a measured value."""
    match ladder.rule:
        case ByThreshold() as rule:
            return _by_threshold(figures, division, address, rule, day)
        case ByChecklist() | ByAssessment():
            return TierStanding(division, address, day, rank_on(figures, division, address, ladder, day))
        case never:
            assert_never(never)


def rank_on(figures: Figures, division: str, address: Address, ladder: Ladder, day: date) -> Rank:
    """Return the rank of ``division`` on ``day``, that of ``judged``."""
    match ladder.rule:
        case ByThreshold() as rule:
            return _by_threshold(figures, division, address, rule, day).rank
        case ByChecklist() | ByAssessment():
            days, ranks = figures.once(_ranks_by_records, division, address)
            return ranks[bisect_right(days, day)]
        case never:
            assert_never(never)


def _ranks_by_records(
    once: Once, division: str, address: Address
) -> tuple[tuple[date, ...], tuple[Rank, ...]]:
    """Return the days on which the rank of a division can change, and its ranks before, between and since."""
    days = once(days_of_records, division, address)
    return days, (None, *(_rank_by_records(once, division, address, day) for day in days))


def _rank_by_records(once: Once, division: str, address: Address, day: date) -> Rank:
    ladder = once.dataset.ladders[address]
    match ladder.rule:
        case ByChecklist() as rule:
            # Of a day of the past nobody asks for the checklists again: they are many, and not kept.
            return _rank_by_checklists(
                rule, {name: checklist(once, division, address.sibling(name), day) for name in rule.standards}
            )
        case ByAssessment() | ByThreshold():
            return _by_records(once, division, address, day).rank
        case never:
            assert_never(never)


def _by_records(once: Once, division: str, address: Address, day: date) -> TierStanding:
    """Rate by checks or by assessments, of which those by ``day`` count, whatever the cutoff of figures."""
    ladder = once.dataset.ladders[address]
    match ladder.rule:
        case ByChecklist() as rule:
            return _by_checklist(once, division, address, rule, day)
        case ByAssessment():
            return _by_assessment(once, division, address, ladder, day)
        case ByThreshold():
            raise ValueError(f"{address} is decided by an indicator")
        case never:
            assert_never(never)


def _by_checklist(once: Once, division: str, address: Address, rule: ByChecklist, day: date) -> TierStanding:
    """Rate by items: a tier is reached if its criterion and those of all lower tiers are fulfilled."""
    lists = {name: once(checklist, division, address.sibling(name), day) for name in rule.standards}
    rank = _rank_by_checklists(rule, lists)
    return TierStanding(division, address, day, rank, checklists=tuple(lists.values()))


def _rank_by_checklists(rule: ByChecklist, lists: Mapping[str, Checklist]) -> Rank:
    is_on_record = any(each.is_on_record for each in lists.values())
    return _highest([_is_fulfilled(each, lists) for each in rule.criteria]) if is_on_record else None


def _is_fulfilled(criterion: ChecklistCriterion, lists: Mapping[str, Checklist]) -> bool:
    match criterion:
        case OnRecord():
            return True
        case StandardPassed(standard=standard):
            return lists[standard].is_passed
        case ItemsInPlace(standard=standard, at_least=number):
            return lists[standard].passed >= number
        case never:
            assert_never(never)


def _by_threshold(
    figures: Figures, division: str, address: Address, rule: ByThreshold, day: date
) -> TierStanding:
    """Rate by value: a tier is reached if the value is at least its threshold."""
    indicator = address.sibling(rule.indicator)
    measured = _as_known_of(figures, indicator, day).measured(division, indicator)
    value, rank = measured.value, None
    if isinstance(value, Decimal):
        rank = _highest(
            [
                threshold is None or is_met(value, measured.qualifier, threshold, Goal.AT_LEAST)
                for threshold in rule.thresholds
            ]
        )
    return TierStanding(division, address, day, rank, measured=measured)


def _by_assessment(once: Once, division: str, address: Address, ladder: Ladder, day: date) -> TierStanding:
    assessments = once.dataset.assessments_of.get((division, address), ())
    known = [each for each in assessments if each.on <= day]
    if not known:
        return TierStanding(division, address, day, None)
    return TierStanding(division, address, day, ladder.rank(known[-1].tier), assessment=known[-1])


def _highest(fulfilled: Sequence[bool]) -> int:
    """Return the rank of the tier below the first that is not fulfilled; ``BELOW`` if that is the lowest."""
    return next((at for at, is_fulfilled in enumerate(fulfilled) if not is_fulfilled), len(fulfilled)) - 1


def _as_known_of(figures: Figures, address: Address, day: date) -> Figures:
    """Return the figures of ``day`` for the programme of ``address``, from what is known now."""
    now = figures.cutoff(address)
    if day == now.day:
        return figures
    then = Cutoff(day, now.filed, now.corrected)
    return figures.at(address.programme, then)
