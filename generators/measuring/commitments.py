"""Measures the commitments on one day: the standing of each, counts, and the share kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, assert_never

from generators.measuring.figures.books import by_division, by_township, measured_share
from generators.measuring.figures.figures import Figures
from generators.measuring.once import Once
from generators.measuring.provenance import unanimous, united
from generators.model.address import Address
from generators.model.commitment import Cause, CommitmentStep, FiledCommitment, Judged, Verdict
from generators.model.commitment_history import CommitmentProgress, Phase, state_after
from generators.model.computed import CommitmentShare
from generators.results.commitments import (
    CommitmentBook,
    CommitmentCounts,
    CommitmentStanding,
    CommitmentState,
)
from generators.results.contributions import Contributions
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


def commitment_books(once: Once, days: Mapping[str, date]) -> dict[str, CommitmentBook]:
    """Return the book of every programme that has commitments by its day in ``days``, by the programme's id.

    The books are in the order of the programmes.
    """
    divisions = once.dataset.divisions
    standings = {
        programme: [each.standing for each in once(_commitments, programme, days[programme]) if each.standing]
        for programme in once.dataset.programmes
    }
    return {
        programme: book_of(programme, days[programme], listed, divisions)
        for programme, listed in standings.items()
        if listed
    }


@dataclass(frozen=True, slots=True)
class _Commitment:
    """A commitment with its standing on a day, ``None`` before it is made; itself if it is ``internal``."""

    filed: FiledCommitment
    standing: CommitmentStanding | None
    internal: Contributions


def _internal_commitments(once: Once, programme: str) -> tuple[tuple[FiledCommitment, Contributions], ...]:
    """Return the commitments of a programme, each with itself as a contribution if it is internal."""
    filed = (each for each in once.dataset.commitments if each.commitment.programme == programme)
    return tuple((each, once.provenance.of_commitments([each])) for each in filed)


def _commitments(once: Once, programme: str, day: date) -> tuple[_Commitment, ...]:
    """Return the commitments of a programme as they stand on ``day``, in file order."""
    filed = once(_internal_commitments, programme)
    return tuple(_Commitment(each, commitment_standing(each, day), internal) for each, internal in filed)


def _commitments_by_division(once: Once, programme: str, day: date) -> Mapping[str, tuple[_Commitment, ...]]:
    """Return the commitments of a programme by division: those of it, or below it, on ``day``."""
    return by_division(
        once, day, ((each.filed.division, each) for each in once(_commitments, programme, day))
    )


def commitments_in(once: Once, programme: str, day: date, division: str) -> tuple[CommitmentStanding, ...]:
    """Return the standings of the commitments of ``division`` and below it on ``day``, in file order."""
    found = once(_commitments_by_division, programme, day).get(division, ())
    return tuple(each.standing for each in found if each.standing is not None)


def share_of_commitments(
    figures: Figures, division: str, address: Address, share: CommitmentShare
) -> Measured:
    """Return the share of the commitments in ``division`` and below it, in the indicator's measure.

    Its state is not applicable if no commitment is judged or overdue.
    """
    day = figures.cutoff(address).day
    filed = figures.once(_commitments_by_division, address.programme, day).get(division, ())
    counted = [(each.internal, _counts(each.standing, share)) for each in filed if each.standing]
    internal = unanimous(each for each in counted if each[1][1])
    return measured_share(
        sum(part for _, (part, _) in counted),
        sum(whole for _, (_, whole) in counted),
        figures.dataset.indicators[address].measure,
        internal or united(each.internal for each in filed),
    )


def _counts(standing: CommitmentStanding, share: CommitmentShare) -> tuple[bool, bool]:
    """Return whether a commitment counts in the part of a share, and in its whole."""
    match share:
        case CommitmentShare.KEPT:
            return standing.state is CommitmentState.KEPT, standing.is_answerable
        case never:
            assert_never(never)
