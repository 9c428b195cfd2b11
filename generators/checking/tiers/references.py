"""Item checks and assessments refer to existing items and tiers, for divisions of the right level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named, near_miss
from generators.model.division import Level
from generators.model.ladder import Ladder
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place
from generators.model.standard import ItemCheck
from generators.reading.quoting import quoted


@dataclass(frozen=True, slots=True)
class _Definition:
    """The programme, name and level of a standard or ladder."""

    programme: Programme
    name: str
    level: Level


def unknown_items(context: Context) -> Iterator[Problem]:
    """A check names an item of a standard as ``programme/standard/item``."""
    items = {
        f"{address}/{item}": None
        for address, standard in context.dataset.standards.items()
        for item in standard.items
    }
    for filed in context.dataset.checks:
        written = filed.check.item
        if written not in items:
            detail = f"没有条目{quoted(written)}{near_miss(written, items)}"
            yield problem("E440", filed.check.place("item"), detail)


def unknown_tiers(context: Context) -> Iterator[Problem]:
    """Assessments, and indicators computed from a ladder, name a tier of it."""
    ladders = context.dataset.ladders
    for filed in context.dataset.assessments:
        assessment = filed.assessment
        ladder = ladders.get(assessment.ladder)
        if ladder is None:
            detail = f"没有等次序列{quoted(assessment.ladder)}{near_miss(assessment.ladder, ladders)}"
            yield problem("E440", assessment.place("ladder"), detail)
        else:
            yield from _unknown_tier(ladder, assessment.tier, assessment.place("tier"))
    for address, indicator in context.dataset.indicators.items():
        population = indicator.population
        if population is None:
            continue
        own = context.dataset.programmes[address.programme].ladders
        ladder = own.get(population.ladder)
        if ladder is None:
            detail = f"没有等次序列{quoted(population.ladder)}{near_miss(population.ladder, own)}"
            yield problem("E440", population.place("ladder"), detail)
        else:
            yield from _unknown_tier(ladder, population.tier, population.place("tier"))


def _unknown_tier(ladder: Ladder, tier: str, place: Place) -> Iterator[Problem]:
    if ladder.rank(tier) is None:
        names = [each.id for each in ladder.tiers]
        yield problem("E440", place, f"{named(ladder.name)}没有等次{quoted(tier)}{near_miss(tier, names)}")


def misplaced_filings(context: Context) -> Iterator[Problem]:
    """Checks and assessments are for divisions of the standard's or ladder's level and area."""
    for filed_check in context.dataset.checks:
        standard = _standard_of(context, filed_check.check)
        if standard is not None:
            place = filed_check.check.place("item")
            yield from _misplaced(context, filed_check.division, standard, place)
    for filed in context.dataset.assessments:
        ladder = context.dataset.ladders.get(filed.assessment.ladder)
        if ladder is not None:
            programme = context.dataset.programmes[filed.assessment.ladder.programme]
            definition = _Definition(programme, ladder.name, ladder.level)
            place = filed.assessment.place("ladder")
            yield from _misplaced(context, filed.division, definition, place)


def _standard_of(context: Context, check: ItemCheck) -> _Definition | None:
    standard = context.dataset.standards.get(check.standard)
    if standard is None:
        return None
    programme = context.dataset.programmes[check.standard.programme]
    return _Definition(programme, standard.name, standard.level)


def _misplaced(context: Context, division: str, definition: _Definition, place: Place) -> Iterator[Problem]:
    found = context.dataset.divisions.get(division)
    if found is None:
        return
    owner = definition.programme.owner
    if found.level is not definition.level:
        wanted, actual = definition.level.text, found.level.text
        yield problem("E441", place, f"{named(definition.name)}用于{wanted}，{named(found.name)}是{actual}")
    elif division != owner and owner not in context.dataset.upwards_ever(division):
        area = context.division_name(owner)
        yield problem("E441", place, f"{named(definition.name)}是{area}的，{named(found.name)}不在其范围内")


def assessments_of_rules(context: Context) -> Iterator[Problem]:
    """Only ladders by assessment have assessments."""
    for filed in context.dataset.assessments:
        ladder = context.dataset.ladders.get(filed.assessment.ladder)
        if ladder is not None and not ladder.by.is_assessed:
            detail = f"{named(ladder.name)}按规则（{ladder.by}）划分，不能另行评定"
            yield problem("E447", filed.assessment.place("ladder"), detail)
