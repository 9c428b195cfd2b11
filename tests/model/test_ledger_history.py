from __future__ import annotations

from datetime import date

from generators.model.ledger import ProblemStep
from generators.model.ledger_history import (
    VALID_TRANSITIONS,
    ProblemProgress,
    state_after,
    states_before_events,
)
from tests.build.ledgers import assigned, extended, filed_problem, found, rectified, reopened, verified


def day(number: int) -> date:
    return date(2024, 3, number)


LIFE = filed_problem(
    found(day(1)),
    assigned(day(2), day(10)),
    extended(day(9), day(15)),
    rectified(day(14)),
    verified(day(16)),
    reopened(day(20)),
    assigned(day(21), day(28), to="西乡"),
).entry.events


def test_each_event_finds_the_situation_that_the_earlier_ones_left() -> None:
    before = [situation for situation, _ in states_before_events(LIFE)]
    assert before == [
        ProblemProgress(),
        ProblemProgress(ProblemStep.FOUND),
        ProblemProgress(ProblemStep.ASSIGNED, "东镇", day(10)),
        ProblemProgress(ProblemStep.ASSIGNED, "东镇", day(15)),
        ProblemProgress(ProblemStep.RECTIFIED, "东镇", day(15)),
        ProblemProgress(ProblemStep.VERIFIED, "东镇", day(15)),
        ProblemProgress(ProblemStep.REOPENED, "东镇", day(15)),
    ]
    assert state_after(LIFE) == ProblemProgress(ProblemStep.ASSIGNED, "西乡", day(28))


def test_a_reopening_keeps_the_deadline_unless_it_sets_one() -> None:
    start = (found(day(1)), assigned(day(2), day(10)), rectified(day(4)))
    assert state_after(filed_problem(*start, reopened(day(5))).entry.events).due == day(10)
    assert state_after(filed_problem(*start, reopened(day(5), day(20))).entry.events).due == day(20)


def test_what_may_follow() -> None:
    assert {phase: sorted(steps) for phase, steps in VALID_TRANSITIONS.items()} == {
        None: ["found"],
        "found": ["assigned"],
        "assigned": ["extended", "rectified"],
        "rectified": ["reopened", "verified"],
        "verified": ["reopened"],
        "reopened": ["assigned", "extended", "rectified"],
    }
