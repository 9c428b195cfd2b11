from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generators.measuring.commitments import commitment_counts, commitment_standing
from generators.measuring.snapshot import measure
from generators.model.commitment import Cause, CommitmentStep, FiledCommitment
from generators.model.computed import CommitmentShare
from generators.model.indicator import IndicatorKind
from generators.results.commitments import CommitmentState
from generators.results.figures import ValueState
from tests.build.commitments import delayed, filed_commitment, judged, made, published, reviewed
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.figures import MAIN, indicator
from tests.build.programmes import programme

DAY = date(2025, 6, 30)
_MADE, _APPROVED, _PUBLISHED = (
    made(date(2024, 1, 8)),
    reviewed(date(2024, 1, 12)),
    published(date(2024, 1, 15)),
)
_UNDERWAY = (_MADE, _APPROVED, _PUBLISHED)


def _state(commitment: FiledCommitment, day: date = DAY) -> CommitmentState | None:
    standing = commitment_standing(commitment, day)
    return standing.state if standing is not None else None


@pytest.mark.parametrize(
    ("commitment", "day", "state"),
    [
        (filed_commitment(_MADE), date(2024, 1, 7), None),
        (filed_commitment(_MADE), date(2024, 1, 8), CommitmentState.UNREVIEWED),
        (filed_commitment(_MADE), DAY, CommitmentState.UNREVIEWED),
        (filed_commitment(_MADE, reviewed(date(2024, 1, 10), "returned")), DAY, CommitmentState.RETURNED),
        (
            filed_commitment(_MADE, reviewed(date(2024, 1, 10), "returned"), made(date(2024, 1, 11))),
            DAY,
            CommitmentState.UNREVIEWED,
        ),
        (filed_commitment(_MADE, _APPROVED), date(2024, 12, 31), CommitmentState.UNPUBLISHED),
        (filed_commitment(_MADE, _APPROVED), date(2025, 1, 1), CommitmentState.OVERDUE),
        (filed_commitment(*_UNDERWAY), date(2024, 12, 31), CommitmentState.UNDERWAY),
        (filed_commitment(*_UNDERWAY), date(2025, 1, 1), CommitmentState.OVERDUE),
        (filed_commitment(*_UNDERWAY, delayed(date(2024, 12, 1), DAY)), DAY, CommitmentState.DELAYED),
        (
            filed_commitment(*_UNDERWAY, delayed(date(2024, 12, 1), DAY)),
            date(2025, 7, 1),
            CommitmentState.OVERDUE,
        ),
        (filed_commitment(*_UNDERWAY, judged(date(2025, 3, 1))), DAY, CommitmentState.KEPT),
        (
            filed_commitment(*_UNDERWAY, judged(date(2025, 3, 1), "partly", "funding")),
            DAY,
            CommitmentState.PARTLY,
        ),
        (
            filed_commitment(*_UNDERWAY, judged(date(2025, 3, 1), "not-kept", "effort")),
            DAY,
            CommitmentState.NOT_KEPT,
        ),
        (filed_commitment(*_UNDERWAY, judged(date(2025, 3, 1))), date(2025, 2, 28), CommitmentState.OVERDUE),
    ],
)
def test_the_state_on_a_day(commitment: FiledCommitment, day: date, state: CommitmentState | None) -> None:
    assert _state(commitment, day) is state


@pytest.mark.parametrize(
    ("events", "earned"),
    [
        ((*_UNDERWAY, judged(date(2025, 3, 1))), Decimal(5)),
        ((*_UNDERWAY, judged(date(2025, 3, 1), "partly", "funding")), Decimal("2.5")),
        ((*_UNDERWAY, judged(date(2025, 3, 1), "not-kept", "withdrawn")), Decimal(0)),
        (_UNDERWAY, Decimal(0)),
        ((_MADE,), None),
        ((*_UNDERWAY, delayed(date(2024, 12, 1), date(2025, 12, 31))), None),
    ],
)
def test_kept_brings_all_partly_half_else_nothing(
    events: tuple[dict[str, object], ...], earned: Decimal | None
) -> None:
    standing = commitment_standing(filed_commitment(*events, points=Decimal(5)), DAY)
    assert standing is not None
    assert standing.earned == earned


def test_what_is_put_off_is_late_by_its_new_date_only() -> None:
    commitment = filed_commitment(*_UNDERWAY, delayed(date(2024, 12, 1), date(2025, 6, 25)))
    standing = commitment_standing(commitment, DAY)
    assert standing is not None
    assert (standing.times_delayed, standing.due, standing.days_late) == (1, date(2025, 6, 25), 5)


def test_a_review_that_returned_a_promise_is_no_step_taken() -> None:
    standing = commitment_standing(filed_commitment(_MADE, reviewed(date(2024, 1, 10), "returned")), DAY)
    assert standing is not None
    assert set(standing.taken) == {CommitmentStep.MADE}


def test_counts() -> None:
    listed = [
        filed_commitment(_MADE),
        filed_commitment(*_UNDERWAY),
        filed_commitment(*_UNDERWAY, delayed(date(2024, 12, 1), date(2025, 12, 31))),
        filed_commitment(*_UNDERWAY, judged(date(2025, 3, 1)), points=Decimal(6)),
        filed_commitment(*_UNDERWAY, judged(date(2025, 3, 1), "partly", "funding"), points=Decimal(3)),
        filed_commitment(*_UNDERWAY, judged(date(2025, 3, 1), "not-kept", "funding"), points=Decimal(2)),
    ]
    counts = commitment_counts(filter(None, (commitment_standing(each, DAY) for each in listed)))
    assert (counts.total, counts.answerable, counts.kept, counts.ever_delayed) == (6, 4, 1, 1)
    assert (counts.points, counts.earned) == (Decimal(15), Decimal("7.5"))
    assert (counts.kept_rate, counts.earned_rate) == (Decimal("0.25"), Decimal("0.5"))
    assert counts.causes[Cause.FUNDING] == 2
    assert counts.reached[CommitmentStep.MADE] == 6
    assert counts.reached[CommitmentStep.JUDGED] == 3


def test_nothing_answerable_has_no_rate() -> None:
    counts = commitment_counts(filter(None, (commitment_standing(filed_commitment(_MADE), DAY),)))
    assert (counts.kept_rate, counts.earned_rate) == (None, None)


def test_the_computed_share_is_of_the_division_and_all_below_it() -> None:
    share = indicator(IndicatorKind.RATIO, measure="%", computed=CommitmentShare.KEPT)
    kept = judged(date(2025, 3, 1))
    given = replace(
        dataset(programme({"main": share})),
        commitments=(
            filed_commitment(*_UNDERWAY, kept, name="a", division="county/east/a"),
            filed_commitment(*_UNDERWAY, name="b"),
            filed_commitment(*_UNDERWAY, kept, name="c"),
            filed_commitment(_MADE, name="d", township="county/west"),
        ),
    )
    measurements = measure(given, DAY)
    east = measurements.values[EAST, MAIN]
    assert (east.numerator, east.denominator) == (Decimal(2), Decimal(3))
    assert measurements.values["county/east/a", MAIN].value == Decimal(100)
    assert measurements.values[COUNTY, MAIN].value == east.value
    assert measurements.values[WEST, MAIN].state is ValueState.NOT_APPLICABLE
    book = measurements.commitment_books["example"]
    assert list(book.townships) == [EAST, WEST]
    assert book.counts.total == 4
