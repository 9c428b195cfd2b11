"""Schemes: weights, normalisations that fit their indicators, steps, versions, groups and rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final, assert_never

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named, shown
from generators.model.address import Address
from generators.model.indicator import Indicator
from generators.model.period import Period, is_of_cadence
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place
from generators.model.scheme import (
    Attainment,
    Component,
    Goalposts,
    Normalisation,
    Scheme,
    SchemeVersion,
    ScoreStep,
    Steps,
)
from generators.reading.quoting import quoted

_HIGHEST_SCORE: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Part:
    """A component with the address of its indicator; ``indicator`` is ``None`` if it is not defined."""

    address: Address
    component: Component
    indicator: Indicator | None

    @property
    def name(self) -> str:
        """Return the component's name in quotes."""
        return named(self.component.name)


def unweighted_components(context: Context) -> Iterator[Problem]:
    """The weight of every component is above zero."""
    for part in _parts(context):
        if part.component.weight <= 0:
            detail = f"{part.name}的权重是 {shown(part.component.weight)}"
            yield problem("E421", part.component.place("weight"), detail)


def unbalanced_weights(context: Context) -> Iterator[Problem]:
    """The weights of a version sum to the total that it states."""
    for programme in context.dataset.programmes.values():
        for scheme in programme.schemes.values():
            for version in scheme.versions:
                weights = sum((each.weight for each in version.components.values()), Decimal(0))
                if version.total is not None and weights != version.total:
                    detail = f"{named(scheme.name)}各项权重合计 {shown(weights)}，不是 {shown(version.total)}"
                    yield problem("W478", version.place("total"), detail)


def mismatched_normalisations(context: Context) -> Iterator[Problem]:
    """A flag is scored by ``attainment`` only."""
    for part in _parts(context):
        if part.indicator is not None and not _fits(part.component.normalise, part.indicator):
            detail = (
                f"{part.name}的指标{named(part.indicator.name)}只有是与否，只能用 attainment（完成得 100 分）"
            )
            yield problem("E422", part.component.place("normalise"), detail)


def _fits(rule: Normalisation, indicator: Indicator) -> bool:
    match rule:
        case Attainment():
            return True
        case Goalposts() | Steps():
            return not indicator.kind.is_flag
        case never:
            assert_never(never)


def impossible_normalisations(context: Context) -> Iterator[Problem]:
    """Goalposts differ, caps are above zero, and every step can be reached."""
    for part in _parts(context):
        rule = part.component.normalise
        place = part.component.place("normalise", rule.tag)
        if (reason := _mistake(rule)) is not None:
            yield problem("E423", place, f"{part.name}：{reason}")


def _mistake(rule: Normalisation) -> str | None:
    match rule:
        case Goalposts(low=low, high=high):
            return f"low 与 high 同为 {shown(low)}，分不出高低" if low == high else None
        case Attainment(floor=floor, cap=cap):
            if cap is not None and cap <= 0:
                return f"cap 是 {shown(cap)}，应大于零"
            return (
                f"floor 是 {shown(floor)}，应低于 cap 和 100"
                if floor >= min(cap or _HIGHEST_SCORE, _HIGHEST_SCORE)
                else None
            )
        case Steps(steps=steps):
            return _step_mistake(steps)
        case never:
            assert_never(never)


def _step_mistake(steps: tuple[ScoreStep, ...]) -> str | None:
    for step in steps:
        if (step.at_least is None) is (step.at_most is None):
            return "每一档须写且只写 at-least 或 at-most"
        if not 0 <= step.score <= _HIGHEST_SCORE:
            return f"score: {shown(step.score)} 应在 0 到 100 之间"
    for better, worse in pairwise(steps):
        if (better.at_least is None) is not (worse.at_least is None):
            return "各档须同为 at-least，或同为 at-most"
        if not _is_easier(worse, better):
            return "各档须由严到宽排列：at-least 由大到小，at-most 由小到大"
        if worse.score >= better.score:
            return f"较宽的一档得 {shown(worse.score)} 分，应少于前一档的 {shown(better.score)} 分"
    return None


def _is_easier(step: ScoreStep, other: ScoreStep) -> bool:
    if step.at_least is not None and other.at_least is not None:
        return step.at_least < other.at_least
    return step.at_most is not None and other.at_most is not None and step.at_most > other.at_most


def impossible_versions(context: Context) -> Iterator[Problem]:
    """Versions are in ascending order, and each begins with a period of the scheme's cadence."""
    for _, scheme in _schemes(context):
        for version in scheme.versions:
            if not is_of_cadence(version.start, scheme.every):
                detail = f"from: {version.start.text} 不是{named(scheme.name)}的一个考核期（{scheme.every}）"
                yield problem("E424", version.place("from"), detail)
        for earlier, later in pairwise(scheme.versions):
            if later.start.sort_key <= earlier.start.sort_key:
                detail = f"from: {later.start.text} 应晚于前一版的 {earlier.start.text}"
                yield problem("E424", later.place("from"), detail)


