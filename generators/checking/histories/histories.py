"""Rules for the events of problems and of commitments.

Each kind has its own problem codes for them, so that the remedy fits the kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from generators.checking.kit.context import Context
from generators.model.history import DatedEvent, Happening
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place, Record
from generators.model.scalars import Choice
from generators.reading.quoting import quoted

Stage = TypeVar("Stage")


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one kind of history with their Chinese names; a history begins with the first."""

    words: Mapping[Choice, str]

    @property
    def first(self) -> Choice:
        """Return the step that begins a history."""
        return next(iter(self.words))

    def word(self, step: Choice) -> str:
        """Return the name and the key of a step, such as ``销号（verified）``."""
        return f"{self.words[step]}（{step}）"


@dataclass(frozen=True, slots=True)
class History:
    """The events of one record, with its name in messages, its division, and the township that filed it."""

    name: str
    record: Record
    division: str
    township: str
    events: tuple[DatedEvent, ...]
    steps: Steps

    @property
    def repetitions(self) -> tuple[tuple[Place, Place], ...]:
        """Return for each repeated event the places of its first occurrence and of the repetition."""
        firsts = ((self.events[self.events.index(event)], event) for event in self.events)
        return tuple((first.place(), event.place()) for first, event in firsts if first is not event)


def filed_elsewhere(context: Context, histories: Iterable[History], code: str) -> Iterator[Problem]:
    """Yield a problem for records of a division outside the township in whose folder they are filed."""
    for history in histories:
        if context.lies_elsewhere(history.division, history.township):
            township = context.division_name(history.township)
            detail = f"{quoted(history.division)}不在{township}：{history.name}"
            yield problem(code, history.record.place("division"), detail)


def without_beginning(histories: Iterable[History], code: str) -> Iterator[Problem]:
    """Yield a problem for histories without events, or whose first event is not the first step."""
    for history in histories:
        if not history.events:
            yield problem(code, history.record.place("events"), f"{history.name}没有任何事件")
        elif history.events[0].step is not history.steps.first:
            detail = f"{history.name}的第一个事件是{history.steps.word(history.events[0].step)}"
            yield problem(code, history.events[0].place(), detail)


def first_invalid_transition(
    history: History,
    stages: Iterable[tuple[Stage, DatedEvent]],
    valid_in: Callable[[Stage], Iterable[Choice]],
    stage_text: Callable[[Stage], str],
    code: str,
) -> Iterator[Problem]:
    """Yield a problem for the first event that is invalid in its stage; ``stages`` has the stage before each.

    Skips histories with a wrong first step, and repeated events: other checks report them.
    """
    if not history.events or history.events[0].step is not history.steps.first:
        return
    repeated = {again for _, again in history.repetitions}
    for stage, event in stages:
        valid = set(valid_in(stage))
        if event.step in valid:
            continue
        if event.place() not in repeated:
            detail = f"{history.name}在{stage_text(stage)}不能{history.steps.word(event.step)}"
            words = [history.steps.word(step) for step in history.steps.words if step in valid]
            ended = f"{list(history.steps.words.values())[-1]}是最后一步"
            yield problem(code, event.place(), detail, f"此时只能{'、'.join(words)}" if words else ended)
        return


def repeated(histories: Iterable[History], code: str) -> Iterator[Problem]:
    """Yield a problem for repeated events."""
    for history in histories:
        for first, again in history.repetitions:
            yield problem(code, again, f"{history.name}的这个事件与第 {first.line} 行完全相同")


def out_of_time(context: Context, histories: Iterable[History], code: str) -> Iterator[Problem]:
    """Yield a problem for events not in the order of their days, or in the future."""
    for history in histories:
        word = history.steps.word
        for earlier, later in pairwise(history.events):
            if later.on < earlier.on:
                detail = f"{word(later.step)}的日期 {later.on} 早于前一个事件（{earlier.on}）"
                yield problem(code, later.happening.place("on"), detail)
        for event in history.events:
            if event.on > context.as_of:
                detail = f"{word(event.step)}的日期 {event.on} 晚于数据日期 {context.as_of}"
                yield problem(code, event.happening.place("on"), detail)


def invalid_extension(extension: Happening, later: date, due: date, code: str) -> Iterator[Problem]:
    """Yield a problem for an extension to a day not after ``due``, or granted after ``due``."""
    if later <= due:
        yield problem(code, extension.place("due"), f"延期后的期限 {later} 不晚于原期限 {due}")
    elif extension.on > due:
        detail = f"{extension.on} 才延期，原期限 {due} 已过：逾期不能事后抹去"
        yield problem(code, extension.place("on"), detail)


def is_same_office(one: str, other: str) -> bool:
    """Whether both are the name of the same office, ignoring spaces."""
    return "".join(one.split()) == "".join(other.split())
