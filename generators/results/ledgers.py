"""The measured problem ledger: the standing of each problem, and their counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generators.model.ledger import FiledEntry, LedgerEvent, Rectified, Verified


class ProblemState(StrEnum):
    """The state of a problem on a day, the most urgent first."""

    OVERDUE = "overdue"
    REOPENED = "reopened"
    UNASSIGNED = "unassigned"
    DUE_SOON = "due-soon"
    OPEN = "open"
    RECTIFIED = "rectified"
    CLEARED = "cleared"


class Age(StrEnum):
    """The age of a problem that is not cleared, in days since it was found: up to 7, 30, 90, or more."""

    WEEK = "7"
    MONTH = "30"
    QUARTER = "90"
    LONGER = "more"


@dataclass(frozen=True, slots=True)
class ProblemStanding:
    """The standing of one problem on ``day``, from its events until then.

    ``office`` is the office in charge, empty before the first assignment; ``due`` is the due date in force.
    ``rectified`` and ``verified`` are ``None`` for a reopened problem. ``days_open`` is counted from the day
    it was found to its clearance, or to ``day``; ``days_late`` from the due date to the rectification, or to
    ``day``. ``is_on_time`` says whether every round of rectification was in time; ``None`` if none was late
    yet and the last is not over.
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
        """Whether the problem is cleared (销号) and not reopened since."""
        return self.state is ProblemState.CLEARED

    @property
    def age(self) -> Age | None:
        """Return the age class; ``None`` for a cleared problem."""
        if self.is_cleared:
            return None
        return next((age for age, days in _AGES.items() if self.days_open <= days), Age.LONGER)


_AGES = {Age.WEEK: 7, Age.MONTH: 30, Age.QUARTER: 90}


@dataclass(frozen=True, slots=True)
class LedgerCounts:
    """Counts of a set of problems on one day.

    ``cleared_lastingly`` counts the cleared problems that were never reopened; ``judged`` those whose
    ``is_on_time`` is known, ``on_time`` those of them that were rectified in time.
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
        """Return the number of cleared problems."""
        return self.states[ProblemState.CLEARED]

    @property
    def remaining(self) -> int:
        """Return the number of problems that are not cleared."""
        return self.found - self.cleared

    @property
    def clearance(self) -> Decimal | None:
        """Return 销号率 as a fraction of one; ``None`` if there are no problems."""
        return _share(self.cleared, self.found)

    @property
    def lasting_clearance(self) -> Decimal | None:
        """Return 一次销号率 as a fraction of one; ``None`` if there are no problems."""
        return _share(self.cleared_lastingly, self.found)

    @property
    def punctuality(self) -> Decimal | None:
        """Return 按期整改率 as a fraction of one; ``None`` if ``judged`` is 0."""
        return _share(self.on_time, self.judged)


def _share(part: int, whole: int) -> Decimal | None:
    return Decimal(part) / Decimal(whole) if whole else None


@dataclass(frozen=True, slots=True)
class OpenCount:
    """The numbers of problems found so far, and not cleared, at the end of a day."""

    day: date
    found: int
    remaining: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The problems of one programme, all or those that an audience sees, with their counts.

    ``is_whole`` is false if problems are withheld: shares would then describe a selection.
    ``townships`` maps each township with problems to its counts, in the order of the divisions.
    """

    programme: str
    day: date
    standings: tuple[ProblemStanding, ...]
    counts: LedgerCounts
    townships: Mapping[str, LedgerCounts]
    burn_down: tuple[OpenCount, ...]
    is_whole: bool = True
