"""What prose may tell of a past period: the figures as they stood when it ended, and what is counted of them.

A fact does not change when the next period comes. Only a correction of what had been reported changes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from generators.model.address import Address
from generators.results.figures import Measured, Progress, Status


class FactKind(StrEnum):
    """What a fact is about."""

    VALUE = "value"
    PROGRESS = "progress"
    CHANGE = "change"
    TARGETS = "targets"
    PROBLEMS = "problems"
    COMMITMENTS = "commitments"


KINDS: Final[Mapping[str, FactKind]] = MappingProxyType(
    {
        "value": FactKind.VALUE,
        "progress": FactKind.PROGRESS,
        "attainment": FactKind.PROGRESS,
        "gap": FactKind.PROGRESS,
        "change": FactKind.CHANGE,
        "targets": FactKind.TARGETS,
        "problems": FactKind.PROBLEMS,
        "commitments": FactKind.COMMITMENTS,
    }
)
"""Which kind of fact each function of prose asks for; the others look up what is published anyway."""


@dataclass(frozen=True, slots=True)
class FactRequest:
    """One fact asked for: of which division, about what, in which period (as it is written).

    ``subject`` is the address of an indicator, or the id of a programme, whose targets, problems or
    commitments are counted.
    """

    kind: FactKind
    division: str
    subject: Address
    period: str

    @property
    def programme(self) -> str:
        """Return the id of the programme that the fact belongs to."""
        return self.subject.programme


@dataclass(frozen=True, slots=True)
class ValueFact:
    """A value at the end of the period; of a flow, the sum over the period."""

    measured: Measured


@dataclass(frozen=True, slots=True)
class ProgressFact:
    """The target in force with its progress at the end of the period, ``None`` where none binds anybody."""

    progress: Progress | None


@dataclass(frozen=True, slots=True)
class ChangeFact:
    """A value at the end of the period, and at the end of the one before."""

    before: Measured
    after: Measured

    @property
    def is_comparable(self) -> bool:
        """Whether both are exact numbers of the same places: no hedges, nobody missing below."""
        return all(
            isinstance(each.value, Decimal)
            and each.qualifier is None
            and (each.coverage is None or each.coverage.is_complete)
            for each in (self.before, self.after)
        )


_BEHIND: Final = frozenset({Status.BEHIND, Status.FAR_BEHIND, Status.MISSED})


@dataclass(frozen=True, slots=True)
class TargetsFact:
    """The targets in force of the divisions directly below one, at the end of the period.

    ``before`` is the same target at the end of the period before, ``None`` where another one was in force.
    """

    targets: tuple[tuple[Progress | None, Progress], ...]

    def chosen(self, status: str) -> tuple[Progress, ...]:
        """Return those counted under ``status``, one of ``TARGET_COUNTS``."""
        return tuple(after for before, after in self.targets if _is_counted(before, after, status))


def is_behind(progress: Progress) -> bool:
    """Whether a target is behind its pace, or was missed."""
    return progress.status in _BEHIND


def _is_counted(before: Progress | None, after: Progress, status: str) -> bool:
    match status:
        case "all":
            return after.status is not Status.NOT_APPLICABLE
        case "behind":
            return is_behind(after)
        case "newly-achieved":
            return before is not None and _turned(before, after, Status.ACHIEVED)
        case "newly-behind":
            return before is not None and is_behind(after) and not is_behind(before)
        case "recovered":
            return before is not None and is_behind(before) and after.status is Status.ON_PACE
    return after.status.value == status


def _turned(before: Progress, after: Progress, status: Status) -> bool:
    return after.status is status and before.status is not status


@dataclass(frozen=True, slots=True)
class CountsFact:
    """Counts by their words, and shares (fractions of one) by theirs; a share of nothing is ``None``."""

    counts: Mapping[str, int]
    shares: Mapping[str, Decimal | None]


Fact = ValueFact | ProgressFact | ChangeFact | TargetsFact | CountsFact
"""What is found, by the kind of the request."""
