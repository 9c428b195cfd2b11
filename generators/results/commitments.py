"""Measured commitments: the standing of each, and their counts."""

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
    """The state of a commitment on a day, the most urgent first."""

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
    """The standing of one commitment on ``day``, from its events until then.

    ``due`` is the due date in force. ``earned`` is the number of points earned: 0 if it is overdue and not
    judged, ``None`` if it is neither overdue nor judged. ``days_late`` is the number of days since the due
    date if it is overdue, else 0.
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
        """Return the number of points that the commitment is worth."""
        return self.filed.commitment.points

    @property
    def is_answerable(self) -> bool:
        """Whether it counts in the rates: it is judged or overdue."""
        return self.earned is not None

    @property
    def taken(self) -> Mapping[CommitmentStep, date]:
        """Return the day on which each step was last taken.

        A review that returned the commitment does not count as the step ``REVIEWED``.
        """
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
    """Counts of a set of commitments on one day.

    ``answerable`` counts those judged or overdue; the rates, ``points`` and ``earned`` refer to them alone.
    ``ever_delayed`` counts those postponed at least once, in whatever state. ``reached`` counts those that
    have taken each step.
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
        """Return the number kept in full."""
        return self.states[CommitmentState.KEPT]

    @property
    def kept_rate(self) -> Decimal | None:
        """Return 兑现率 as a fraction of one; ``None`` if none is answerable."""
        return Decimal(self.kept) / Decimal(self.answerable) if self.answerable else None

    @property
    def earned_rate(self) -> Decimal | None:
        """Return 得分率 as a fraction of one; ``None`` if none is answerable."""
        return self.earned / self.points if self.points else None


@dataclass(frozen=True, slots=True)
class CommitmentBook:
    """The commitments of one programme, all or those that an audience sees, with their counts.

    ``is_whole`` is false if commitments are withheld: rates would then describe a selection.
    ``townships`` maps each township with commitments to its counts, in the order of the divisions.
    """

    programme: str
    day: date
    standings: tuple[CommitmentStanding, ...]
    counts: CommitmentCounts
    townships: Mapping[str, CommitmentCounts]
    is_whole: bool = True
