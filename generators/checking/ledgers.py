"""The problem ledger: each history takes one lawful step after another, and none is written anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from generators.checking.context import Context
from generators.checking.wording import named
from generators.model.catalogue import problem
from generators.model.ledger import Assigned, Extended, FiledEntry, Reopened, Step, Verified
from generators.model.ledger_history import FOLLOWING, situations
from generators.model.problem import Problem
from generators.model.record import Place
from generators.reading.quoting import quoted

_WORDS: Final = {
    Step.FOUND: "发现",
    Step.ASSIGNED: "交办",
    Step.EXTENDED: "延期",
    Step.RECTIFIED: "整改",
    Step.VERIFIED: "销号",
    Step.REOPENED: "回头看",
}


def _word(step: Step) -> str:
    return f"{_WORDS[step]}（{step}）"


def problems_elsewhere(context: Context) -> Iterator[Problem]:
    """A problem lies in the township in whose folder it stands, or in one of its villages."""
    for filed in context.dataset.ledger:
        division = filed.division
        if context.lies_elsewhere(division, filed.township):
            township = context.division_name(filed.township)
            detail = f"{quoted(division)}不在{township}：{named(filed.entry.title)}"
            yield problem("E430", filed.entry.place("division"), detail)


def histories_without_beginning(context: Context) -> Iterator[Problem]:
    """The first event of a problem is that it was found."""
    for filed in context.dataset.ledger:
        events = filed.entry.events
        if not events:
            yield problem("E431", filed.entry.place("events"), f"{named(filed.entry.title)}没有任何事件")
        elif events[0].step is not Step.FOUND:
            detail = f"{named(filed.entry.title)}的第一个事件是{_word(events[0].step)}"
            yield problem("E431", events[0].place(), detail)


def unlawful_steps(context: Context) -> Iterator[Problem]:
    """Every later event is a step that may follow the one before; the first that may not is told."""
    for filed in context.dataset.ledger:
        for situation, event in situations(filed.entry.events):
            if situation.phase is None or situation.admits(event.step):
                continue
            if not _is_repetition(filed, event.place()):
                lawful = "、".join(_word(step) for step in Step if step in FOLLOWING[situation.phase])
                detail = f"{named(filed.entry.title)}在{_word(situation.phase)}之后不能{_word(event.step)}"
                yield problem("E432", event.place(), detail, f"此时只能{lawful}")
            break


def _is_repetition(filed: FiledEntry, place: Place) -> bool:
    return any(again == place for _, again in _repetitions(filed))


def _repetitions(filed: FiledEntry) -> Iterator[tuple[Place, Place]]:
    """Yield for each event that stands a second time the places of the first and of the second."""
    events = filed.entry.events
    for at, event in enumerate(events):
        first = events.index(event)
        if first < at:
            yield events[first].place(), event.place()


def repeated_events(context: Context) -> Iterator[Problem]:
    """An event is written once."""
    for filed in context.dataset.ledger:
        for first, again in _repetitions(filed):
            detail = f"{named(filed.entry.title)}的这个事件与第 {first.line} 行完全相同"
            yield problem("E433", again, detail)


def events_out_of_time(context: Context) -> Iterator[Problem]:
    """Events stand in the order of their days, and none lies in the future."""
    for filed in context.dataset.ledger:
        for earlier, later in pairwise(filed.entry.events):
            if later.on < earlier.on:
                detail = f"{_word(later.step)}的日期 {later.on} 早于前一个事件（{earlier.on}）"
                yield problem("E434", later.happening.place("on"), detail)
        for event in filed.entry.events:
            if event.on > context.as_of:
                detail = f"{_word(event.step)}的日期 {event.on} 晚于数据日期 {context.as_of}"
                yield problem("E434", event.happening.place("on"), detail)


def impossible_deadlines(context: Context) -> Iterator[Problem]:
    """A deadline does not precede the day it is set; an extension is granted in time, and extends."""
    for filed in context.dataset.ledger:
        for situation, event in situations(filed.entry.events):
            match event.happening:
                case Assigned(on=on, due=due) | Reopened(on=on, due=due) if due is not None and due < on:
                    detail = f"期限 {due} 早于{_word(event.step)}的日期 {on}"
                    yield problem("E435", event.happening.place("due"), detail)
                case Extended() as extended if situation.due is not None and situation.admits(event.step):
                    yield from _void_extension(extended, situation.due)


def _void_extension(extended: Extended, due: date) -> Iterator[Problem]:
    if extended.due <= due:
        detail = f"延期后的期限 {extended.due} 不晚于原期限 {due}"
        yield problem("E435", extended.place("due"), detail)
    elif extended.on > due:
        detail = f"{extended.on} 才延期，原期限 {due} 已过：逾期不能事后抹去"
        yield problem("E435", extended.place("on"), detail)


def unproved_clearances(context: Context) -> Iterator[Problem]:
    """A problem is struck off by an office that looked, on evidence."""
    for filed in context.dataset.ledger:
        for event in filed.entry.events:
            if not isinstance(event.happening, Verified):
                continue
            verified = event.happening
            missing = [
                words
                for words, text in (("核验单位（by）", verified.by), ("依据（evidence）", verified.evidence))
                if not text.strip()
            ]
            if missing:
                detail = f"{named(filed.entry.title)}的销号没有写{'、'.join(missing)}"
                yield problem("E436", verified.place(), detail)


def self_verified_clearances(context: Context) -> Iterator[Problem]:
    """The office in charge does not strike off its own problem."""
    for filed in context.dataset.ledger:
        for situation, event in situations(filed.entry.events):
            match event.happening:
                case Verified(by=office) as verified if office.strip() and _same(office, situation.office):
                    detail = f"{named(filed.entry.title)}由{named(office)}整改，又由它自己销号"
                    yield problem("E437", verified.place("by"), detail)


def _same(one: str, other: str) -> bool:
    """Whether both name one office: spaces within a name make no other office of it."""
    return "".join(one.split()) == "".join(other.split())
