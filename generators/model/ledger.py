"""问题台账: what was found wrong, and every dated step until it is struck off (挂牌销号); append-only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generators.model.history import DatedEvent, FiledHistory, Happening
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, NonEmptyStr, Slug, TupleOf
from generators.model.source import Citation


class ProblemStep(Choice):
    """What can happen to a problem; each is the key of an event in ``problems.yml``."""

    FOUND = "found"
    ASSIGNED = "assigned"
    EXTENDED = "extended"
    RECTIFIED = "rectified"
    VERIFIED = "verified"
    REOPENED = "reopened"


class Found(Happening):
    """发现: by which office, and in which round of inspection, if in one."""

    by: NonEmptyStr
    inspection: Slug | None = None


class Assigned(Happening):
    """交办: to which office, and by when it has to be put right."""

    to: NonEmptyStr
    due: date


class Extended(Happening):
    """延期: the new date, who allowed it, and why."""

    due: date
    by: NonEmptyStr
    reason: NonEmptyStr


class Rectified(Happening):
    """整改: the office in charge says that it is put right."""

    note: str = ""


class Verified(Happening):
    """核验销号: which other office looked, and what proves it; the checks insist on both."""

    by: str = ""
    evidence: str = ""


class Reopened(Happening):
    """回头看: it was not put right after all; without ``due`` the old date stays in force."""

    by: NonEmptyStr
    reason: NonEmptyStr
    due: date | None = None


class LedgerEvent(DatedEvent):
    """One dated event of a problem: exactly one step, with what belongs to it."""

    found: Found | None = None
    assigned: Assigned | None = None
    extended: Extended | None = None
    rectified: Rectified | None = None
    verified: Verified | None = None
    reopened: Reopened | None = None

    @property
    def step(self) -> ProblemStep:
        """Return which step this is."""
        return ProblemStep(self.chosen)


class LedgerEntry(Record):
    """One problem: what is wrong, where, and its history, which only ever grows at its end.

    ``division`` is the township of the folder, or one of its villages; left out, it is the township.
    """

    programme: Slug
    title: NonEmptyStr
    category: str = ""
    division: Slug | None = None
    source: Citation | None = None
    events: TupleOf[LedgerEvent]
    disclosure: Disclosure = Disclosure.INTERNAL


@dataclass(frozen=True, slots=True)
class FiledEntry(FiledHistory):
    """A problem together with its id and the township in whose folder it stands."""

    entry: LedgerEntry

    @property
    def division(self) -> str:
        """Return the division that the problem lies in."""
        return self.entry.division or self.township
