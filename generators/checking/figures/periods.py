"""Periods of reports: within their programme, reported once, and not in the future."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from generators.checking.kit.context import Context, value_place
from generators.checking.kit.duplicates import repetitions
from generators.checking.kit.wording import named, shown, shown_period
from generators.model.address import Address
from generators.model.indicator import Indicator, IndicatorKind, Role
from generators.model.observation import Observation
from generators.model.period import Period
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import ProgrammePeriod


def reports_outside_the_programme(context: Context) -> Iterator[Problem]:
    """Reports are for periods of their programme; context figures may be older."""
    for filed in context.dataset.reports:
        report = filed.report
        outside: dict[str, Address] = {}
        for address in report.values:
            indicator, programme = context.indicator(address), context.programme_of(address)
            span = programme.whole_period if programme is not None else None
            if indicator is None or programme is None or span is None:
                continue
            if indicator.role is not Role.CONTEXT and _is_outside(report.period, span):
                outside.setdefault(programme.id, address)
        for name, address in outside.items():
            programme = context.dataset.programmes[name]
            span = programme.whole_period
            shown_days = _shown_span(span) if span is not None else ""
            detail = (
                f"{report.period.text} 不在{named(programme.name)}的期间（{shown_days}）内，"
                f"如{context.indicator_name(address)}"
            )
            yield problem("E401", report.place("period"), detail)


def _is_outside(period: Period, span: ProgrammePeriod) -> bool:
    if period.start is None:
        return False
    return period.start < span.start or (span.end is not None and period.start > span.end)


def _shown_span(span: ProgrammePeriod) -> str:
    return f"{span.start} 至 {span.end or '今'}"


def misdated_extensions(context: Context) -> Iterator[Problem]:
    """Each extension of a programme is later than what it extends: by its end, and by its day."""
    for programme in context.dataset.programmes.values():
        span = programme.period
        if not programme.extensions:
            continue
        if span is None or span.end is None:
            detail = f"{named(programme.name)}没有写到哪一天为止"
            yield problem("E931", programme.extensions[0].place("to"), detail)
            continue
        until, decided = span.end, None
        for each in programme.extensions:
            if each.end <= until:
                yield problem("E931", each.place("to"), f"{each.end} 不晚于原来的 {until}")
            elif decided is not None and each.on < decided:
                yield problem("E931", each.place("on"), f"{each.on} 早于上一次的 {decided}")
            until, decided = max(until, each.end), each.on


def reports_out_of_time(context: Context) -> Iterator[Problem]:
    """A report is not made before its period or in the future."""
    for filed in context.dataset.reports:
        report = filed.report
        start = report.period.start
        if report.on is not None and report.on > context.as_of:
            detail = f"on: {report.on} 晚于数据日期 {context.as_of}"
            yield problem("E410", report.place("on"), detail)
        elif start is not None and start > context.as_of:
            detail = f"期间 {report.period.text} 在数据日期 {context.as_of} 还没有开始"
            yield problem("E410", report.place("period"), detail)
        elif report.on is not None and start is not None and report.on < start:
            detail = f"on: {report.on} 早于期间 {report.period.text} 的第一天 {start}"
            yield problem("E410", report.place("on"), detail)


def repeated_reports(context: Context) -> Iterator[Problem]:
    """A division reports an indicator only once for the same days."""
    for division, address, _, observations in context.series():
        spans = [(each.period.start, each.period.end) for each in observations]
        if len(set(spans)) == len(spans):
            continue
        places = (each.report.place("values", address, of_key=True) for each in observations)
        keyed = zip(spans, places, strict=True)
        for (start, end), place, first in repetitions(keyed):
            days = "期间未说明" if end is None else f"{start}" if start == end else f"{start} 至 {end}"
            detail = f"{context.figure_name(division, address)}（{days}）已在 {first} 报送"
            yield problem("E402", place, detail)


def overlapping_flows(context: Context) -> Iterator[Problem]:
    """The periods of a flow do not overlap: their sum would count days twice."""
    for _, address, indicator, observations in context.series(IndicatorKind.FLOW):
        for earlier, later in _overlapping(observations):
            if not _same_days(earlier, later):
                first, second = sorted((earlier, later), key=value_place)
                detail = (
                    f"{named(indicator.name)}的 {second.period.text} 与 {first.period.text}"
                    f"（{value_place(first)}）有相同的日子"
                )
                yield problem("E411", second.report.place("values", address, of_key=True), detail)


def _overlapping(observations: Iterable[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Yield the pairs of observations with overlapping periods, the earlier start first."""
    stated = (each for each in observations if each.period.is_stated)
    dated = [(each.period.start, each) for each in stated if each.period.start is not None]
    running: list[Observation] = []
    for _, later in sorted(dated, key=lambda pair: pair[0]):
        running = [each for each in running if each.period.overlaps(later.period)]
        yield from ((each, later) for each in running)
        running.append(later)


def _same_days(one: Observation, other: Observation) -> bool:
    return (one.period.start, one.period.end) == (other.period.start, other.period.end)


def decreasing_totals(context: Context) -> Iterator[Problem]:
    """A cumulative value only decreases where it restarts, or where one of the two was corrected."""
    for division, address, indicator, observations in context.series(IndicatorKind.CUMULATIVE):
        stated = [
            each for each in observations if each.period.is_stated and each.amount(context.as_of) is not None
        ]
        for earlier, later in pairwise(stated):
            before, after = earlier.amount(context.as_of), later.amount(context.as_of)
            if earlier.corrections or later.corrections or earlier.period.end == later.period.end:
                continue
            if _restarts_between(indicator, earlier, later):
                continue
            if before is not None and after is not None and after < before:
                detail = (
                    f"{context.figure_name(division, address)}："
                    f"{shown_period(later.period)} 的 {shown(after)} 小于 "
                    f"{shown_period(earlier.period)} 的 {shown(before)}"
                )
                yield problem("E408", value_place(later, "value"), detail)


def _restarts_between(indicator: Indicator, earlier: Observation, later: Observation) -> bool:
    """Whether a count starts again from zero between the ends of two periods."""
    first, last = earlier.period.end, later.period.end
    if indicator.restarts is None or first is None or last is None:
        return False
    return not indicator.restarts.is_in_same_count(first, last)
