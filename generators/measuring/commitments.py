"""Measures the commitments on one day: the standing of each, counts, and the share kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, assert_never

from generators.measuring.figures.books import by_programme, by_township, measured_share
from generators.measuring.figures.figures import Figures
from generators.measuring.provenance import unanimous
from generators.model.address import Address
from generators.model.commitment import Cause, CommitmentStep, FiledCommitment, Judged, Verdict
from generators.model.commitment_history import CommitmentProgress, Phase, state_after
from generators.model.computed import CommitmentShare
from generators.model.dataset import Dataset
from generators.results.commitments import (
    CommitmentBook,
    CommitmentCounts,
    CommitmentStanding,
    CommitmentState,
)
from generators.results.figures import Measured

_EARNED: Final = {Verdict.KEPT: Decimal(1), Verdict.PARTLY: Decimal("0.5"), Verdict.NOT_KEPT: Decimal(0)}
"""The fraction of its points that a judged commitment earns."""

_JUDGED: Final = {
    Verdict.KEPT: CommitmentState.KEPT,
    Verdict.PARTLY: CommitmentState.PARTLY,
    Verdict.NOT_KEPT: CommitmentState.NOT_KEPT,
}
_BEFORE_PUBLICATION: Final = {
    Phase.MADE: CommitmentState.UNREVIEWED,
    Phase.RETURNED: CommitmentState.RETURNED,
    Phase.APPROVED: CommitmentState.UNPUBLISHED,
}


def commitment_standing(filed: FiledCommitment, day: date) -> CommitmentStanding | None:
    """Return the standing of a commitment on ``day``, ``None`` before it is made.

    Its history must be valid, which the checks ensure.
    """
    events = tuple(event for event in filed.commitment.events if event.on <= day)
    if not events:
        return None
    progress = state_after(filed.commitment.due, events)
    judged = events[-1].judged
    times_delayed = sum(event.step is CommitmentStep.DELAYED for event in events)
    state = _state(progress, judged, day, is_delayed=times_delayed > 0)
    return CommitmentStanding(
        filed=filed,
        day=day,
        state=state,
        events=events,
        due=progress.due,
        judged=judged,
        earned=_earned(filed.commitment.points, state, judged),
        times_delayed=times_delayed,
        days_late=(day - progress.due).days if state is CommitmentState.OVERDUE else 0,
    )


def _state(
    progress: CommitmentProgress, judged: Judged | None, day: date, *, is_delayed: bool
) -> CommitmentState:
    """Return the first matching state, in the order of generators/formulas.md."""
    if judged is not None:
        return _JUDGED[judged.outcome]
    is_binding = progress.phase in {Phase.APPROVED, Phase.UNDERWAY}
    if is_binding and progress.due < day:
        return CommitmentState.OVERDUE
    if progress.phase in _BEFORE_PUBLICATION:
        return _BEFORE_PUBLICATION[progress.phase]
    return CommitmentState.DELAYED if is_delayed else CommitmentState.UNDERWAY


def _earned(points: Decimal, state: CommitmentState, judged: Judged | None) -> Decimal | None:
    if judged is not None:
        return points * _EARNED[judged.outcome]
    return Decimal(0) if state is CommitmentState.OVERDUE else None


def commitment_counts(standings: Iterable[CommitmentStanding]) -> CommitmentCounts:
    """Return the counts of ``standings``; every state, step and cause has an entry, even if it is 0."""
    listed = tuple(standings)
    states = Counter(each.state for each in listed)
    reached = Counter(step for each in listed for step in each.taken)
    causes = Counter(each.judged.reason for each in listed if each.judged is not None)
    answerable = [each for each in listed if each.is_answerable]
    return CommitmentCounts(
        total=len(listed),
        states={state: states[state] for state in CommitmentState},
        reached={step: reached[step] for step in CommitmentStep},
        causes={cause: causes[cause] for cause in Cause},
        ever_delayed=sum(each.times_delayed > 0 for each in listed),
        answerable=len(answerable),
        points=sum((each.points for each in answerable), Decimal(0)),
        earned=sum((each.earned or Decimal(0) for each in answerable), Decimal(0)),
    )


def book_of(
    programme: str,
    day: date,
    standings: Iterable[CommitmentStanding],
    divisions: Iterable[str],
    *,
    is_whole: bool = True,
) -> CommitmentBook:
    """Return the book with these ``standings`` and their counts; ``divisions`` order the townships.

    ``is_whole`` is false if some commitments are withheld.
    """
    listed = tuple(standings)
    return CommitmentBook(
        programme=programme,
        day=day,
        standings=listed,
        counts=commitment_counts(listed),
        townships={name: commitment_counts(each) for name, each in by_township(divisions, listed).items()},
        is_whole=is_whole,
    )


def commitment_books(dataset: Dataset, days: Mapping[str, date]) -> dict[str, CommitmentBook]:
    """Return the book of every programme that has commitments by its day in ``days``, by the programme's id.

    The books are in the order of the programmes.
    """
    standings = (
        (each.commitment.programme, commitment_standing(each, days[each.commitment.programme]))
        for each in dataset.commitments
    )
    return {
        programme: book_of(programme, days[programme], listed, dataset.divisions)
        for programme, listed in by_programme(dataset.programmes, standings).items()
    }


def share_of_commitments(
    figures: Figures, division: str, address: Address, share: CommitmentShare
) -> Measured:
    """Return the share of the commitments in ``division`` and below it, in the indicator's measure.

    Its state is not applicable if no commitment is judged or overdue.
    """
    dataset = figures.dataset
    day = figures.cutoff(address).day
    filed = dataset.commitments_on(day, address.programme, division)
    standings = [standing for each in filed if (standing := commitment_standing(each, day)) is not None]
    counted = [(each, _parts(commitment_counts([each]), share)) for each in standings]
    provenance = figures.provenance
    internal = unanimous((provenance.of_commitments([each.filed]), part) for each, part in counted if part[1])
    return measured_share(
        *_parts(commitment_counts(standings), share),
        dataset.indicators[address].measure,
        internal or provenance.of_commitments(filed),
    )


def _parts(counts: CommitmentCounts, share: CommitmentShare) -> tuple[int, int]:
    match share:
        case CommitmentShare.KEPT:
            return counts.kept, counts.answerable
        case never:
            assert_never(never)
