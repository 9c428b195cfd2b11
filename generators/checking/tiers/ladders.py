"""Standards and ladders: complete definitions, with tiers in ascending order."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import assert_never

from generators.checking.kit.context import Context
from generators.checking.kit.duplicates import repetitions
from generators.checking.kit.wording import named, near_miss, shown
from generators.model.indicator import IndicatorKind
from generators.model.ladder import Basis, Ladder, Tier
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place
from generators.model.standard import Standard
from generators.reading.quoting import quoted


def invalid_standards(context: Context) -> Iterator[Problem]:
    """A standard does not require more items than it lists."""
    for standard in context.dataset.standards.values():
        if standard.passes is not None and standard.required > len(standard.items):
            detail = f"{named(standard.name)}共 {len(standard.items)} 项，却要求 {standard.required} 项"
            yield problem("E446", standard.place("passes"), detail)


def invalid_ladders(context: Context) -> Iterator[Problem]:
    """A ladder has tiers, each with the fields of its basis, and thresholds in ascending order."""
    for address, ladder in context.dataset.ladders.items():
        programme = context.dataset.programmes[address.programme]
        if not ladder.tiers:
            yield problem("E446", ladder.place("tiers"), f"{named(ladder.name)}没有列出等次")
        tiers = ((tier.id, tier.place("id")) for tier in ladder.tiers)
        for name, place, first in repetitions(tiers):
            yield problem("E446", place, f"等次{quoted(name)}已在 {first} 用过")
        match ladder.by:
            case Basis.CHECKLIST:
                yield from _invalid_checklist(programme, ladder)
            case Basis.THRESHOLD:
                yield from _invalid_thresholds(programme, ladder)
            case Basis.ASSESSMENT:
                yield from _superfluous(ladder, "standard", "indicator")
            case never:
                assert_never(never)
        yield from _unordered(ladder)


def _superfluous(ladder: Ladder, *fields: str) -> Iterator[Problem]:
    """Yield a problem for fields that a ladder of this basis does not have."""
    for field in fields:
        if getattr(ladder, field) is not None:
            detail = f"{named(ladder.name)}的 by 是 {ladder.by}，不写 {field}"
            yield problem("E446", ladder.place(field, of_key=True), detail)
    for tier in ladder.tiers:
        if ladder.by is not Basis.CHECKLIST and tier.standard is not None:
            detail = f"{named(ladder.name)}的 by 是 {ladder.by}，等次不写 standard"
            yield problem("E446", tier.place("standard", of_key=True), detail)
        if ladder.by.is_assessed and tier.at_least is not None:
            detail = f"{named(ladder.name)}由评定决定，等次不写 at-least"
            yield problem("E446", tier.place("at-least", of_key=True), detail)


def _invalid_checklist(programme: Programme, ladder: Ladder) -> Iterator[Problem]:
    yield from _superfluous(ladder, "indicator")
    mentions = [(ladder.standard, ladder.place("standard"))]
    mentions += [(tier.standard, tier.place("standard")) for tier in ladder.tiers]
    for name, place in mentions:
        if name is not None:
            yield from _invalid_standard(programme, ladder, name, place)
    counted = programme.standards.get(ladder.standard) if ladder.standard is not None else None
    for at, tier in enumerate(ladder.tiers):
        if tier.standard is not None and tier.at_least is not None:
            yield problem("E446", tier.place(), f"等次{named(tier.name)}只能写 standard 或 at-least 之一")
        elif at > 0 and not tier.asks:
            yield problem("E446", tier.place(), f"等次{named(tier.name)}没有写 standard 或 at-least")
        elif tier.at_least is not None:
            yield from _invalid_count(ladder, counted, tier)


def _invalid_standard(programme: Programme, ladder: Ladder, name: str, place: Place) -> Iterator[Problem]:
    standard = programme.standards.get(name)
    if standard is None:
        detail = f"没有标准{quoted(name)}{near_miss(name, programme.standards)}"
        yield problem("E440", place, detail)
    elif standard.level is not ladder.level:
        detail = (
            f"{named(ladder.name)}用于{ladder.level.text}，"
            f"标准{named(standard.name)}却用于{standard.level.text}"
        )
        yield problem("E446", place, detail)


def _invalid_count(ladder: Ladder, counted: Standard | None, tier: Tier) -> Iterator[Problem]:
    if ladder.standard is None:
        detail = f"等次{named(tier.name)}写了 at-least，{named(ladder.name)}须写 standard：数哪项标准的条目"
        yield problem("E446", tier.place("at-least"), detail)
    elif tier.at_least is not None and counted is not None:
        most = len(counted.items)
        is_whole = tier.at_least == tier.at_least.to_integral_value()
        if not (is_whole and 1 <= tier.at_least <= most):
            written = shown(tier.at_least)
            detail = f"等次{named(tier.name)}的 at-least: {written} 应为 1 至 {most} 的整数"
            yield problem("E446", tier.place("at-least"), detail)


def _invalid_thresholds(programme: Programme, ladder: Ladder) -> Iterator[Problem]:
    yield from _superfluous(ladder, "standard")
    for at, tier in enumerate(ladder.tiers):
        if at > 0 and tier.at_least is None:
            yield problem("E446", tier.place(), f"等次{named(tier.name)}没有写 at-least")
    if ladder.indicator is None:
        yield problem("E446", ladder.place(), f"{named(ladder.name)}没有写 indicator：按哪个指标划分")
        return
    indicator = programme.indicators.get(ladder.indicator)
    place = ladder.place("indicator")
    if indicator is None:
        detail = f"没有指标{quoted(ladder.indicator)}{near_miss(ladder.indicator, programme.indicators)}"
        yield problem("E303", place, detail)
    elif not _can_have_thresholds(indicator.kind):
        detail = f"{named(indicator.name)}是 {indicator.kind}，不能划分等次；请用 level、cumulative 或 ratio"
        yield problem("E446", place, detail)
    elif _depends_on_tiers(programme, ladder.indicator):
        detail = f"{named(indicator.name)}由等次算出，不能再用来划分等次"
        yield problem("E446", place, detail)


def _can_have_thresholds(kind: IndicatorKind) -> bool:
    match kind:
        case IndicatorKind.LEVEL | IndicatorKind.CUMULATIVE | IndicatorKind.RATIO:
            return True
        case IndicatorKind.FLAG | IndicatorKind.FLOW:
            return False
        case never:
            assert_never(never)


def _depends_on_tiers(programme: Programme, name: str) -> bool:
    """Whether an indicator, or one that it depends on, is computed from tiers."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        indicator = programme.indicators.get(waiting.pop())
        if indicator is None:
            continue
        if indicator.population is not None:
            return True
        parts = [indicator.where.indicator] if indicator.where is not None else []
        if indicator.derived is not None:
            parts += [indicator.derived.numerator, indicator.derived.denominator]
        waiting += [part for part in parts if part not in seen]
        seen.update(parts)
    return False


def _unordered(ladder: Ladder) -> Iterator[Problem]:
    """Yield a problem for thresholds that are not above that of the tier before."""
    bounded: list[tuple[Tier, Decimal]] = [
        (tier, tier.at_least) for tier in ladder.tiers if tier.at_least is not None
    ]
    for (lower, before), (higher, after) in pairwise(bounded):
        if after <= before:
            detail = (
                f"{named(higher.name)}的 at-least: {shown(after)} "
                f"不高于{named(lower.name)}的 {shown(before)}；等次由低到高列出"
            )
            yield problem("E446", higher.place("at-least"), detail)