def impossible_groups(context: Context) -> Iterator[Problem]:
    """The level of a scheme is below that of the owner, and a division is in at most one group."""
    for programme, scheme in _schemes(context):
        owner = context.dataset.divisions.get(programme.owner)
        if owner is not None and owner.level.depth >= scheme.level.depth:
            detail = f"{owner.name}之下没有 {scheme.level} 一级"
            yield problem("E425", scheme.place("level"), detail)
            continue
        for place, reason in _group_mistakes(context, programme, scheme):
            yield problem("E425", place, reason)


def _group_mistakes(context: Context, programme: Programme, scheme: Scheme) -> Iterator[tuple[Place, str]]:
    taken: dict[str, str] = {}
    for group in scheme.groups.values():
        for at, kind in enumerate(group.kinds):
            if kind.level is not scheme.level:
                yield group.place("kinds", at), f"{kind} 不是 {scheme.level} 一级"
        for at, division in enumerate(group.divisions):
            if division in context.dataset.divisions and not scored(context, programme, scheme, division):
                name = context.division_name(division)
                yield group.place("divisions", at), f"{name}不在{named(scheme.name)}的考核范围内"
        for field, members in (("kinds", group.kinds), ("divisions", group.divisions)):
            for at, member in enumerate(members):
                first = taken.setdefault(f"{field}/{member}", group.name)
                if first != group.name or member in members[:at]:
                    yield group.place(field, at), f"{quoted(member)}已在{named(first)}一组"


def scored(context: Context, programme: Programme, scheme: Scheme, division: str) -> bool:
    """Whether a division on record is or was among those that the scheme scores."""
    dataset = context.dataset
    _, *above = dataset.upwards_ever(division)
    return programme.owner in above and dataset.divisions[division].level is scheme.level


def impossible_rules(context: Context) -> Iterator[Problem]:
    """Points and caps of rules are above zero, points within caps, and ids of rules unique."""
    for _, _, version in _versions(context):
        ids = Counter((*version.bonuses, *version.deductions, *version.vetoes))
        for name in sorted(each for each, times in ids.items() if times > 1):
            place = version.place("vetoes" if name in version.vetoes else "deductions", name, of_key=True)
            yield problem("E426", place, f"{quoted(name)}在加分、扣分、否决中用了不止一次")
        for cap, total in (("bonus_cap", version.bonus_cap), ("deduction_cap", version.deduction_cap)):
            if total is not None and total <= 0:
                yield problem("E426", version.place(cap), f"{cap} 是 {shown(total)}，应大于零")
        for rule in (*version.bonuses.values(), *version.deductions.values()):
            if rule.points <= 0:
                detail = f"{named(rule.name)}是 {shown(rule.points)} 分；加分、扣分都写正数"
                yield problem("E426", rule.place("points"), detail)
            elif rule.cap is not None and rule.cap < rule.points:
                detail = f"{named(rule.name)}一次 {shown(rule.points)} 分，上限却只有 {shown(rule.cap)} 分"
                yield problem("E426", rule.place("cap"), detail)


def undated_reports_of_scored_figures(context: Context) -> Iterator[Problem]:
    """A report that a score depends on has ``on``: reports after the closing day do not count."""
    resting = {address for part in _parts(context) for address in _rests_on(context, part.address)}
    for filed in context.dataset.reports:
        report = filed.report
        counted = sorted(resting & report.values.keys()) if report.on is None else []
        if counted:
            detail = f"{report.period.text} 的报送没有写 on，而{context.indicator_name(counted[0])}要计分"
            yield problem("E429", report.place("period"), detail)


def _rests_on(context: Context, address: Address) -> Iterator[Address]:
    """Yield the address of an indicator, and those of its parts and of the indicator that it counts."""
    for name in context.dataset.rests_on(address):
        yield name
        indicator = context.indicator(name)
        if indicator is not None and indicator.where is not None:
            yield name.sibling(indicator.where.indicator)


def _schemes(context: Context) -> Iterator[tuple[Programme, Scheme]]:
    for programme in context.dataset.programmes.values():
        for scheme in programme.schemes.values():
            yield programme, scheme


def _versions(context: Context) -> Iterator[tuple[Programme, Scheme, SchemeVersion]]:
    for programme, scheme in _schemes(context):
        for version in scheme.versions:
            yield programme, scheme, version


def _parts(context: Context) -> Iterator[_Part]:
    for programme, _, version in _versions(context):
        for component in version.components.values():
            address = Address.of(programme.id, component.indicator)
            yield _Part(address, component, context.indicator(address))


def period_of(scheme: Scheme, period: Period) -> SchemeVersion | None:
    """Return the version that scores ``period``; ``None`` if it is none of the scheme's periods."""
    return scheme.version_of(period) if is_of_cadence(period, scheme.every) else None
