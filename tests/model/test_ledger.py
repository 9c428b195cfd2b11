from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from generators.model.ledger import LedgerEvent, ProblemStep
from generators.model.scalars import Disclosure
from tests.build.ledgers import assigned, extended, filed_problem, found, rectified, reopened, verified

DAY = date(2024, 3, 4)


@pytest.mark.parametrize(
    ("event", "step"),
    [
        (found(DAY), ProblemStep.FOUND),
        (assigned(DAY, DAY), ProblemStep.ASSIGNED),
        (extended(DAY, DAY), ProblemStep.EXTENDED),
        (rectified(DAY), ProblemStep.RECTIFIED),
        (verified(DAY), ProblemStep.VERIFIED),
        (reopened(DAY), ProblemStep.REOPENED),
    ],
)
def test_an_event_is_one_step_on_one_day(event: dict[str, object], step: ProblemStep) -> None:
    made = LedgerEvent.model_validate(event)
    assert (made.step, made.on) == (step, DAY)
    assert made.happening == getattr(made, step.value)


@pytest.mark.parametrize("event", [{}, found(DAY) | rectified(DAY)])
def test_no_step_and_two_steps_are_no_event(event: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="须写且只写一种"):
        LedgerEvent.model_validate(event)


@pytest.mark.parametrize(
    "event",
    [
        {"found": {"on": DAY, "by": ""}},
        {"assigned": {"on": DAY, "to": "", "due": DAY}},
        {"extended": {"on": DAY, "due": DAY, "by": "县巡查组", "reason": ""}},
        {"reopened": {"on": DAY, "by": "县督查室", "reason": ""}},
    ],
)
def test_offices_and_reasons_are_not_left_empty(event: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        LedgerEvent.model_validate(event)


def test_a_problem_is_internal_and_of_its_township_unless_it_says_otherwise() -> None:
    plain = filed_problem(found(DAY))
    assert (plain.division, plain.address) == ("county/east", "county/east/one")
    assert plain.entry.disclosure is Disclosure.INTERNAL
    assert filed_problem(found(DAY), division="county/east/a").division == "county/east/a"
