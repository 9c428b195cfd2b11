"""What measuring finds of the problem ledger: how each problem stands, and what that adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generators.model.ledger import FiledEntry, LedgerEvent, Rectified, Verified


class ProblemState(StrEnum):
    """How a problem stands on a day; what needs attention most comes first."""

    OVERDUE = "overdue"
    REOPENED = "reopened"
    UNASSIGNED = "unassigned"
    DUE_SOON = "due-soon"
    OPEN = "open"
    RECTIFIED = "rectified"
    CLEARED = "cleared"


class Age(StrEnum):
    """For how many days a problem that is not cleared has been known: up to 7, 30, 90, or more."""

    WEEK = "7"
    MONTH = "30"
    QUARTER = "90"
    LONGER = "more"


@dataclass(frozen=True, slots=True)
class ProblemStanding:
    """How one problem stands on ``day``, by its events until then.

    ``office`` is the one in charge, empty before the first assignment; ``due`` is the date now in
    force. ``rectified`` and ``verified`` are there while they hold: a reopened problem has neither.
    ``days_open`` runs from the day it was found to its clearance, else to ``day``; ``days_late``
    from the due date to the rectification, else to ``day``. ``is_on_time`` is ``None`` as long as
    the problem is not rectified and its due date has not passed.
    """

    filed: FiledEntry
    day: date
    state: ProblemState
    events: tuple[LedgerEvent, ...]
    found: date
    office: str
    due: date | None
    rectified: Rectified | None
    verified: Verified | None
    times_reopened: int
    days_open: int
    days_late: int
    is_on_time: bool | None

    @property
    def is_cleared(self) -> bool:
        """Whether the problem is struck off, and has not been reopened since."""
        return self.state is ProblemState.CLEARED

    @property
    def age(self) -> Age | None:
        """Return the bucket of a problem that is not cleared."""
        if self.is_cleared:
            return None
        return next((age for age, days in _AGES.items() if self.days_open <= days), Age.LONGER)


_AGES = {Age.WEEK: 7, Age.MONTH: 30, Age.QUARTER: 90}


@dataclass(frozen=True, slots=True)
class LedgerCounts:
    """What a number of problems add up to on one day.

    ``cleared_lastingly`` are those cleared that never had to be reopened; ``judged`` those of which
    it is known whether they were, or could still be, put right in time, ``on_time`` those that were.
    """

    found: int
    states: Mapping[ProblemState, int]
    ages: Mapping[Age, int]
    cleared_lastingly: int
    ever_reopened: int
    judged: int
    on_time: int

    @property
    def cleared(self) -> int:
        """Return how many are struck off."""
        return self.states[ProblemState.CLEARED]

    @property
    def remaining(self) -> int:
        """Return how many are not struck off."""
        return self.found - self.cleared

    @property
    def clearance(self) -> Decimal | None:
        """Return 销号率 as a fraction of one; ``None`` where nothing was found."""
        return _share(self.cleared, self.found)

    @property
    def lasting_clearance(self) -> Decimal | None:
        """Return 一次销号率 as a fraction of one; ``None`` where nothing was found."""
        return _share(self.cleared_lastingly, self.found)

    @property
    def punctuality(self) -> Decimal | None:
        """Return 按期整改率 as a fraction of one; ``None`` where nothing can be judged yet."""
        return _share(self.on_time, self.judged)


def _share(part: int, whole: int) -> Decimal | None:
    return Decimal(part) / Decimal(whole) if whole else None


@dataclass(frozen=True, slots=True)
class OpenCount:
    """How many problems had been found, and how many of them were not cleared, at the end of a day."""

    day: date
    found: int
    remaining: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of one programme: all its standings, or those of one audience, and their sums.

    ``is_whole`` is false where problems are withheld: then shares would be of a selection.
    ``townships`` holds those with problems, in the order of the divisions.
    """

    programme: str
    day: date
    standings: tuple[ProblemStanding, ...]
    counts: LedgerCounts
    townships: Mapping[str, LedgerCounts]
    burn_down: tuple[OpenCount, ...]
    is_whole: bool = True
