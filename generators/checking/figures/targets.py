"""Targets: their dates, form, measure, milestones and sources, and that none is repeated."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generators.checking.figures.figures import is_impossible_share, is_share, may_be_negative
from generators.checking.kit.context import Context
from generators.checking.kit.duplicates import repetitions
from generators.checking.kit.wording import measure_mismatch, named, shown, without_location
from generators.model.indicator import Goal, Indicator
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.target import Target


def reversed_targets(context: Context) -> Iterator[Problem]:
    """A target is not due before its first day."""
    for filed in context.dataset.targets:
        target = filed.target
        if target.due < target.start:
            start, due = target.place("from"), target.place("by")
            first, last = sorted((start.line, due.line))
            lines = f"第 {first}–{last} 行" if first != last else f"第 {first} 行"
            yield problem(
                "E204",
                due,
                f"by: {target.due} 早于 from: {target.start}",
                f"请核对{lines}的起止日期",
            )


def unsourced_targets(context: Context) -> Iterator[Problem]:
    """Every target cites a document with the place in it."""
    for filed in context.dataset.targets:
        target = filed.target
        name = context.indicator_name(target.indicator)
        if target.source is None:
            yield problem("E407", target.place(), f"{name}的目标没有写 source")
        elif not target.source.at:
            detail = without_location(f"{name}的目标", target.source.document)
            yield problem("E407", target.place("source"), detail)


def misformed_targets(context: Context) -> Iterator[Problem]:
    """A flag's target is yes or no and has no baseline; all others' is a number."""
    for target, indicator in _targets(context):
        is_flag = indicator.kind.is_flag
        if isinstance(target.value, bool) is not is_flag:
            wanted = " true 或 false" if is_flag else "数字"
            detail = f"{named(indicator.name)}的目标应填{wanted}，不是 {shown(target.value)}"
            yield problem("E412", target.place("value"), detail)
        if target.baseline is not None and is_flag:
            detail = f"{named(indicator.name)}是 {indicator.kind}，不设基数（baseline）"
            yield problem("E412", target.place("baseline"), detail)


def mismatched_target_measures(context: Context) -> Iterator[Problem]:
    """The measure of a target, if stated, is that of its indicator."""
    for target, indicator in _targets(context):
        if target.measure is not None and target.measure != indicator.measure:
            yield problem("E403", target.place("measure"), measure_mismatch(target.measure, indicator))


def negative_targets(context: Context) -> Iterator[Problem]:
    """The target of a count is not negative."""
    for target, indicator in _targets(context):
        if isinstance(target.value, Decimal) and target.value < 0 and not may_be_negative(indicator):
            detail = f"{named(indicator.name)}的目标是 {shown(target.value)}"
            yield problem("E404", target.place("value"), detail)


def impossible_target_shares(context: Context) -> Iterator[Problem]:
    """The target of a share is between 0% and 100%."""
    for target, indicator in _targets(context):
        if is_share(indicator) and isinstance(target.value, Decimal) and is_impossible_share(target.value):
            detail = f"{named(indicator.name)}的目标是 {shown(target.value)}%，应在 0%～100% 之间"
            yield problem("E414", target.place("value"), detail)


def impossible_milestones(context: Context) -> Iterator[Problem]:
    """Milestones are after the first day and not after the due day, and monotonic from baseline to target."""
    for target, indicator in _targets(context):
        if not target.milestones or target.due < target.start:
            continue
        if indicator.kind.is_flag:
            detail = f"{named(indicator.name)}只有是与否，不设节点目标"
            yield problem("E413", target.place("milestones", of_key=True), detail)
            continue
        yield from _misplaced_milestones(target)
        yield from _milestones_away_from_target(target, indicator)


def _misplaced_milestones(target: Target) -> Iterator[Problem]:
    for day in target.milestones:
        if not target.start < day <= target.due:
            place = target.place("milestones", day.isoformat(), of_key=True)
            yield problem("E413", place, f"节点 {day} 应晚于 from: {target.start}，不晚于 by: {target.due}")


def _milestones_away_from_target(target: Target, indicator: Indicator) -> Iterator[Problem]:
    """Yield a problem for the first step away from the target."""
    if isinstance(target.value, bool):
        return
    path = [
        (f" {day} ", target.milestones[day], target.place("milestones", day.isoformat()))
        for day in sorted(target.milestones)
    ]
    baseline = _baseline(target, indicator)
    if baseline is not None:
        path.insert(0, ("开始", baseline, path[0][2]))
    path.append(("截止", target.value, path[-1][2]))
    is_rising = path[-1][1] > path[0][1]
    for (earlier, before, _), (later, after, place) in pairwise(path):
        if before != after and (after > before) is not is_rising:
            detail = f"从{earlier}的 {shown(before)} 到{later}的 {shown(after)}，没有向目标推进"
            yield problem("E413", place, detail)
            return


def _baseline(target: Target, indicator: Indicator) -> Decimal | None:
    if target.baseline is not None:
        return target.baseline
    if indicator.kind.counts_from_zero or indicator.goal is Goal.AT_LEAST:
        return Decimal(0)
    return None


def repeated_targets(context: Context) -> Iterator[Problem]:
    """Division, indicator, level and due day of a target are unique."""
    keyed = (
        ((filed.division, filed.target.indicator, filed.target.each, filed.target.due), filed.target.place())
        for filed in context.dataset.targets
    )
    for (division, indicator, _, due), place, first in repetitions(keyed):
        detail = f"{context.figure_name(division, indicator)}到 {due} 的目标已在 {first} 登记"
        yield problem("E415", place, detail)


def _targets(context: Context) -> Iterator[tuple[Target, Indicator]]:
    for filed in context.dataset.targets:
        indicator = context.indicator(filed.target.indicator)
        if indicator is not None:
            yield filed.target, indicator
