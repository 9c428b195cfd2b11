"""Commitments: events are in the order 定、审、晒、践、评, and no office judges its own commitment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from generators.checking.histories import histories
from generators.checking.histories.histories import History, Steps, is_same_office
from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.model.commitment import (
    CommitmentStep,
    Delayed,
    FiledCommitment,
    Judged,
    Made,
    Progressed,
    Published,
    Reviewed,
    Verdict,
)
from generators.model.commitment_history import VALID_TRANSITIONS, Phase, states_before_events
from generators.model.problem import Problem
from generators.model.problem_codes import problem

_STEPS: Final = Steps(
    {
        CommitmentStep.MADE: "定诺",
        CommitmentStep.REVIEWED: "审诺",
        CommitmentStep.PUBLISHED: "晒诺",
        CommitmentStep.PROGRESS: "践诺",
        CommitmentStep.DELAYED: "延期",
        CommitmentStep.JUDGED: "评诺",
    }
)
_PHASES: Final = {
    Phase.UNMADE: "定诺以前",
    Phase.MADE: "定诺之后、审诺之前",
    Phase.RETURNED: "审诺退回之后",
    Phase.APPROVED: "审诺通过之后、晒诺之前",
    Phase.UNDERWAY: "晒诺之后",
    Phase.JUDGED: "评诺之后",
}


def _name(filed: FiledCommitment) -> str:
    return named(filed.commitment.text)


def _history(filed: FiledCommitment) -> History:
    commitment = filed.commitment
    return History(_name(filed), commitment, filed.division, filed.township, commitment.events, _STEPS)


def _histories(context: Context) -> Iterator[History]:
    return map(_history, context.dataset.commitments)


def commitments_elsewhere(context: Context) -> Iterator[Problem]:
    """The division of a commitment is the township in whose folder it is filed, or one of its villages."""
    yield from histories.filed_elsewhere(context, _histories(context), "E450")


def commitments_without_beginning(context: Context) -> Iterator[Problem]:
    """The first event of a commitment is ``made``."""
    yield from histories.without_beginning(_histories(context), "E451")


def invalid_commitment_transitions(context: Context) -> Iterator[Problem]:
    """Every later event is a valid transition; only the first invalid one is reported."""
    for filed in context.dataset.commitments:
        yield from histories.first_invalid_transition(
            _history(filed),
            states_before_events(filed.commitment.due, filed.commitment.events),
            lambda state: VALID_TRANSITIONS[state.phase],
            lambda state: _PHASES[state.phase],
            "E452",
        )


def repeated_commitment_events(context: Context) -> Iterator[Problem]:
    """No event is repeated."""
    yield from histories.repeated(_histories(context), "E453")


def commitment_events_out_of_time(context: Context) -> Iterator[Problem]:
    """Events are in the order of their days, and none is in the future."""
    yield from histories.out_of_time(context, _histories(context), "E454")


def impossible_commitment_dates(context: Context) -> Iterator[Problem]:
    """The due day is not before the commitment; a delay is granted by the due day, to a later day."""
    for filed in context.dataset.commitments:
        commitment = filed.commitment
        for state, event in states_before_events(commitment.due, commitment.events):
            match event.happening:
                case Made(on=on):
                    if state.admits(event.step) and state.due < on:
                        detail = f"{_name(filed)}的期限 {commitment.due} 早于定诺日期 {on}"
                        yield problem("E455", commitment.place("due"), detail)
                case Delayed() as delayed:
                    if state.admits(event.step):
                        yield from histories.invalid_extension(delayed, delayed.due, state.due, "E455")
                case Reviewed() | Published() | Progressed() | Judged():
                    pass
                case never:
                    assert_never(never)


def verdicts_without_reason(context: Context) -> Iterator[Problem]:
    """A commitment not or partly kept has a reason, a kept one has none."""
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
    """The office that made a commitment neither reviews nor judges it."""
    for filed in context.dataset.commitments:
        for event in filed.commitment.events:
            match event.happening:
                case Reviewed(by=office) | Judged(by=office) as happening:
                    if is_same_office(office, filed.commitment.by):
                        detail = f"{_name(filed)}由{named(office)}承诺，又由它自己{_STEPS.words[event.step]}"
                        yield problem("E457", happening.place("by"), detail)
                case Made() | Published() | Progressed() | Delayed():
                    pass
                case never:
                    assert_never(never)


def commitments_without_points(context: Context) -> Iterator[Problem]:
    """The points of a commitment are above zero."""
    for filed in context.dataset.commitments:
        commitment = filed.commitment
        if commitment.points <= 0:
            detail = f"{_name(filed)}的分值是 {commitment.points:f}"
            yield problem("E458", commitment.place("points"), detail)
