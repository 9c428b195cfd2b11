"""Histories of divisions: events in the order of days, each changing something, and fitting together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named, near_miss
from generators.model.division import Division, DivisionEvent, DivisionStep
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.reading.quoting import quoted


def events_out_of_order(context: Context) -> Iterator[Problem]:
    """Events are in the order of their days; a division begins first and ends last, each once."""
    for division in context.dataset.divisions.values():
        for before, after in pairwise(division.history):
            if after.on < before.on:
                detail = f"{named(division.name)}的 {after.on} 排在 {before.on} 之后"
            elif before.event.is_end:
                detail = f"{named(division.name)}在 {before.on} 已不再存在，其后又有变更"
            elif after.event is DivisionStep.BEGUN:
                detail = f"{named(division.name)}的设立须是第一个变更"
            elif after.event.is_end and after.on == before.on:
                detail = f"{named(division.name)}在 {after.on} 同一天变更又不再存在"
            else:
                continue
            yield problem("E481", after.place("on"), detail)


def events_without_change(context: Context) -> Iterator[Problem]:
    """An event leaves the division otherwise than it was before, and of its level."""
    for division in context.dataset.divisions.values():
        for event in division.history:
            reason = _mistake(context, division, event)
            if reason:
                yield problem("E482", event.place("was"), f"{named(division.name)}{reason}")


def _mistake(context: Context, division: Division, event: DivisionEvent) -> str:
    was, after = event.was, division.on(event.on)
    if was is None:
        return ""
    if was.kind is not None and was.kind.level is not division.level:
        return f"原来的类别 {was.kind} 不是{division.level.text}一级"
    if was.name is not None and was.name == after.name:
        return f"在 {event.on} 更名，前后都是{quoted(after.name)}"
    if was.kind in {None, after.kind} and was.kind is not None and was.word == after.word:
        return f"在 {event.on} 改设，前后类别相同"
    if was.within is not None:
        return _move_mistake(context, division, event, was.within)
    return ""


def _move_mistake(context: Context, division: Division, event: DivisionEvent, former: str) -> str:
    after = division.on(event.on).within
    upper = context.dataset.divisions.get(former)
    if former == after:
        return f"在 {event.on} 改属，前后都在{context.division_name(former)}"
    if upper is None:
        return f"原来所在的{quoted(former)}没有登记{near_miss(former, context.dataset.divisions)}"
    if upper.level.depth >= division.level.depth:
        return f"原来所在的{named(upper.name)}级别并不更高"
    return ""


def unexplained_places(context: Context) -> Iterator[Problem]:
    """A township or village lies where its folder says, until an event moves it."""
    for division in context.dataset.divisions.values():
        folder, separator, _ = division.id.rpartition("/")
        if not separator:
            continue
        moves = [each for each in division.history if each.event is DivisionStep.MOVED]
        first = moves[0].was.within if moves and moves[0].was is not None else division.within
        if first == folder:
            continue
        if moves:
            detail = f"{named(division.name)}第一次改属以前应在{context.division_name(folder)}"
            yield problem("E482", moves[0].place("was"), f"{detail}，这里写的是{quoted(first or '')}")
        else:
            detail = f"{named(division.name)}写了 within: {division.within}，却没有登记何时改属（moved）"
            yield problem("E482", division.place, detail)


def events_in_the_future(context: Context) -> Iterator[Problem]:
    """No event of a division is in the future."""
    for division in context.dataset.divisions.values():
        for event in division.history:
            if event.on > context.as_of:
                yield problem("E444", event.place("on"), f"on: {event.on} 晚于数据日期 {context.as_of}")
