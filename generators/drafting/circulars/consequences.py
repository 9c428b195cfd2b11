"""Section 符合奖惩条件的情形: divisions to which consequences apply, by ranking or at the period's end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, assert_never

from generators.drafting.circulars.calls import call
from generators.drafting.circulars.material import Material
from generators.drafting.circulars.views import ConsequenceItem, ConsequencesView, Noted
from generators.drafting.circulars.words import collective
from generators.measuring.consequences import consequence_results
from generators.measuring.facts import closing_of
from generators.measuring.snapshot import measure_period
from generators.model.consequence import ConsequenceKind
from generators.results.consequences import (
    ConsequenceEntry,
    ConsequenceResult,
    ProblemsGround,
    RankGround,
    StatusGround,
    TierGround,
)
from generators.results.figures import Progress

MOST_NAMED: Final = 12
"""If a consequence applies to more divisions, the areas they lie in are named instead."""


def consequences(material: Material) -> ConsequencesView | None:
    """Return the section, ``None`` if no consequence applies."""
    items = [(each, _item(material, each)) for each in _results(material)]
    given = [(result, item) for result, item in items if item is not None]
    if not given:
        return None
    kinds = {
        kind: tuple(item for result, item in given if result.consequence.kind is kind)
        for kind in ConsequenceKind
    }
    return ConsequencesView(kinds[ConsequenceKind.REWARD], kinds[ConsequenceKind.SANCTION])


def _results(material: Material) -> Iterator[ConsequenceResult]:
    """Yield the programme's consequences with their entries, as measured at the end of the period."""
    facts = material.facts
    if not material.programme.consequences:
        return
    closing = closing_of(facts.dataset, facts.programme, facts.period)
    measured = measure_period(facts.dataset, facts.period, closing, facts.as_of)
    dataset = replace(facts.dataset, programmes={material.programme.id: material.programme})
    yield from consequence_results(dataset, measured).values()


def _item(material: Material, result: ConsequenceResult) -> ConsequenceItem | None:
    entries = [each for each in result.entries if _is_meant(material, result, each)]
    if not entries:
        return None
    name = result.consequence.name
    if len(entries) <= MOST_NAMED:
        return ConsequenceItem(name, tuple(_noted(material, result, each) for each in entries))
    day = material.facts.day
    divisions = [material.dataset.divisions[each.division].on(day) for each in entries]
    within = dict.fromkeys(each.within for each in divisions if each.within is not None)
    return ConsequenceItem(name, tuple(map(material.noted, within)), collective(divisions))


def _is_meant(material: Material, result: ConsequenceResult, entry: ConsequenceEntry) -> bool:
    """Whether an entry is for the ranking that the circular reports, or for a target in force."""
    match entry.ground:
        case RankGround(trigger=trigger, period=period):
            ranking = material.ranking
            return (
                ranking is not None
                and ranking.scheme == result.address.sibling(trigger.scheme)
                and ranking.period == period
            )
        case StatusGround(progress=progress):
            return _in_force(material, progress) == progress.target
        case ProblemsGround() | TierGround():
            return True
        case never:
            assert_never(never)


def _in_force(material: Material, progress: Progress) -> object:
    found = material.facts.progress(progress.division, progress.indicator)
    return found.target if found is not None else None


def _noted(material: Material, result: ConsequenceResult, entry: ConsequenceEntry) -> Noted:
    division = entry.division
    match entry.ground:
        case RankGround(trigger=trigger, period=period, band=band):
            scheme = result.address.sibling(trigger.scheme)
            grade = f"“{band.name}”" if band is not None else ""
            return material.noted(division, call("rank", division, scheme, period.text), grade)
        case StatusGround(progress=progress):
            return material.noted(division, _standing(material, progress))
        case ProblemsGround():
            count = material.period_call("problems", division, material.programme.id, "overdue")
            return material.noted(division, f"超期问题{count}个")
        case TierGround():
            return material.noted(division)
        case never:
            assert_never(never)


def _standing(material: Material, progress: Progress) -> str:
    name = material.indicator(progress.indicator)
    if progress.attainment is not None:
        return f"{name}完成{material.period_call('attainment', progress.division, progress.indicator)}"
    return f"{name}{material.period_call('gap', progress.division, progress.indicator)}"
