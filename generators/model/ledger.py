"""问题台账: problems with their dated events from discovery to clearance (挂牌销号); append-only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generators.model.history import DatedEvent, FiledHistory, Happening
from generators.model.names import DivisionName, InspectionName, ProgrammeName
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, NonEmptyStr, TupleOf
from generators.model.source import Citation


class ProblemStep(Choice):
    """The steps of a problem; each value is the key of an event in ``problems.yml``."""

    FOUND = "found"
    ASSIGNED = "assigned"
    EXTENDED = "extended"
    RECTIFIED = "rectified"
    VERIFIED = "verified"
    REOPENED = "reopened"


class Found(Happening):
    """发现: by which office, and in which round of inspection, if any."""

    by: NonEmptyStr
    inspection: InspectionName | None = None


class Assigned(Happening):
    """交办: the office in charge, and the due date."""

    to: NonEmptyStr
    due: date


class Extended(Happening):
    """延期: the new due date, the office that granted it, and the reason."""

    due: date
    by: NonEmptyStr
    reason: NonEmptyStr


class Rectified(Happening):
    """整改: the office in charge reports the problem as rectified."""

    note: str = ""


class Verified(Happening):
    """核验销号: the office that verified the rectification, and the evidence; checking requires both."""

    by: str = ""
    evidence: str = ""


class Reopened(Happening):
    """回头看: the problem was not rectified after all; without ``due`` the old due date stays in force."""

    by: NonEmptyStr
    reason: NonEmptyStr
    due: date | None = None


ProblemHappening: TypeAlias = Found | Assigned | Extended | Rectified | Verified | Reopened
"""What is said of an event, by its step."""


class LedgerEvent(DatedEvent):
    """One dated event of a problem; exactly one of the fields is set."""

    found: Found | None = None
    assigned: Assigned | None = None
    extended: Extended | None = None
    rectified: Rectified | None = None
    verified: Verified | None = None
    reopened: Reopened | None = None

    @property
    def step(self) -> ProblemStep:
        """Return the step of this event."""
        return ProblemStep(self.chosen)

    @property
    def happening(self) -> ProblemHappening:
        """Return what is said of the step."""
        happening: ProblemHappening = getattr(self, self.chosen)
        return happening


class LedgerEntry(Record):
    """One problem and its history, to which events are only ever appended.

    ``division`` is the township of the folder or one of its villages; ``None`` means the township.
    """

    programme: ProgrammeName
    title: NonEmptyStr
    category: str = ""
    division: DivisionName | None = None
    source: Citation | None = None
    events: TupleOf[LedgerEvent]
    disclosure: Disclosure = Disclosure.INTERNAL


@dataclass(frozen=True, slots=True)
class FiledEntry(FiledHistory):
    """A problem with its id and the township in whose folder it is filed."""

    entry: LedgerEntry

    @property
    def division(self) -> str:
        """Return the id of the division in which the problem was found."""
        return self.entry.division or self.township
