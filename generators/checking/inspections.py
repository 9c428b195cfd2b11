"""Inspections: visits within their rounds, to divisions of the programme, with findings in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generators.checking.kit.context import Context
from generators.checking.kit.duplicates import repetitions
from generators.checking.kit.wording import named, near_miss
from generators.model.inspection import Inspection, InspectionKind, Visit
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.reading.quoting import quoted

_FULL_MARKS: Final = Decimal(100)


def _visits(context: Context) -> Iterator[tuple[Inspection, Visit]]:
    for inspection in context.dataset.inspections.values():
        for visit in inspection.visits:
            yield inspection, visit


def reversed_rounds(context: Context) -> Iterator[Problem]:
    """The last day of a round is not before its first day."""
    for inspection in context.dataset.inspections.values():
        if inspection.end < inspection.start:
            detail = f"{named(inspection.name)}的 to {inspection.end} 早于 from {inspection.start}"
            yield problem("E460", inspection.place("to"), detail)


def visits_out_of_time(context: Context) -> Iterator[Problem]:
    """A visit is within the days of its round, and not in the future."""
    for inspection, visit in _visits(context):
        where = context.division_name(visit.division)
        if visit.on > context.as_of:
            detail = f"走访{where}的日期 {visit.on} 晚于数据日期 {context.as_of}"
            yield problem("E461", visit.place("on"), detail)
        elif inspection.start <= inspection.end and not inspection.start <= visit.on <= inspection.end:
            span = f"{inspection.start} 至 {inspection.end}"
            detail = f"走访{where}的日期 {visit.on} 不在{named(inspection.name)}的起止日期内（{span}）"
            yield problem("E461", visit.place("on"), detail)


def repeated_visits(context: Context) -> Iterator[Problem]:
    """A round has at most one visit to a division."""
    for inspection in context.dataset.inspections.values():
        keyed = ((visit.division, visit.place("division")) for visit in inspection.visits)
        for division, place, first in repetitions(keyed):
            detail = f"{context.division_name(division)}已在第 {first.line} 行登记"
            yield problem("E464", place, detail)


def visits_elsewhere(context: Context) -> Iterator[Problem]:
    """The division of a visit is below the owner of the programme and exists on the day."""
    divisions = context.dataset.divisions
    for inspection, visit in _visits(context):
        division = divisions.get(visit.division)
        programme = context.dataset.programmes.get(inspection.programme)
        if division is None:
            continue
        if not division.exists_on(visit.on):
            end = division.end
            is_over = end is not None and end.on <= visit.on
            state = f"已于 {end.on} 不再存在" if is_over and end is not None else "还没有设立"
            detail = f"{named(division.name)}{state}"
            yield problem("E467", visit.place("division"), detail)
        elif programme is not None and programme.owner in divisions:
            _, *above = context.dataset.upwards_on(visit.on, visit.division)
            if programme.owner not in above:
                owner = context.division_name(programme.owner)
                detail = f"{named(division.name)}不是{owner}的下级，不在{named(programme.name)}的范围内"
                yield problem("E467", visit.place("division"), detail)


def impossible_visit_scores(context: Context) -> Iterator[Problem]:
    """The score of a visit is between 0 and 100."""
    for _, visit in _visits(context):
        if visit.score is not None and not 0 <= visit.score <= _FULL_MARKS:
            detail = f"{context.division_name(visit.division)}得 {visit.score:f} 分"
            yield problem("E468", visit.place("score"), detail)


def unknown_findings(context: Context) -> Iterator[Problem]:
    """The findings of a visit are problems in the ledger, in the division visited."""
    dataset = context.dataset
    for _, visit in _visits(context):
        if visit.division not in dataset.divisions:
            continue
        for at, finding in enumerate(visit.findings):
            place = visit.place("findings", at)
            address = dataset.problem_address(visit.division, finding)
            filed = dataset.ledger_by_address.get(address)
            if filed is None:
                hint = near_miss(address, dataset.ledger_by_address)
                yield problem("E462", place, f"问题台账中没有{quoted(address)}{hint}")
                continue
            places = tuple(dataset.upwards_ever(filed.division))
            if places and visit.division not in places:
                detail = f"问题{quoted(address)}在{context.division_name(filed.division)}"
                yield problem("E462", place, f"{detail}，不在走访的{context.division_name(visit.division)}")


def findings_of_other_rounds(context: Context) -> Iterator[Problem]:
    """The problem of a finding was found in this round, or in the round that it reinspects."""
    dataset = context.dataset
    for inspection, visit in _visits(context):
        if visit.division not in dataset.divisions:
            continue
        for at, finding in enumerate(visit.findings):
            filed = dataset.ledger_by_address.get(dataset.problem_address(visit.division, finding))
            found = filed.entry.events[0].found if filed is not None and filed.entry.events else None
            by = found.inspection if found is not None else None
            if filed is not None and by not in {None, inspection.id, inspection.returns_to}:
                detail = f"{named(filed.entry.title)}的 found 写的是督查{quoted(by)}"
                yield problem("E463", visit.place("findings", at), detail)


def impossible_returns(context: Context) -> Iterator[Problem]:
    """A reinspection names an earlier round of the same programme; other rounds name none."""
    for inspection in context.dataset.inspections.values():
        is_return = inspection.kind is InspectionKind.RETURN
        if inspection.returns_to is None:
            if is_return:
                detail = f"{named(inspection.name)}是回头看，没有写 returns_to"
                yield problem("E465", inspection.place("kind"), detail)
        elif not is_return:
            detail = f"{named(inspection.name)}是 {inspection.kind}，不写 returns_to"
            yield problem("E465", inspection.place("returns_to", of_key=True), detail)
        elif (reason := _return_mistake(context, inspection, inspection.returns_to)) is not None:
            yield problem("E465", inspection.place("returns_to"), f"{named(inspection.name)}{reason}")


def _return_mistake(context: Context, inspection: Inspection, name: str) -> str | None:
    rounds = context.dataset.inspections
    first = rounds.get(name)
    if first is None:
        return f"所看的督查{quoted(name)}没有登记{near_miss(name, rounds)}"
    if first is inspection:
        return "所看的就是它自己"
    if first.programme != inspection.programme:
        return f"所看的{named(first.name)}是另一项工作的督查"
    if inspection.start < first.start:
        return f"早于所看的{named(first.name)}（{first.start} 开始）"
    return None


def unknown_inspections(context: Context) -> Iterator[Problem]:
    """The round in which a problem was found is on record."""
    rounds = context.dataset.inspections
    for filed in context.dataset.ledger:
        for event in filed.entry.events:
            found = event.found
            if found is not None and found.inspection is not None and found.inspection not in rounds:
                detail = f"没有督查{quoted(found.inspection)}{near_miss(found.inspection, rounds)}"
                yield problem("E466", found.place("inspection"), detail)
