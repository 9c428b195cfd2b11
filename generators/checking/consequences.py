"""Consequences: their grounds are defined, and their places, bands and conditions can be fulfilled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named, near_miss, shown
from generators.model.consequence import (
    Band,
    Consequence,
    ProblemsTrigger,
    RankTrigger,
    StatusTrigger,
    TierTrigger,
    Trigger,
)
from generators.model.ladder import Ladder
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place
from generators.model.scheme import Scheme
from generators.reading.quoting import quoted


@dataclass(frozen=True, slots=True)
class _Rule:
    """A consequence with its programme."""

    programme: Programme
    consequence: Consequence

    @property
    def name(self) -> str:
        """Return the name in quotation marks."""
        return named(self.consequence.name)


def _rules(context: Context) -> Iterator[_Rule]:
    for programme in context.dataset.programmes.values():
        for consequence in programme.consequences.values():
            yield _Rule(programme, consequence)


def unknown_trigger_subjects(context: Context) -> Iterator[Problem]:
    """The scheme, indicator or ladder of a trigger is defined in the same programme."""
    for rule in _rules(context):
        programme = rule.programme
        match rule.consequence.when:
            case RankTrigger(scheme=scheme) as trigger:
                yield from _unknown("考核办法", scheme, programme.schemes, trigger.place("scheme"))
            case StatusTrigger(indicator=indicator) as trigger:
                yield from _unknown("指标", indicator, programme.indicators, trigger.place("indicator"))
            case TierTrigger() as trigger:
                yield from _unknown_tiers(programme, trigger)
            case ProblemsTrigger():
                pass  # it names no record
            case never:
                assert_never(never)


def _unknown_tiers(programme: Programme, trigger: TierTrigger) -> Iterator[Problem]:
    yield from _unknown("等次序列", trigger.ladder, programme.ladders, trigger.place("ladder"))
    ladder = programme.ladders.get(trigger.ladder)
    for field, tier in (("at-least", trigger.at_least), ("at-most", trigger.at_most)):
        if ladder is not None and tier is not None:
            known = [each.id for each in ladder.tiers]
            yield from _unknown(f"{named(ladder.name)}的等次", tier, known, trigger.place(field))


def _unknown(noun: str, name: str, known: Iterable[str], place: Place) -> Iterator[Problem]:
    names = tuple(known)
    if name not in names:
        yield problem("E470", place, f"没有{noun}{quoted(name)}{near_miss(name, names)}")


def impossible_places(context: Context) -> Iterator[Problem]:
    """A trigger by rank has either ``first`` or ``last``, and has bands only with ``first``."""
    for rule in _rules(context):
        trigger = rule.consequence.rank_trigger
        if trigger is None:
            continue
        if (trigger.first is None) is (trigger.last is None):
            both = "first 与 last 都写了" if trigger.first is not None else "first、last 都没有写"
            yield problem("E471", trigger.place(), f"{rule.name}：{both}")
        for field, number in (("first", trigger.first), ("last", trigger.last)):
            if number is not None and number < 1:
                yield problem("E471", trigger.place(field), f"{rule.name}：{field}: {number} 应不小于1")
        if trigger.bands and trigger.first is None:
            yield problem("E471", trigger.place("bands"), f"{rule.name}：没有写 first，不能分档")


def impossible_bands(context: Context) -> Iterator[Problem]:
    """Bands are in ascending order within ``first``, and an amount is above zero and has a unit."""
    for rule in _rules(context):
        trigger = rule.consequence.rank_trigger
        if trigger is None:
            continue
        for place, reason in _band_mistakes(trigger):
            yield problem("E472", place, f"{rule.name}：{reason}")


def _band_mistakes(trigger: RankTrigger) -> Iterator[tuple[Place, str]]:
    for band in trigger.bands:
        if band.first < 1:
            yield band.place("first"), f"{named(band.name)}的 first: {band.first} 应不小于1"
        elif trigger.first is not None and band.first > trigger.first:
            yield band.place("first"), f"{named(band.name)}到第{band.first}名，总共只到第{trigger.first}名"
        yield from _amount_mistakes(band)
    for better, worse in pairwise(trigger.bands):
        if worse.first <= better.first:
            reason = (
                f"{named(worse.name)}到第{worse.first}名，"
                f"{named(better.name)}已到第{better.first}名，两档重叠；first 是这一档的最后一名"
            )
            yield worse.place("first"), reason


def _amount_mistakes(band: Band) -> Iterator[tuple[Place, str]]:
    if band.amount is not None and band.amount <= 0:
        yield band.place("amount"), f"{named(band.name)}的 amount: {shown(band.amount)} 应大于零"
    if band.amount is not None and not band.measure:
        yield band.place("amount"), f"{named(band.name)}的 amount 没有写单位 measure"
    if band.amount is None and band.measure:
        yield band.place("measure"), f"{named(band.name)}写了单位，没有写 amount"


def mismatched_levels(context: Context) -> Iterator[Problem]:
    """The level of a consequence is that of its scheme or ladder, and not above the level of the owner."""
    for rule in _rules(context):
        level, place = rule.consequence.level, rule.consequence.place("level")
        owner = context.dataset.divisions.get(rule.programme.owner)
        if owner is not None and owner.level.depth > level.depth:
            yield problem("E473", place, f"{rule.name}用于{level.text}，{owner.name}没有这一级")
            continue
        ground = _ground_of_one_level(rule)
        if ground is not None and ground.level is not level:
            other = ground.level.text
            detail = f"{rule.name}用于{level.text}，{named(ground.name)}用于{other}"
            yield problem("E473", place, detail)


def _ground_of_one_level(rule: _Rule) -> Scheme | Ladder | None:
    """Return the scheme or ladder of the trigger; ``None`` for other triggers, or if it is not defined."""
    match rule.consequence.when:
        case RankTrigger(scheme=scheme):
            return rule.programme.schemes.get(scheme)
        case TierTrigger(ladder=ladder):
            return rule.programme.ladders.get(ladder)
        case StatusTrigger() | ProblemsTrigger():
            return None
        case never:
            assert_never(never)


def impossible_conditions(context: Context) -> Iterator[Problem]:
    """Statuses are not repeated, numbers are at least 1, a tier is a bound, ``to`` is not before ``from``."""
    for rule in _rules(context):
        for place, reason in _condition_mistakes(rule.consequence.when):
            yield problem("E474", place, f"{rule.name}：{reason}")
        start, end = rule.consequence.start, rule.consequence.end
        if start is not None and end is not None and end < start:
            place = rule.consequence.place("to")
            yield problem("E474", place, f"{rule.name}：from {start} 晚于 to {end}")


def _condition_mistakes(when: Trigger) -> Iterator[tuple[Place, str]]:
    match when:
        case StatusTrigger(statuses=statuses):
            for at, status in enumerate(statuses):
                if status in statuses[:at]:
                    yield when.place("is", at), f"{status} 写了两次"
        case ProblemsTrigger(overdue_at_least=number):
            if number < 1:
                yield when.place("overdue-at-least"), f"overdue-at-least: {number} 应不小于1"
        case TierTrigger(at_least=lowest, at_most=highest):
            if (lowest is None) is (highest is None):
                yield when.place(), "at-least、at-most 须写且只写一个"
        case RankTrigger():
            pass  # see impossible_places and impossible_bands
        case never:
            assert_never(never)
