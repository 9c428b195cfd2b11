"""Mergers of villages: into an existing village, and without filings afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named, near_miss, shown_period
from generators.model.division import Division, Level, Merger
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.report import Report
from generators.reading.quoting import quoted


def impossible_mergers(context: Context) -> Iterator[Problem]:
    """A village is merged into another village on record that exists on that day."""
    for division in context.dataset.divisions.values():
        if division.merged is not None:
            reason = _mistake(context, division, division.merged)
            if reason:
                yield problem("E448", division.merged.place("into"), f"{named(division.name)}{reason}")


def _mistake(context: Context, division: Division, merger: Merger) -> str:
    divisions = context.dataset.divisions
    successor = division.successor or ""
    into = divisions.get(successor)
    if successor == division.id:
        return "不能并入它自己"
    if into is None:
        return f"并入的{quoted(merger.into)}没有登记{near_miss(successor, divisions)}"
    if into.level is not Level.VILLAGE:
        return f"并入的{named(into.name)}不是村（社区）"
    if _has_cycle(context, division):
        return f"与{named(into.name)}互相并入"
    if not into.exists_on(merger.on):
        return f"在 {merger.on} 并入{named(into.name)}，后者此时已并入别处"
    return ""


def _has_cycle(context: Context, division: Division) -> bool:
    """Whether the mergers from ``division`` on form a cycle."""
    seen: set[str] = set()
    name = division.successor
    while name is not None and name not in seen:
        if name == division.id:
            return True
        seen.add(name)
        following = context.dataset.divisions.get(name)
        name = following.successor if following is not None else None
    return False


def filings_after_a_merger(context: Context) -> Iterator[Problem]:
    """A merged village files nothing for later days."""
    divisions = context.dataset.divisions
    merged = {name: each.merged for name, each in divisions.items() if each.merged is not None}
    for filed in context.dataset.reports:
        merger = merged.get(filed.division)
        if merger is not None and _is_after(filed.report, merger):
            period = shown_period(filed.report.period)
            yield problem(
                "E449", filed.report.place("period"), _detail(context, filed.division, f"报送（{period}）")
            )
    for check in context.dataset.checks:
        merger = merged.get(check.division)
        if merger is not None and check.check.on >= merger.on:
            yield problem("E449", check.check.place("on"), _detail(context, check.division, "验收"))
    for assessed in context.dataset.assessments:
        merger = merged.get(assessed.division)
        if merger is not None and assessed.assessment.on >= merger.on:
            yield problem(
                "E449", assessed.assessment.place("on"), _detail(context, assessed.division, "评定")
            )


def _is_after(report: Report, merger: Merger) -> bool:
    """Return whether a report covers only days after the merger."""
    if report.period.start is not None:
        return report.period.start >= merger.on
    return report.on is not None and report.on >= merger.on


def _detail(context: Context, division: str, filing: str) -> str:
    found = context.dataset.divisions[division]
    into = context.division_name(found.successor or "")
    on = found.merged.on if found.merged is not None else ""
    return f"{named(found.name)}已于 {on} 并入{into}，其后又有{filing}"
