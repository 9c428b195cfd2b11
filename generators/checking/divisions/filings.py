"""What divisions filed: nothing before they begin or after they end, and no flow across a move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named, shown_period
from generators.model.division import Division
from generators.model.history import DatedEvent
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place


@dataclass(frozen=True, slots=True)
class _Filing:
    """One thing that a division filed, about the days from ``first`` to ``last``."""

    division: str
    text: str
    first: date | None
    last: date | None
    place: Place


def _filings(context: Context) -> Iterator[_Filing]:
    dataset = context.dataset
    for filed in dataset.reports:
        period, on = filed.report.period, filed.report.on
        text = f"报送（{shown_period(period)}）"
        place = filed.report.place("period")
        yield _Filing(filed.division, text, period.start or on, period.end or on, place)
    for check in dataset.checks:
        on = check.check.on
        yield _Filing(check.division, "验收", on, on, check.check.place("on"))
    for assessed in dataset.assessments:
        on = assessed.assessment.on
        yield _Filing(assessed.division, "评定", on, on, assessed.assessment.place("on"))
    for problem_filed in dataset.ledger:
        yield from _history_filing(problem_filed.division, "问题", problem_filed.entry.events)
    for promise in dataset.commitments:
        yield from _history_filing(promise.division, "承诺", promise.commitment.events)


def _history_filing(division: str, text: str, events: Sequence[DatedEvent]) -> Iterator[_Filing]:
    """Yield a problem or commitment, from its first event to its last: it may outlive its division."""
    if events:
        days = [each.on for each in events]
        yield _Filing(division, text, min(days), max(days), events[0].happening.place("on"))


def filings_after_an_end(context: Context) -> Iterator[Problem]:
    """A division that ended files nothing for later days."""
    for filing in _filings(context):
        found = context.dataset.divisions.get(filing.division)
        if found is None:
            continue
        if found.end is not None and filing.first is not None and filing.first >= found.end.on:
            detail = (
                f"{named(found.name)}已于 {found.end.on} {_end_text(context, found)}，其后又有{filing.text}"
            )
            yield problem("E449", filing.place, detail)


def _end_text(context: Context, division: Division) -> str:
    names = "、".join(map(context.division_name, division.successors))
    return f"并入{names}" if names else "撤销"


def filings_before_a_beginning(context: Context) -> Iterator[Problem]:
    """A division files nothing for days before it begins."""
    for filing in _filings(context):
        found = context.dataset.divisions.get(filing.division)
        if found is None:
            continue
        if found.begun is not None and filing.last is not None and filing.last < found.begun.on:
            detail = f"{named(found.name)}在 {found.begun.on} 才设立，此前却有{filing.text}"
            yield problem("E483", filing.place, detail)


def flows_across_a_move(context: Context) -> Iterator[Problem]:
    """A flow of a division that was moved is reported apart for the days before and after."""
    dataset = context.dataset
    moved = {name: stays for name, stays in dataset.stays.items() if len(stays) > 1}
    for filed in dataset.reports:
        start, end = filed.report.period.start, filed.report.period.end
        if filed.division not in moved or start is None or end is None:
            continue
        flows = [
            indicator.name
            for address in filed.report.values
            if (indicator := context.indicator(address)) is not None and indicator.kind.is_summed
        ]
        for stay in moved[filed.division]:
            if flows and stay.since is not None and start < stay.since <= end:
                name = context.division_name(filed.division)
                upper = context.division_name(dataset.upper_on(end, filed.division) or "")
                period = shown_period(filed.report.period)
                detail = f"{name}的报送（{period}）跨过 {stay.since} 的改属，{flows[0]}全部计入{upper}"
                yield problem("W487", filed.report.place("period"), detail)
