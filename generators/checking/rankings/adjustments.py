"""Adjustments: each follows a rule of its scheme, is within its period, and has a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.checking.kit.context import Context
from generators.checking.kit.duplicates import repetitions
from generators.checking.kit.wording import named, near_miss, shown, without_location
from generators.checking.rankings.schemes import period_of, scored
from generators.model.adjustment import Adjustment
from generators.model.calendar import days_after
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.scheme import PointsRule, Scheme, SchemeVersion
from generators.reading.quoting import quoted


@dataclass(frozen=True, slots=True)
class _Applied:
    """An adjustment with its scheme; ``version`` is ``None`` if its period is none of the scheme."""

    adjustment: Adjustment
    programme: Programme
    scheme: Scheme
    version: SchemeVersion | None


def unknown_schemes(context: Context) -> Iterator[Problem]:
    """An adjustment names a scheme that a programme defines."""
    known = context.dataset.schemes
    for adjustment in context.dataset.adjustments:
        if adjustment.scheme not in known:
            detail = f"没有考核办法{quoted(adjustment.scheme)}{near_miss(adjustment.scheme, known)}"
            yield problem("E312", adjustment.place("scheme"), detail)


def unknown_rules(context: Context) -> Iterator[Problem]:
    """An adjustment names a rule of the version in force for its period."""
    for applied in _applied(context):
        adjustment, version = applied.adjustment, applied.version
        if version is None:
            continue
        known = (*version.bonuses, *version.deductions, *version.vetoes)
        if adjustment.rule not in known:
            detail = (
                f"{adjustment.period.text} 适用的{named(applied.scheme.name)}（{version.start.text} 起）"
                f"没有{quoted(adjustment.rule)}{near_miss(adjustment.rule, known)}"
            )
            yield problem("E312", adjustment.place("rule"), detail)


def mismatched_adjustments(context: Context) -> Iterator[Problem]:
    """The period, division and day of an adjustment are such that its scheme counts it."""
    for applied in _applied(context):
        adjustment, scheme = applied.adjustment, applied.scheme
        period, division = adjustment.period, adjustment.division
        if applied.version is None:
            detail = (
                f"{period.text} 不是{named(scheme.name)}的一个考核期（{scheme.every}，"
                f"自 {scheme.versions[0].start.text} 起）"
            )
            yield problem("E427", adjustment.place("period"), detail)
        if division in context.dataset.divisions and not scored(context, applied.programme, scheme, division):
            detail = f"{context.division_name(division)}不在{named(scheme.name)}的考核范围内"
            yield problem("E427", adjustment.place("division"), detail)
        if (reason := _mistimed(context, applied)) is not None:
            yield problem("E427", adjustment.place("on"), reason)


def _mistimed(context: Context, applied: _Applied) -> str | None:
    adjustment, end = applied.adjustment, applied.adjustment.period.end
    if adjustment.on > context.as_of:
        return f"on: {adjustment.on} 晚于数据日期 {context.as_of}"
    if applied.version is None or end is None:
        return None
    closing = days_after(end, applied.scheme.closes_after_days)
    if adjustment.on > closing:
        return f"on: {adjustment.on} 晚于 {adjustment.period.text} 的截止日 {closing}；请记入下一期"
    return None


def excessive_points(context: Context) -> Iterator[Problem]:
    """The points of an adjustment are above zero and at most the cap of its rule; a veto has none."""
    for applied in _applied(context):
        adjustment, version = applied.adjustment, applied.version
        points = adjustment.points
        if version is None or points is None:
            continue
        if adjustment.rule in version.vetoes:
            detail = f"{named(version.vetoes[adjustment.rule].name)}是否决，不写分值"
            yield problem("E428", adjustment.place("points"), detail)
            continue
        rule = _points_rule(version, adjustment.rule)
        if points <= 0:
            detail = f"points 是 {shown(points)}；加分、扣分都写正数"
            yield problem("E428", adjustment.place("points"), detail)
        elif rule is not None and rule.cap is not None and points > rule.cap:
            detail = f"一次 {shown(points)} 分，超过{named(rule.name)}的上限 {shown(rule.cap)} 分"
            yield problem("E428", adjustment.place("points"), detail)


def _points_rule(version: SchemeVersion, name: str) -> PointsRule | None:
    return version.bonuses.get(name) or version.deductions.get(name)


def unsourced_adjustments(context: Context) -> Iterator[Problem]:
    """Every adjustment cites a document with the place in it."""
    for adjustment in context.dataset.adjustments:
        if adjustment.source is None:
            yield problem("E407", adjustment.place(), f"{quoted(adjustment.rule)}没有写 source")
        elif not adjustment.source.at:
            detail = without_location(quoted(adjustment.rule), adjustment.source.document)
            yield problem("E407", adjustment.place("source"), detail)


def repeated_adjustments(context: Context) -> Iterator[Problem]:
    """Scheme, division, period, rule, day and reason of an adjustment are unique."""
    keyed = (
        (
            (each.scheme, each.division, each.period.start, each.period.end, each.rule, each.on, each.reason),
            each.place(),
        )
        for each in context.dataset.adjustments
    )
    for key, place, first in repetitions(keyed):
        yield problem("E308", place, f"{context.division_name(key[1])}的同一事项已在 {first} 登记")


def _applied(context: Context) -> Iterator[_Applied]:
    for adjustment in context.dataset.adjustments:
        scheme = context.dataset.schemes.get(adjustment.scheme)
        programme = context.programme_of(adjustment.scheme)
        if scheme is not None and programme is not None:
            yield _Applied(adjustment, programme, scheme, period_of(scheme, adjustment.period))
