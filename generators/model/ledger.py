"""问题台账: what was found wrong, and every dated step until it is struck off (挂牌销号); append-only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

from generators.model.alternatives import Alternatives
from generators.model.record import Record
from generators.model.scalars import Disclosure, Many, Slug, Term
from generators.model.source import Citation

Said = Annotated[str, Field(min_length=1)]
"""Text that may not be left empty: the name of an office, a reason."""


class Step(Term):
    """What can happen to a problem; each is the key of an event in ``problems.yml``."""

    FOUND = "found"
    ASSIGNED = "assigned"
    EXTENDED = "extended"
    RECTIFIED = "rectified"
    VERIFIED = "verified"
    REOPENED = "reopened"


class Found(Record):
    """发现: by which office, and in which round of inspection, if in one."""

    on: date
    by: Said
    inspection: Slug | None = None


class Assigned(Record):
    """交办: to which office, and by when it has to be put right."""

    on: date
    to: Said
    due: date


class Extended(Record):
    """延期: the new date, who allowed it, and why."""

    on: date
    due: date
    by: Said
    reason: Said


class Rectified(Record):
    """整改: the office in charge says that it is put right."""

    on: date
    note: str = ""


class Verified(Record):
    """核验销号: which other office looked, and what proves it; the checks insist on both."""

    on: date
    by: str = ""
    evidence: str = ""


class Reopened(Record):
    """回头看: it was not put right after all; without ``due`` the old date stays in force."""

    on: date
    by: Said
    reason: Said
    due: date | None = None


Happening = Found | Assigned | Extended | Rectified | Verified | Reopened
"""What one event says, whichever step it is."""


class LedgerEvent(Alternatives):
    """One dated event of a problem: exactly one step, with what belongs to it."""

    found: Found | None = None
    assigned: Assigned | None = None
    extended: Extended | None = None
    rectified: Rectified | None = None
    verified: Verified | None = None
    reopened: Reopened | None = None

    @property
    def step(self) -> Step:
        """Return which step this is."""
        return Step(self.chosen)

    @property
    def happening(self) -> Happening:
        """Return what is said of the step."""
        steps = (
            self.found,
            self.assigned,
            self.extended,
            self.rectified,
            self.verified,
            self.reopened,
        )
        return next(each for each in steps if each is not None)

    @property
    def on(self) -> date:
        """Return the day of the event."""
        return self.happening.on


class LedgerEntry(Record):
    """One problem: what is wrong, where, and its history, which only ever grows at its end.

    ``division`` is the township of the folder, or one of its villages; left out, it is the township.
    """

    programme: Slug
    title: Said
    category: str = ""
    division: Slug | None = None
    source: Citation | None = None
    events: Many[LedgerEvent]
    disclosure: Disclosure = Disclosure.INTERNAL


@dataclass(frozen=True, slots=True)
class FiledEntry:
    """A problem together with its id and the township in whose folder it stands."""

    id: str
    township: str
    entry: LedgerEntry

    @property
    def address(self) -> str:
        """Return what names the problem in the whole site: ``county/township/id``."""
        return f"{self.township}/{self.id}"

    @property
    def division(self) -> str:
        """Return the division that the problem lies in."""
        return self.entry.division or self.township
