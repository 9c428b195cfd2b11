"""What measuring finds: plain frozen records, exact, unrounded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generators.model.address import Address
from generators.model.observation import Observation
from generators.model.period import Period
from generators.model.scalars import Qualifier
from generators.model.target import Target


class Status(StrEnum):
    """Where a target stands on the day of measuring; the Chinese words are in composing."""

    ACHIEVED = "achieved"
    ON_PACE = "on-pace"
    BEHIND = "behind"
    FAR_BEHIND = "far-behind"
    MISSED = "missed"
    NOT_STARTED = "not-started"
    UNREPORTED = "unreported"
    NOT_APPLICABLE = "not-applicable"
    INCOMPUTABLE = "incomputable"
    NO_TARGET = "no-target"


class ValueState(StrEnum):
    """Whether there is a value, and if not, why not; none of these is zero."""

    KNOWN = "known"
    UNREPORTED = "unreported"
    NOT_APPLICABLE = "not-applicable"
    INCOMPUTABLE = "incomputable"


class Origin(StrEnum):
    """Where a value comes from: the division's own report, lower divisions, or other indicators."""

    DECLARED = "declared"
    ROLLED_UP = "rolled-up"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the expected lower values a roll-up rests on."""

    reported: int
    expected: int

    @property
    def is_complete(self) -> bool:
        """Whether no expected value is missing."""
        return self.reported == self.expected

    def __add__(self, other: Coverage) -> Coverage:
        """Return the coverage of both together."""
        return Coverage(self.reported + other.reported, self.expected + other.expected)


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of one indicator in one division on one day.

    ``value`` is in the indicator's measure, ``None`` unless ``state`` is known. ``observations``
    are the reports it rests on directly, earliest first; ``coverage`` belongs to a roll-up.
    """

    state: ValueState
    origin: Origin = Origin.DECLARED
    value: Decimal | bool | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    qualifier: Qualifier | None = None
    observations: tuple[Observation, ...] = ()
    coverage: Coverage | None = None
    corrected: bool = False

    @property
    def latest(self) -> Observation | None:
        """Return the last report the value rests on, if it rests on the division's own."""
        return self.observations[-1] if self.observations else None


@dataclass(frozen=True, slots=True)
class Flags:
    """What is to be said beside the status."""

    late_report: bool = False
    overdue_periods: tuple[Period, ...] = ()
    late_achievement: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """One target of one division on ``day``: every input and result of the formulas.

    ``expected`` is in the indicator's measure, ``attainment`` a fraction of one, ``gap`` in
    percentage points; each is ``None`` where the formula gives no number.
    """

    division: str
    indicator: Address
    target: Target
    day: date
    measured: Measured
    baseline: Decimal | None
    expected: Decimal | None
    attainment: Decimal | None
    gap: Decimal | None
    status: Status
    flags: Flags

    @property
    def value(self) -> Decimal | bool | None:
        """Return the measured value."""
        return self.measured.value


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A division's own figure that differs from the sum of the divisions below it."""

    division: str
    indicator: Address
    declared: Decimal
    rolled_up: Decimal
    coverage: Coverage
    observation: Observation
