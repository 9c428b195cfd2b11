"""承诺: what an office promised, and its dated steps 定诺、审诺、晒诺、践诺、评诺; append-only."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generators.model.history import DatedEvent, FiledHistory, Happening
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, NonEmptyStr, Number, Slug, TupleOf
from generators.model.source import Citation


class CommitmentStep(Choice):
    """What can happen to a commitment; each is the key of an event in ``commitments.yml``."""

    MADE = "made"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    PROGRESS = "progress"
    DELAYED = "delayed"
    JUDGED = "judged"


class ReviewOutcome(Choice):
    """What a review says: it stands, or it goes back to whoever made it."""

    APPROVED = "approved"
    RETURNED = "returned"


class Verdict(Choice):
    """Whether a commitment was kept."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not-kept"


class Cause(Choice):
    """The one reason why a commitment was not wholly kept.

    资金不到位, 政策变化, 不可抗力, 推进不力, 主动撤回.
    """

    FUNDING = "funding"
    POLICY = "policy"
    FORCE_MAJEURE = "force-majeure"
    EFFORT = "effort"
    WITHDRAWN = "withdrawn"


class Made(Happening):
    """定诺: the office puts its promise down, or puts it down anew after it was returned."""


class Reviewed(Happening):
    """审诺: another office looks at whether the promise can stand."""

    by: NonEmptyStr
    outcome: ReviewOutcome
    note: str = ""


class Published(Happening):
    """晒诺: the promise is made known, and where."""

    where: NonEmptyStr


class Progressed(Happening):
    """践诺: something was done towards it."""

    note: NonEmptyStr


class Delayed(Happening):
    """延期: the promise stands, its date is put off. That is not failing, and not keeping either."""

    due: datetime.date
    reason: NonEmptyStr


class Judged(Happening):
    """评诺: another office says whether it was kept; ``reason`` exactly when it was not, or only partly."""

    by: NonEmptyStr
    outcome: Verdict
    reason: Cause | None = None
    note: str = ""


class CommitmentEvent(DatedEvent):
    """One dated event of a commitment: exactly one step, with what belongs to it."""

    made: Made | None = None
    reviewed: Reviewed | None = None
    published: Published | None = None
    progress: Progressed | None = None
    delayed: Delayed | None = None
    judged: Judged | None = None

    @property
    def step(self) -> CommitmentStep:
        """Return which step this is."""
        return CommitmentStep(self.chosen)


class Commitment(Record):
    """One promise: of which office, what, by when, worth how much, and its history, which only grows.

    ``by`` is an office or a role. ``due`` is the date first promised; only an event ``delayed`` moves it.
    ``division`` is the township of the folder, or one of its villages; left out, it is the township.
    """

    programme: Slug
    division: Slug | None = None
    by: NonEmptyStr
    text: NonEmptyStr
    points: Number
    due: datetime.date
    source: Citation | None = None
    events: TupleOf[CommitmentEvent]
    disclosure: Disclosure = Disclosure.INTERNAL


@dataclass(frozen=True, slots=True)
class FiledCommitment(FiledHistory):
    """A commitment together with its id and the township in whose folder it stands."""

    commitment: Commitment

    @property
    def division(self) -> str:
        """Return the division that the commitment is of."""
        return self.commitment.division or self.township
