"""On which tier a division stands on a day: by checklist, by threshold or by assessment.

A day in the past is judged by what is known now: what was reported on it later counts, and so do
corrections. Nothing depends on the order in which checks, assessments or reports were entered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import assert_never

from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.status import is_met
from generators.measuring.tiers.checklists import checklist
from generators.model.address import Address
from generators.model.indicator import Goal
from generators.model.ladder import (
    Assessment,
    ByAssessment,
    ByChecklist,
    ByThreshold,
    ChecklistCriterion,
    ItemsInPlace,
    Ladder,
    OnRecord,
    StandardPassed,
)
from generators.results.tiers import Checklist, TierStanding


def judged(figures: Figures, division: str, address: Address, ladder: Ladder, day: date) -> TierStanding:
    """Return where ``division`` stands on ``day`` and why, without since when."""
    match ladder.rule:
        case ByChecklist() as rule:
            return _by_checklist(figures, division, address, rule, day)
        case ByThreshold() as rule:
            return _by_threshold(figures, division, address, rule, day)
        case ByAssessment():
            return _by_assessment(figures, division, address, ladder, day)
        case never:
            assert_never(never)


def _by_checklist(
    figures: Figures, division: str, address: Address, rule: ByChecklist, day: date
) -> TierStanding:
    """Judge by items: a tier is reached when what it and all lower ones ask for is in place."""
    lists = {name: checklist(figures, division, address.sibling(name), day) for name in rule.standards}
    found = TierStanding(division, address, day, None, checklists=tuple(lists.values()))
    if not any(each.is_on_record for each in lists.values()):
        return found
    return replace(found, rank=_highest([_is_fulfilled(each, lists) for each in rule.criteria]))


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
    """Judge by value: a tier is reached when the indicator stands no lower than its threshold."""
    indicator = address.sibling(rule.indicator)
    measured = _as_known_of(figures, indicator, day).measured(division, indicator)
    found = TierStanding(division, address, day, None, measured=measured)
    value = measured.value
    if not isinstance(value, Decimal):
        return found
    fulfilled = [
        threshold is None or is_met(value, measured.qualifier, threshold, Goal.AT_LEAST)
        for threshold in rule.thresholds
    ]
    return replace(found, rank=_highest(fulfilled))


def _by_assessment(
    figures: Figures, division: str, address: Address, ladder: Ladder, day: date
) -> TierStanding:
    known = [each for each in assessments(figures, division, address) if each.on <= day]
    if not known:
        return TierStanding(division, address, day, None)
    return TierStanding(division, address, day, ladder.rank(known[-1].tier), assessment=known[-1])


def assessments(figures: Figures, division: str, address: Address) -> Sequence[Assessment]:
    """Return what was assessed of a division on a ladder, earliest first."""
    return figures.dataset.assessments_of.get((division, address), ())


def _highest(fulfilled: Sequence[bool]) -> int:
    """Return the rank of the last tier before the first that is not fulfilled."""
    return next((at for at, is_fulfilled in enumerate(fulfilled) if not is_fulfilled), len(fulfilled)) - 1


def _as_known_of(figures: Figures, address: Address, day: date) -> Figures:
    """Return the figures of a day, from what is known of it now."""
    now = figures.cutoff(address)
    if day == now.day:
        return figures
    then = Cutoff(day, now.filed, now.corrected)
    return replace(figures, cutoffs={**figures.cutoffs, address.programme: then})
