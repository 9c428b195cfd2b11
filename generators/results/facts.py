"""Facts: figures and counts of a past period, as of its end, for calls in prose.

A fact does not change when the next period comes; only a correction of a reported value changes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeGuard, assert_never

from generators.model.address import Address
from generators.results.comparisons import Compared
from generators.results.figures import Measured, Progress, Status


class FactKind(StrEnum):
    """The kind of a fact, by what it is about."""

    VALUE = "value"
    PROGRESS = "progress"
    CHANGE = "change"
    COMPARE = "compare"
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
        "compare": FactKind.COMPARE,
        "targets": FactKind.TARGETS,
        "problems": FactKind.PROBLEMS,
        "commitments": FactKind.COMMITMENTS,
    }
)
"""The kind of fact that each function of prose requests; the other functions need none."""


@dataclass(frozen=True, slots=True)
class FactRequest:
    """A request for one fact; ``period`` is the text of the period as written in prose.

    ``subject`` is the address of an indicator, or the id of a programme whose targets, problems or
    commitments are counted. ``by`` is one of ``ComparedBy`` for a comparison, else empty.
    """

    kind: FactKind
    division: str
    subject: Address
    period: str
    by: str = ""

    @property
    def programme(self) -> str:
        """Return the id of the programme that the fact belongs to."""
        return self.subject.programme


@dataclass(frozen=True, slots=True)
class ValueFact:
    """The value at the end of the period; for a flow, the sum over the period."""

    measured: Measured


@dataclass(frozen=True, slots=True)
class ProgressFact:
    """The progress of the target in force at the end of the period; ``None`` if there is no target."""

    progress: Progress | None


@dataclass(frozen=True, slots=True)
class ChangeFact:
    """The values at the end of the period before and of the period itself."""

    before: Measured
    after: Measured

    @property
    def is_comparable(self) -> bool:
        """Whether both are numbers without qualifiers, and no expected value is missing in a roll-up."""
        return all(
            isinstance(each.value, Decimal)
            and each.qualifier is None
            and (each.coverage is None or each.coverage.is_complete)
            for each in (self.before, self.after)
        )


@dataclass(frozen=True, slots=True)
class CompareFact:
    """The value of the period compared with a base period, or summed up since January."""

    compared: Compared


_BEHIND: Final = frozenset({Status.BEHIND, Status.FAR_BEHIND, Status.MISSED})
_UNKNOWN: Final = frozenset({Status.UNREPORTED, Status.INCOMPUTABLE, Status.NOT_APPLICABLE})
"""After these nobody knows how far a target had come, so that no later status is a change."""


@dataclass(frozen=True, slots=True)
class TargetsFact:
    """The targets in force of the divisions directly below a division, as (before, after) pairs.

    ``after`` is the progress at the end of the period, ``before`` that of the same target at the end of the
    period before; ``None`` if another target was in force.
    """

    targets: tuple[tuple[Progress | None, Progress], ...]

    def chosen(self, status: str) -> tuple[Progress, ...]:
        """Return the progress of the targets counted under ``status``, one of ``TARGET_COUNTS``."""
        return tuple(after for before, after in self.targets if _is_counted(before, after, status))


def is_behind(progress: Progress) -> bool:
    """Whether a target is behind its pace, or missed."""
    return progress.status in _BEHIND


def _is_counted(before: Progress | None, after: Progress, status: str) -> bool:
    match status:
        case "all":
            return after.status is not Status.NOT_APPLICABLE
        case "behind":
            return is_behind(after)
        case "newly-achieved":
            is_new = _is_judged(before) and before.status is not Status.ACHIEVED
            return is_new and after.status is Status.ACHIEVED
        case "newly-behind":
            return _is_judged(before) and is_behind(after) and not is_behind(before)
        case "recovered":
            return before is not None and is_behind(before) and after.status is Status.ON_PACE
    return after.status.value == status


def _is_judged(before: Progress | None) -> TypeGuard[Progress]:
    """Whether it is known how far the target had come by the end of the period before."""
    return before is not None and before.status not in _UNKNOWN


@dataclass(frozen=True, slots=True)
class CountsFact:
    """Counts and shares by name; a share is a fraction of one, ``None`` if the whole is 0."""

    counts: Mapping[str, int]
    shares: Mapping[str, Decimal | None]


Fact = ValueFact | ProgressFact | ChangeFact | CompareFact | TargetsFact | CountsFact
"""A fact; ``FactKind`` decides its type."""


def comparison_of(fact: Fact | None) -> Compared | None:
    """Return what a fact compares, ``None`` if it is no comparison."""
    match fact:
        case CompareFact(compared=compared):
            return compared
        case ValueFact() | ProgressFact() | ChangeFact() | TargetsFact() | CountsFact() | None:
            return None
        case never:
            assert_never(never)
