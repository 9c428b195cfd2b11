"""What measuring finds of commitments: how each stands, and what that adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generators.model.commitment import (
    Cause,
    CommitmentEvent,
    CommitmentStep,
    FiledCommitment,
    Judged,
    ReviewOutcome,
)


class CommitmentState(StrEnum):
    """How a commitment stands on a day; what needs attention most comes first."""

    OVERDUE = "overdue"
    NOT_KEPT = "not-kept"
    DELAYED = "delayed"
    RETURNED = "returned"
    UNREVIEWED = "unreviewed"
    UNPUBLISHED = "unpublished"
    UNDERWAY = "underway"
    PARTLY = "partly"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class CommitmentStanding:
    """How one commitment stands on ``day``, by its events until then.

    ``due`` is the date now in force. ``earned`` are the points it brought; 0 once it is overdue and
    not judged, ``None`` while nothing can be said. ``days_late`` run from the due date to ``day``
    and only while nobody has judged it.
    """

    filed: FiledCommitment
    day: date
    state: CommitmentState
    events: tuple[CommitmentEvent, ...]
    due: date
    judged: Judged | None
    earned: Decimal | None
    times_delayed: int
    days_late: int

    @property
    def points(self) -> Decimal:
        """Return what the commitment is worth."""
        return self.filed.commitment.points

    @property
    def is_answerable(self) -> bool:
        """Whether it counts for the kept rate: it was judged, or its date has passed unjudged."""
        return self.earned is not None

    @property
    def taken(self) -> Mapping[CommitmentStep, date]:
        """Return when each step was last taken; a review that returned the promise takes none."""
        days = {event.step: event.on for event in self.events}
        review = self.last(CommitmentStep.REVIEWED)
        reviewed = review.reviewed if review is not None else None
        if reviewed is not None and reviewed.outcome is ReviewOutcome.RETURNED:
            del days[CommitmentStep.REVIEWED]
        return days

    def last(self, step: CommitmentStep) -> CommitmentEvent | None:
        """Return the latest event of ``step``, if there is one."""
        return next((event for event in reversed(self.events) if event.step is step), None)


@dataclass(frozen=True, slots=True)
class CommitmentCounts:
    """What a number of commitments add up to on one day.

    ``answerable`` are those judged or overdue, of which the rates are; ``points`` and ``earned`` are
    theirs. ``ever_delayed`` were put off at least once, whatever became of them. ``reached`` counts
    those that came as far as each of the five steps 定审晒践评.
    """

    total: int
    states: Mapping[CommitmentState, int]
    reached: Mapping[CommitmentStep, int]
    causes: Mapping[Cause, int]
    ever_delayed: int
    answerable: int
    points: Decimal
    earned: Decimal

    @property
    def kept(self) -> int:
        """Return how many were wholly kept."""
        return self.states[CommitmentState.KEPT]

    @property
    def kept_rate(self) -> Decimal | None:
        """Return 兑现率 as a fraction of one; ``None`` where nothing is answerable yet."""
        return Decimal(self.kept) / Decimal(self.answerable) if self.answerable else None

    @property
    def earned_rate(self) -> Decimal | None:
        """Return 得分率 as a fraction of one; ``None`` where nothing is answerable yet."""
        return self.earned / self.points if self.points else None


@dataclass(frozen=True, slots=True)
class CommitmentBook:
    """The commitments of one programme: all of them, or those of one audience, and their sums.

    ``is_whole`` is false where commitments are withheld: then rates would be of a selection.
    ``townships`` holds those with commitments, in the order of the divisions.
    """

    programme: str
    day: date
    standings: tuple[CommitmentStanding, ...]
    counts: CommitmentCounts
    townships: Mapping[str, CommitmentCounts]
    is_whole: bool = True
