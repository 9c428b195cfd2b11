"""The differences between two days: frozen records, each with the state before and after.

Exchanging ``before`` and ``after`` gives the changes in the opposite direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from generators.model.address import Address
from generators.model.scalars import Amount, Qualifier
from generators.results.figures import Status, ValueState
from generators.results.ledgers import ProblemState
from generators.results.tiers import MoveKind, Rank

_Change = TypeVar("_Change")


class Span(StrEnum):
    """How far back a comparison goes."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class SizeClass(StrEnum):
    """The class of a number's change by its relative size; the thresholds are those of the site."""

    LARGE = "large"
    NOTABLE = "notable"
    SMALL = "small"


class Turn(StrEnum):
    """The direction of a change: for the worse, for the better, or neither."""

    WORSE = "worse"
    OTHER = "other"
    BETTER = "better"


class News(StrEnum):
    """The events of a problem between two days that are reported, the most urgent first."""

    OVERDUE = "overdue"
    REOPENED = "reopened"
    OPENED = "opened"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of one indicator in one division on one day; the default is "nothing reported"."""

    state: ValueState = ValueState.UNREPORTED
    value: Amount | None = None
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that differs between the two days.

    ``size`` is |a − b| ÷ (|a| + |b|): a number above 0, and 1 for a change from or to zero; it is the same
    in both directions. It and ``size_class`` are ``None`` unless both values are numbers.
    """

    division: str
    indicator: Address
    before: Reading
    after: Reading
    size: Decimal | None
    size_class: SizeClass | None


_ASCENDING: Final = (Status.MISSED, Status.FAR_BEHIND, Status.BEHIND, Status.ON_PACE, Status.ACHIEVED)
"""The statuses that can be compared, worst first."""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A target whose status changed; ``start`` to ``is_each`` identify it among several targets."""

    division: str
    indicator: Address
    start: date
    due: date
    value: Amount
    is_each: bool
    before: Status
    after: Status

    @property
    def turn(self) -> Turn:
        """Return whether the status is worse or better than before; a missed target is always worse."""
        if self.after is Status.MISSED:
            return Turn.WORSE
        if self.after is Status.ACHIEVED:
            return Turn.BETTER
        if self.before not in _ASCENDING or self.after not in _ASCENDING:
            return Turn.OTHER
        is_worse = _ASCENDING.index(self.after) < _ASCENDING.index(self.before)
        return Turn.WORSE if is_worse else Turn.BETTER


@dataclass(frozen=True, slots=True)
class RankInPeriod:
    """A division's rank in one period; ``rank`` is ``None`` if it was not ranked in it."""

    period: str
    rank: int | None


@dataclass(frozen=True, slots=True)
class RankChange:
    """A division whose rank in the latest closed period differs."""

    scheme: Address
    division: str
    before: RankInPeriod
    after: RankInPeriod

    @property
    def rise(self) -> int | None:
        """Return by how many ranks it rose, negative if it fell; ``None`` unless ranked in both periods."""
        if self.before.rank is None or self.after.rank is None:
            return None
        return self.before.rank - self.after.rank


@dataclass(frozen=True, slots=True)
class TierChange:
    """A division whose tier on a ladder changed, or that is rated on only one of the days."""

    ladder: Address
    division: str
    kind: MoveKind
    before: Rank
    after: Rank


@dataclass(frozen=True, slots=True)
class ProblemChange:
    """A problem whose state, or number of reopenings, changed.

    A state is ``None`` on a day on which the problem was not found yet.
    """

    programme: str
    address: str
    division: str
    before: ProblemState | None
    after: ProblemState | None
    reopened_before: int
    reopened_after: int

    @property
    def news(self) -> tuple[News, ...]:
        """Return the events to report, in the order of ``News``; other steps give none."""
        is_reopened = self.reopened_after > self.reopened_before
        happened = {
            News.OVERDUE: self.after is ProblemState.OVERDUE
            and (is_reopened or self.before is not ProblemState.OVERDUE),
            News.REOPENED: is_reopened,
            News.OPENED: self.before is None,
            News.CLEARED: self.after is ProblemState.CLEARED
            and (is_reopened or self.before is not ProblemState.CLEARED),
        }
        return tuple(news for news in News if happened[news])


@dataclass(frozen=True, slots=True)
class ReportChange:
    """The overdue periods of an indicator in a division on both days: their names, earliest first."""

    division: str
    indicator: Address
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def newly_overdue(self) -> tuple[str, ...]:
        """Return the periods that became overdue."""
        return tuple(each for each in self.after if each not in self.before)

    @property
    def made_up_for(self) -> tuple[str, ...]:
        """Return the periods that were overdue and have been reported since."""
        return tuple(each for each in self.before if each not in self.after)


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes between ``since`` and ``until``, those of each kind with the most important first."""

    since: date
    until: date
    values: tuple[ValueChange, ...]
    statuses: tuple[StatusChange, ...]
    ranks: tuple[RankChange, ...]
    tiers: tuple[TierChange, ...]
    problems: tuple[ProblemChange, ...]
    reports: tuple[ReportChange, ...]

    def among(self, shown: Changes) -> Changes:
        """Return only those of these changes that ``shown`` contains as well."""
        return Changes(
            self.since,
            self.until,
            values=_common(self.values, shown.values),
            statuses=_common(self.statuses, shown.statuses),
            ranks=_common(self.ranks, shown.ranks),
            tiers=_common(self.tiers, shown.tiers),
            problems=_common(self.problems, shown.problems),
            reports=_common(self.reports, shown.reports),
        )


def _common(these: tuple[_Change, ...], those: tuple[_Change, ...]) -> tuple[_Change, ...]:
    known = frozenset(those)
    return tuple(each for each in these if each in known)
