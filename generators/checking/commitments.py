"""Commitments: each history goes 定、审、晒、践、评 in order, and none is judged by whoever promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from generators.checking.context import Context
from generators.checking.wording import named
from generators.model.catalogue import problem
from generators.model.commitment import (
    CommitmentEvent,
    CommitmentStep,
    Delayed,
    FiledCommitment,
    Judged,
    Made,
    Reviewed,
    Verdict,
)
from generators.model.commitment_history import LAWFUL_STEPS, Phase, courses
from generators.model.problem import Problem
from generators.model.record import Place
from generators.reading.quoting import quoted

_WORDS: Final = {
    CommitmentStep.MADE: "定诺",
    CommitmentStep.REVIEWED: "审诺",
    CommitmentStep.PUBLISHED: "晒诺",
    CommitmentStep.PROGRESS: "践诺",
    CommitmentStep.DELAYED: "延期",
    CommitmentStep.JUDGED: "评诺",
}
_PHASES: Final = {
    Phase.UNMADE: "定诺以前",
    Phase.MADE: "定诺之后、审诺之前",
    Phase.RETURNED: "审诺退回之后",
    Phase.APPROVED: "审诺通过之后、晒诺之前",
    Phase.UNDERWAY: "晒诺之后",
    Phase.JUDGED: "评诺之后",
}


def _word(step: CommitmentStep) -> str:
    return f"{_WORDS[step]}（{step}）"


def _name(filed: FiledCommitment) -> str:
    return named(filed.commitment.text)


def commitments_elsewhere(context: Context) -> Iterator[Problem]:
    """A commitment is of the township in whose folder it stands, or of one of its villages."""
    for filed in context.dataset.commitments:
        division = filed.division
        if context.lies_elsewhere(division, filed.township):
            township = context.division_name(filed.township)
            detail = f"{quoted(division)}不在{township}：{_name(filed)}"
            yield problem("E450", filed.commitment.place("division"), detail)


def commitments_without_beginning(context: Context) -> Iterator[Problem]:
    """The first event of a commitment is that it was made."""
    for filed in context.dataset.commitments:
        events = filed.commitment.events
        if not events:
            yield problem("E451", filed.commitment.place("events"), f"{_name(filed)}没有任何事件")
        elif events[0].step is not CommitmentStep.MADE:
            detail = f"{_name(filed)}的第一个事件是{_word(events[0].step)}"
            yield problem("E451", events[0].place(), detail)


def unlawful_commitment_steps(context: Context) -> Iterator[Problem]:
    """Every later event is a step that may come then; the first that may not is told."""
    for filed in context.dataset.commitments:
        commitment = filed.commitment
        if not commitment.events or commitment.events[0].step is not CommitmentStep.MADE:
            continue  # told by the check of beginnings
        repeated = {again for _, again in _repetitions(commitment.events)}
        for course, event in courses(commitment.due, commitment.events):
            if course.admits(event.step):
                continue
            if event.place() not in repeated:
                lawful = "、".join(_word(step) for step in CommitmentStep if course.admits(step))
                detail = f"{_name(filed)}在{_PHASES[course.phase]}不能{_word(event.step)}"
                remedy = f"此时只能{lawful}" if LAWFUL_STEPS[course.phase] else "评诺是最后一步"
                yield problem("E452", event.place(), detail, remedy)
            break


def _repetitions(events: tuple[CommitmentEvent, ...]) -> Iterator[tuple[Place, Place]]:
    """Yield for each event that stands a second time the places of the first and of the second."""
    for at, event in enumerate(events):
        first = events.index(event)
        if first < at:
            yield events[first].place(), event.place()


def repeated_commitment_events(context: Context) -> Iterator[Problem]:
    """An event is written once."""
    for filed in context.dataset.commitments:
        for first, again in _repetitions(filed.commitment.events):
            detail = f"{_name(filed)}的这个事件与第 {first.line} 行完全相同"
            yield problem("E453", again, detail)


def commitment_events_out_of_time(context: Context) -> Iterator[Problem]:
    """Events stand in the order of their days, and none lies in the future."""
    for filed in context.dataset.commitments:
        events = filed.commitment.events
        for earlier, later in pairwise(events):
            if later.on < earlier.on:
                detail = f"{_word(later.step)}的日期 {later.on} 早于前一个事件（{earlier.on}）"
                yield problem("E454", later.happening.place("on"), detail)
        for event in events:
            if event.on > context.as_of:
                detail = f"{_word(event.step)}的日期 {event.on} 晚于数据日期 {context.as_of}"
                yield problem("E454", event.happening.place("on"), detail)


def impossible_commitment_dates(context: Context) -> Iterator[Problem]:
    """A date promised lies ahead of the promise; it is put off in time, and to a later day."""
    for filed in context.dataset.commitments:
        commitment = filed.commitment
        for course, event in courses(commitment.due, commitment.events):
            match event.happening:
                case Made(on=on) if course.admits(event.step) and course.due < on:
                    detail = f"{_name(filed)}的期限 {commitment.due} 早于定诺日期 {on}"
                    yield problem("E455", commitment.place("due"), detail)
                case Delayed() as delayed if course.admits(event.step):
                    yield from _void_delay(delayed, course.due)


def _void_delay(delayed: Delayed, due: date) -> Iterator[Problem]:
    if delayed.due <= due:
        detail = f"延期后的期限 {delayed.due} 不晚于原期限 {due}"
        yield problem("E455", delayed.place("due"), detail)
    elif delayed.on > due:
        detail = f"{delayed.on} 才延期，原期限 {due} 已过：逾期不能事后抹去"
        yield problem("E455", delayed.place("on"), detail)


def unreasoned_verdicts(context: Context) -> Iterator[Problem]:
    """Whatever was not wholly kept has its one reason, and what was kept has none."""
    for filed in context.dataset.commitments:
        for event in filed.commitment.events:
            judged = event.judged
            if judged is None:
                continue
            is_kept = judged.outcome is Verdict.KEPT
            if is_kept and judged.reason is not None:
                detail = f"{_name(filed)}已兑现，却写了理由 {judged.reason}"
                yield problem("E456", judged.place("reason"), detail)
            elif not is_kept and judged.reason is None:
                outcome = "部分兑现" if judged.outcome is Verdict.PARTLY else "未兑现"
                yield problem("E456", judged.place(), f"{_name(filed)}{outcome}，没有写理由（reason）")


def self_judged_commitments(context: Context) -> Iterator[Problem]:
    """The office that promised neither reviews nor judges its own promise."""
    for filed in context.dataset.commitments:
        for event in filed.commitment.events:
            match event.happening:
                case Reviewed(by=office) | Judged(by=office) as happening if _same(
                    office, filed.commitment.by
                ):
                    detail = f"{_name(filed)}由{named(office)}承诺，又由它自己{_WORDS[event.step]}"
                    yield problem("E457", happening.place("by"), detail)


def _same(one: str, other: str) -> bool:
    """Whether both name one office: spaces within a name make no other office of it."""
    return "".join(one.split()) == "".join(other.split())


def worthless_commitments(context: Context) -> Iterator[Problem]:
    """A commitment is worth something."""
    for filed in context.dataset.commitments:
        commitment = filed.commitment
        if commitment.points <= 0:
            detail = f"{_name(filed)}的分值是 {commitment.points:f}"
            yield problem("E458", commitment.place("points"), detail)
