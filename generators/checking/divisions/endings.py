"""Ends of divisions: those that they become part of exist then, and what lay within them has a place."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named, near_miss
from generators.model.division import Division, DivisionEvent, DivisionStep
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.reading.quoting import quoted


def impossible_ends(context: Context) -> Iterator[Problem]:
    """What a division is merged or split into, or was formed from, is another of its level on that day."""
    for division in context.dataset.divisions.values():
        if division.end is not None:
            for at, successor in enumerate(division.successors):
                reason = _mistake(context, division, division.end, successor)
                if reason:
                    place = division.end.place("into", at)
                    yield problem("E448", place, f"{named(division.name)}{reason}")
        if division.begun is not None:
            for at, predecessor in enumerate(division.predecessors):
                reason = _origin_mistake(context, division, division.begun, predecessor)
                if reason:
                    place = division.begun.place("out_of", at)
                    yield problem("E448", place, f"{named(division.name)}{reason}")


def _mistake(context: Context, division: Division, end: DivisionEvent, successor: str) -> str:
    into = _other_of_level(context, division, successor, "并入", "并入的")
    if isinstance(into, str):
        return into
    if _has_cycle(context, division):
        return f"与{named(into.name)}互相并入"
    return _absence(into, end)


def _origin_mistake(context: Context, division: Division, begun: DivisionEvent, predecessor: str) -> str:
    origin = _other_of_level(context, division, predecessor, "由", "设立时来自的", "设立")
    if isinstance(origin, str):
        return origin
    if origin.end is not None and origin.end.on < begun.on:
        return f"在 {begun.on} 由{named(origin.name)}设立，后者在 {origin.end.on} 已经不再存在"
    return ""


def _other_of_level(
    context: Context, division: Division, name: str, before: str, role: str, after: str = ""
) -> Division | str:
    """Return the division ``name``, or why it is no other one of the level of ``division``.

    ``role`` says what it is called in a message; ``before`` and ``after`` stand beside “itself”.
    """
    divisions = context.dataset.divisions
    found = divisions.get(name)
    if name == division.id:
        return f"不能{before}它自己{after}"
    if found is None:
        return f"{role}{quoted(name)}没有登记{near_miss(name, divisions)}"
    if found.level is not division.level:
        return f"{role}{named(found.name)}不是{division.level.text}"
    return found


def _absence(into: Division, end: DivisionEvent) -> str:
    """Return that ``into`` does not exist on the day of ``end``, or nothing."""
    if into.exists_on(end.on):
        return ""
    over = into.end if into.end is not None and into.end.on <= end.on else None
    state = "还没有设立" if over is None else f"已{_END_TEXT[over.event]}"
    return f"在 {end.on} 并入{named(into.name)}，后者此时{state}"


_END_TEXT = {DivisionStep.MERGED: "并入别处", DivisionStep.SPLIT: "拆分", DivisionStep.ENDED: "撤销"}


def _has_cycle(context: Context, division: Division) -> bool:
    """Whether the successors from ``division`` on lead back to it."""
    seen: set[str] = set()
    waiting = [*division.successors]
    while waiting:
        name = waiting.pop()
        if name == division.id:
            return True
        found = context.dataset.divisions.get(name)
        if found is not None and name not in seen:
            seen.add(name)
            waiting += found.successors
    return False


def divisions_left_behind(context: Context) -> Iterator[Problem]:
    """What lay within a division that ended without one successor was moved or ended by then."""
    divisions = context.dataset.divisions
    for name, division in divisions.items():
        for stay in context.dataset.stays[name]:
            upper = divisions.get(stay.within or "")
            end = upper.end if upper is not None else None
            if upper is None or end is None or not division.exists_on(end.on) or not stay.covers(end.on):
                continue
            detail = (
                f"{named(division.name)}所在的{named(upper.name)}在 {end.on} {_END_TEXT[end.event]}，"
                "此后它在哪里没有登记"
            )
            yield problem("E484", division.place, detail)
