"""承诺: a commitment of an office with its dated events 定诺、审诺、晒诺、践诺、评诺; append-only."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TypeAlias

from generators.model.history import DatedEvent, FiledHistory, Happening
from generators.model.names import DivisionName, ProgrammeName
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, NonEmptyStr, Number, TupleOf
from generators.model.source import Citation


class CommitmentStep(Choice):
    """The steps of a commitment; each value is the key of an event in ``commitments.yml``."""

    MADE = "made"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    PROGRESS = "progress"
    DELAYED = "delayed"
    JUDGED = "judged"


class ReviewOutcome(Choice):
    """The outcome of a review: approved, or returned to the office that made the commitment."""

    APPROVED = "approved"
    RETURNED = "returned"


class Verdict(Choice):
    """The judgement on a commitment: kept, partly kept, or not kept."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not-kept"


class Cause(Choice):
    """The reason why a commitment was not fully kept.

    资金不到位, 政策变化, 不可抗力, 推进不力, 主动撤回.
    """

    FUNDING = "funding"
    POLICY = "policy"
    FORCE_MAJEURE = "force-majeure"
    EFFORT = "effort"
    WITHDRAWN = "withdrawn"


class Made(Happening):
    """定诺: the office makes the commitment, or makes it again after it was returned."""


class Reviewed(Happening):
    """审诺: another office reviews the commitment."""

    by: NonEmptyStr
    outcome: ReviewOutcome
    note: str = ""


class Published(Happening):
    """晒诺: the commitment is published; ``where`` names the place."""

    where: NonEmptyStr


class Progressed(Happening):
    """践诺: a note on progress."""

    note: NonEmptyStr


class Delayed(Happening):
    """延期: the due date is moved to ``due``; the commitment counts neither as kept nor as not kept."""

    due: datetime.date
    reason: NonEmptyStr


class Judged(Happening):
    """评诺: another office judges the commitment; ``reason`` is required unless it was kept."""

    by: NonEmptyStr
    outcome: Verdict
    reason: Cause | None = None
    note: str = ""


CommitmentHappening: TypeAlias = Made | Reviewed | Published | Progressed | Delayed | Judged
"""What is said of an event, by its step."""


class CommitmentEvent(DatedEvent):
    """One dated event of a commitment; exactly one of the fields is set."""

    made: Made | None = None
    reviewed: Reviewed | None = None
    published: Published | None = None
    progress: Progressed | None = None
    delayed: Delayed | None = None
    judged: Judged | None = None

    @property
    def step(self) -> CommitmentStep:
        """Return the step of this event."""
        return CommitmentStep(self.chosen)

    @property
    def happening(self) -> CommitmentHappening:
        """Return what is said of the step."""
        happening: CommitmentHappening = getattr(self, self.chosen)
        return happening


class Commitment(Record):
    """One commitment and its history, to which events are only ever appended.

    ``by`` is an office or a role, ``points`` the weight of the commitment. ``due`` is the original due
    date; only an event ``delayed`` moves it. ``division`` is the township of the folder or one of its
    villages; ``None`` means the township.
    """

    programme: ProgrammeName
    division: DivisionName | None = None
    by: NonEmptyStr
    text: NonEmptyStr
    points: Number
    due: datetime.date
    source: Citation | None = None
    events: TupleOf[CommitmentEvent]
    disclosure: Disclosure = Disclosure.INTERNAL


@dataclass(frozen=True, slots=True)
class FiledCommitment(FiledHistory):
    """A commitment with its id and the township in whose folder it is filed."""

    commitment: Commitment

    @property
    def division(self) -> str:
        """Return the id of the division that made the commitment."""
        return self.commitment.division or self.township
