"""The problem ledger: the events of a problem are valid transitions, dated in order, and not repeated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from generators.checking.histories import histories
from generators.checking.histories.histories import History, Steps, is_same_office
from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.model.ledger import (
    Assigned,
    Extended,
    FiledEntry,
    Found,
    ProblemStep,
    Rectified,
    Reopened,
    Verified,
)
from generators.model.ledger_history import VALID_TRANSITIONS, ProblemProgress, states_before_events
from generators.model.problem import Problem
from generators.model.problem_codes import problem

_STEPS: Final = Steps(
    {
        ProblemStep.FOUND: "发现",
        ProblemStep.ASSIGNED: "交办",
        ProblemStep.EXTENDED: "延期",
        ProblemStep.RECTIFIED: "整改",
        ProblemStep.VERIFIED: "销号",
        ProblemStep.REOPENED: "回头看",
    }
)


def _history(filed: FiledEntry) -> History:
    entry = filed.entry
    return History(named(entry.title), entry, filed.division, filed.township, entry.events, _STEPS)


def _histories(context: Context) -> Iterator[History]:
    return map(_history, context.dataset.ledger)


def problems_elsewhere(context: Context) -> Iterator[Problem]:
    """The division of a problem is the township in whose folder it is filed, or one of its villages."""
    yield from histories.filed_elsewhere(context, _histories(context), "E430")


def histories_without_beginning(context: Context) -> Iterator[Problem]:
    """The first event of a problem is ``found``."""
    yield from histories.without_beginning(_histories(context), "E431")


def invalid_transitions(context: Context) -> Iterator[Problem]:
    """Every later event is a valid transition; only the first invalid one is reported."""

    def after(state: ProblemProgress) -> str:
        return f"{_STEPS.word(state.phase)}之后" if state.phase is not None else "发现以前"

    for filed in context.dataset.ledger:
        yield from histories.first_invalid_transition(
            _history(filed),
            states_before_events(filed.entry.events),
            lambda state: VALID_TRANSITIONS[state.phase],
            after,
            "E432",
        )


def repeated_events(context: Context) -> Iterator[Problem]:
    """No event is repeated."""
    yield from histories.repeated(_histories(context), "E433")


def events_out_of_time(context: Context) -> Iterator[Problem]:
    """Events are in the order of their days, and none is in the future."""
    yield from histories.out_of_time(context, _histories(context), "E434")


def impossible_deadlines(context: Context) -> Iterator[Problem]:
    """A due day is not before its event; an extension is granted by the due day, to a later day."""
    for filed in context.dataset.ledger:
        for state, event in states_before_events(filed.entry.events):
            match event.happening:
                case Assigned(on=on, due=due) | Reopened(on=on, due=due) as happening:
                    if due is not None and due < on:
                        detail = f"期限 {due} 早于{_STEPS.word(event.step)}的日期 {on}"
                        yield problem("E435", happening.place("due"), detail)
                case Extended() as extended:
                    if state.due is not None and state.admits(event.step):
                        yield from histories.invalid_extension(extended, extended.due, state.due, "E435")
                case Found() | Rectified() | Verified():
                    pass
                case never:
                    assert_never(never)


def clearances_without_evidence(context: Context) -> Iterator[Problem]:
    """A verification states its office and its evidence."""
    for filed in context.dataset.ledger:
        for event in filed.entry.events:
            verified = event.verified
            if verified is None:
                continue
            missing = [
                words
                for words, text in (("核验单位（by）", verified.by), ("依据（evidence）", verified.evidence))
                if not text.strip()
            ]
            if missing:
                detail = f"{named(filed.entry.title)}的销号没有写{'、'.join(missing)}"
                yield problem("E436", verified.place(), detail)


def self_verified_clearances(context: Context) -> Iterator[Problem]:
    """The responsible office does not verify its own rectification."""
    for filed in context.dataset.ledger:
        for state, event in states_before_events(filed.entry.events):
            verified = event.verified
            if verified is not None and verified.by.strip() and is_same_office(verified.by, state.office):
                detail = f"{named(filed.entry.title)}由{named(verified.by)}整改，又由它自己销号"
                yield problem("E437", verified.place("by"), detail)
