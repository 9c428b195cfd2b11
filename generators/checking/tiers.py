"""Standards, ladders, checks and assessments: defined whole, and filed where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from generators.checking.context import Context
from generators.checking.duplicates import repetitions
from generators.checking.wording import named, near_miss, shown, without_location
from generators.model.catalogue import problem
from generators.model.division import Level
from generators.model.indicator import IndicatorKind
from generators.model.ladder import Basis, FiledAssessment, Ladder, Tier
from generators.model.problem import Problem
from generators.model.programme import Programme
from generators.model.record import Place
from generators.model.standard import ItemCheck, Standard
from generators.reading.quoting import quoted

LEVEL_TEXT: Final[Mapping[Level, str]] = {
    Level.PROVINCE: "省",
    Level.CITY: "市",
    Level.COUNTY: "县",
    Level.TOWNSHIP: "乡镇（街道）",
    Level.VILLAGE: "村（社区）",
}


@dataclass(frozen=True, slots=True)
class _Definition:
    """A standard or ladder in its programme, with the names that messages use."""

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
    """An assessment names a tier of a ladder, and so does an indicator computed from one."""
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
        population = indicator.computed.population if indicator.computed is not None else None
        if population is None:
            continue
        own = context.dataset.programmes[address.partition("/")[0]].ladders
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
    """Checks and assessments are of divisions that the standard or ladder is for."""
    for filed_check in context.dataset.checks:
        standard = _standard_of(context, filed_check.check)
        if standard is not None:
            place = filed_check.check.place("item")
            yield from _misplaced(context, filed_check.division, standard, place)
    for filed in context.dataset.assessments:
        ladder = context.dataset.ladders.get(filed.assessment.ladder)
        if ladder is not None:
            programme = context.dataset.programmes[filed.assessment.ladder.partition("/")[0]]
            definition = _Definition(programme, ladder.name, ladder.level)
            place = filed.assessment.place("ladder")
            yield from _misplaced(context, filed.division, definition, place)


def _standard_of(context: Context, check: ItemCheck) -> _Definition | None:
    standard = context.dataset.standards.get(check.standard)
    if standard is None:
        return None
    programme = context.dataset.programmes[check.standard.partition("/")[0]]
    return _Definition(programme, standard.name, standard.level)


def _misplaced(context: Context, division: str, definition: _Definition, place: Place) -> Iterator[Problem]:
    found = context.dataset.divisions.get(division)
    if found is None:
        return
    owner = definition.programme.owner
    if found.level is not definition.level:
        wanted, actual = LEVEL_TEXT[definition.level], LEVEL_TEXT[found.level]
        yield problem("E441", place, f"{named(definition.name)}用于{wanted}，{named(found.name)}是{actual}")
    elif division != owner and all(each.id != owner for each in context.dataset.ancestors(division)):
        area = context.division_name(owner)
        yield problem("E441", place, f"{named(definition.name)}是{area}的，{named(found.name)}不在其范围内")


def repeated_filings(context: Context) -> Iterator[Problem]:
    """An item is checked again only after it was revoked, and a ladder assessed once a day."""
    by_item: dict[tuple[str, str], list[ItemCheck]] = {}
    for filed in context.dataset.checks:
        by_item.setdefault((filed.division, filed.check.item), []).append(filed.check)
    for (division, item), checks in by_item.items():
        ordered = sorted(checks, key=lambda each: (each.on, each.revoked is None, each.place()))
        for earlier, later in pairwise(ordered):
            if earlier.revoked is None or later.on < earlier.revoked.on:
                name = f"{context.division_name(division)}的{quoted(item)}"
                detail = f"{name}已在 {earlier.place()} 登记，当时尚未撤销"
                yield problem("E442", later.place("item"), detail)
    assessed = (
        ((filed.division, filed.assessment.ladder, filed.assessment.on), filed.assessment.place("on"))
        for filed in context.dataset.assessments
    )
    for (division, _, on), place, first in repetitions(assessed):
        yield problem("E442", place, f"{context.division_name(division)}在 {on} 的评定已在 {first} 登记")


def early_revocations(context: Context) -> Iterator[Problem]:
    """An item is revoked after it was checked."""
    for filed in context.dataset.checks:
        check = filed.check
        if check.revoked is not None and check.revoked.on < check.on:
            detail = f"撤销 on: {check.revoked.on} 早于验收 on: {check.on}"
            yield problem("E443", check.revoked.place("on"), detail)


def filings_ahead_of_the_day(context: Context) -> Iterator[Problem]:
    """Nothing is checked, revoked, assessed or merged in the future."""
    for on, place in _dates(context):
        if on > context.as_of:
            yield problem("E444", place, f"on: {on} 晚于数据日期 {context.as_of}")


def _dates(context: Context) -> Iterator[tuple[date, Place]]:
    for filed in context.dataset.checks:
        yield filed.check.on, filed.check.place("on")
        if filed.check.revoked is not None:
            yield filed.check.revoked.on, filed.check.revoked.place("on")
    for assessed in context.dataset.assessments:
        yield assessed.assessment.on, assessed.assessment.place("on")
    for division in context.dataset.divisions.values():
        if division.merged is not None:
            yield division.merged.on, division.merged.place("on")


def unfounded_filings(context: Context) -> Iterator[Problem]:
    """A check says by what it was found, a revocation why, an assessment by which office."""
    for filed in context.dataset.checks:
        check = filed.check
        if not check.evidence.strip():
            yield problem("E445", check.place(), f"{quoted(check.item)}没有写 evidence：凭什么认定")
        if check.revoked is not None and not check.revoked.reason.strip():
            yield problem("E445", check.revoked.place(), f"{quoted(check.item)}的撤销没有写 reason")
    for assessed in context.dataset.assessments:
        if not assessed.assessment.by.strip():
            detail = f"{quoted(assessed.assessment.ladder)}的评定没有写 by：哪个单位评的"
            yield problem("E445", assessed.assessment.place(), detail)


def unsourced_assessments(context: Context) -> Iterator[Problem]:
    """Every assessment names a document and the place in it."""
    for filed in context.dataset.assessments:
        yield from _unsourced(filed)


def _unsourced(filed: FiledAssessment) -> Iterator[Problem]:
    assessment = filed.assessment
    name = f"{quoted(assessment.ladder)}的评定"
    if assessment.source is None:
        yield problem("E407", assessment.place(), f"{name}没有写 source")
    elif not assessment.source.at:
        yield problem("E407", assessment.place("source"), without_location(name, assessment.source.document))


def unfit_standards(context: Context) -> Iterator[Problem]:
    """A standard does not ask for more items than it lists."""
    for standard in context.dataset.standards.values():
        if standard.passes is not None and standard.required > len(standard.items):
            detail = f"{named(standard.name)}共 {len(standard.items)} 项，却要求 {standard.required} 项"
            yield problem("E446", standard.place("passes"), detail)


def unfit_ladders(context: Context) -> Iterator[Problem]:
    """A ladder has tiers, each with what its basis asks for, and each harder to reach than the last."""
    for address, ladder in context.dataset.ladders.items():
        programme = context.dataset.programmes[address.partition("/")[0]]
        if not ladder.tiers:
            yield problem("E446", ladder.place("tiers"), f"{named(ladder.name)}没有列出等次")
        tiers = ((tier.id, tier.place("id")) for tier in ladder.tiers)
        for name, place, first in repetitions(tiers):
            yield problem("E446", place, f"等次{quoted(name)}已在 {first} 用过")
        match ladder.by:
            case Basis.CHECKLIST:
                yield from _unfit_checklist(programme, ladder)
            case Basis.THRESHOLD:
                yield from _unfit_thresholds(programme, ladder)
            case Basis.ASSESSMENT:
                yield from _superfluous(ladder, "standard", "indicator")
        yield from _unordered(ladder)


def _superfluous(ladder: Ladder, *fields: str) -> Iterator[Problem]:
    """Report what a ladder of this basis does not go by."""
    for field in fields:
        if getattr(ladder, field) is not None:
            detail = f"{named(ladder.name)}的 by 是 {ladder.by}，不写 {field}"
            yield problem("E446", ladder.place(field, of_key=True), detail)
    for tier in ladder.tiers:
        if ladder.by is not Basis.CHECKLIST and tier.standard is not None:
            detail = f"{named(ladder.name)}的 by 是 {ladder.by}，等次不写 standard"
            yield problem("E446", tier.place("standard", of_key=True), detail)
        if ladder.by is Basis.ASSESSMENT and tier.at_least is not None:
            detail = f"{named(ladder.name)}由评定决定，等次不写 at-least"
            yield problem("E446", tier.place("at-least", of_key=True), detail)


def _unfit_checklist(programme: Programme, ladder: Ladder) -> Iterator[Problem]:
    yield from _superfluous(ladder, "indicator")
    mentions = [(ladder.standard, ladder.place("standard"))]
    mentions += [(tier.standard, tier.place("standard")) for tier in ladder.tiers]
    for name, place in mentions:
        if name is not None:
            yield from _unfit_standard(programme, ladder, name, place)
    counted = programme.standards.get(ladder.standard) if ladder.standard is not None else None
    for at, tier in enumerate(ladder.tiers):
        if tier.standard is not None and tier.at_least is not None:
            yield problem("E446", tier.place(), f"等次{named(tier.name)}只能写 standard 或 at-least 之一")
        elif at > 0 and not tier.asks:
            yield problem("E446", tier.place(), f"等次{named(tier.name)}没有写 standard 或 at-least")
        elif tier.at_least is not None:
            yield from _unfit_count(ladder, counted, tier)


def _unfit_standard(programme: Programme, ladder: Ladder, name: str, place: Place) -> Iterator[Problem]:
    standard = programme.standards.get(name)
    if standard is None:
        detail = f"没有标准{quoted(name)}{near_miss(name, programme.standards)}"
        yield problem("E440", place, detail)
    elif standard.level is not ladder.level:
        detail = (
            f"{named(ladder.name)}用于{LEVEL_TEXT[ladder.level]}，"
            f"标准{named(standard.name)}却用于{LEVEL_TEXT[standard.level]}"
        )
        yield problem("E446", place, detail)


def _unfit_count(ladder: Ladder, counted: Standard | None, tier: Tier) -> Iterator[Problem]:
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


def _unfit_thresholds(programme: Programme, ladder: Ladder) -> Iterator[Problem]:
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
    elif indicator.kind in {IndicatorKind.FLAG, IndicatorKind.FLOW}:
        detail = f"{named(indicator.name)}是 {indicator.kind}，不能划分等次；请用 level、cumulative 或 ratio"
        yield problem("E446", place, detail)
    elif _rests_on_tiers(programme, ladder.indicator):
        detail = f"{named(indicator.name)}由等次算出，不能再用来划分等次"
        yield problem("E446", place, detail)


def _rests_on_tiers(programme: Programme, name: str) -> bool:
    """Whether an indicator is computed from tiers, itself or by what it is derived from."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        indicator = programme.indicators.get(waiting.pop())
        if indicator is None:
            continue
        if indicator.computed is not None and indicator.computed.population is not None:
            return True
        parts = [indicator.where.indicator] if indicator.where is not None else []
        if indicator.derived is not None:
            parts += [indicator.derived.numerator, indicator.derived.denominator]
        waiting += [part for part in parts if part not in seen]
        seen.update(parts)
    return False


def _unordered(ladder: Ladder) -> Iterator[Problem]:
    """Report thresholds that do not rise from tier to tier."""
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


def assessments_of_rules(context: Context) -> Iterator[Problem]:
    """Where a rule decides the tier, nobody assesses it."""
    for filed in context.dataset.assessments:
        ladder = context.dataset.ladders.get(filed.assessment.ladder)
        if ladder is not None and ladder.by is not Basis.ASSESSMENT:
            detail = f"{named(ladder.name)}按规则（{ladder.by}）划分，不能另行评定"
            yield problem("E447", filed.assessment.place("ladder"), detail)
