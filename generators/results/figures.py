"""Measured values and the progress of targets: frozen records, unrounded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from generators.languages import Words, marked
from generators.model.address import Address
from generators.model.observation import Observation
from generators.model.period import Period
from generators.model.scalars import Qualifier
from generators.model.target import Target
from generators.results.contributions import NO_CONTRIBUTIONS, Contributions


class Status(StrEnum):
    """The status of a target on the day of measuring."""

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


STATUS_TEXT: Final = MappingProxyType(
    {
        Status.MISSED: marked("逾期未完成"),
        Status.FAR_BEHIND: marked("严重滞后"),
        Status.BEHIND: marked("滞后"),
        Status.ON_PACE: marked("达到序时"),
        Status.ACHIEVED: marked("已完成"),
        Status.NOT_STARTED: marked("未开始"),
        Status.UNREPORTED: marked("未报送"),
        Status.INCOMPUTABLE: marked("无法计算"),
        Status.NOT_APPLICABLE: marked("不适用"),
        Status.NO_TARGET: marked("无目标"),
    }
)
"""All statuses in display order, the most urgent first, with their words."""


class ValueState(StrEnum):
    """Whether there is a value, and why there is none; a missing value is never treated as zero."""

    KNOWN = "known"
    UNREPORTED = "unreported"
    NOT_APPLICABLE = "not-applicable"
    INCOMPUTABLE = "incomputable"


MISSING_TEXT: Final = Words(
    {
        ValueState.UNREPORTED: marked("未报送"),
        ValueState.NOT_APPLICABLE: marked("不适用"),
        ValueState.INCOMPUTABLE: marked("无法计算"),
    }
)
"""The words in place of a value."""


class Origin(StrEnum):
    """The origin of a value: the division's own report, a roll-up of lower divisions, or other indicators."""

    DECLARED = "declared"
    ROLLED_UP = "rolled-up"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the expected values of lower divisions a roll-up is based on."""

    reported: int
    expected: int

    @property
    def is_complete(self) -> bool:
        """Whether no expected value is missing."""
        return self.reported == self.expected

    def __add__(self, other: Coverage) -> Coverage:
        """Return the sum of both coverages."""
        return Coverage(self.reported + other.reported, self.expected + other.expected)


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of one indicator in one division on one day.

    ``value`` is in the indicator's measure, ``None`` unless ``state`` is ``KNOWN``. ``observations`` are the
    reports that it is taken from directly, earliest first; ``coverage`` is only set for a roll-up. ``until``
    is the last day that its reports cover or should cover by now; ``None`` if nothing says so. ``is_stale``
    says that it is, or rests on, a level or ratio older than it may be.

    ``internal`` are all internal records that it rests on, directly or not; ``below`` those that a roll-up of
    the divisions below would rest on, where the division reports a total of its own. ``internal_amount`` is
    the sum of the internal numbers in a sum, or of the internal numerators in a ratio, each without its sign;
    ``internal_rest`` the sum of what these numerators lack of their denominators. If all internal parts are
    alike, ``internal`` are those of one and ``alike`` are those of all, for a sum with others.
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
    until: date | None = None
    is_stale: bool = False
    internal: Contributions = NO_CONTRIBUTIONS
    below: Contributions = NO_CONTRIBUTIONS
    internal_amount: Decimal = Decimal(0)
    internal_rest: Decimal = Decimal(0)
    alike: Contributions = NO_CONTRIBUTIONS

    @property
    def latest(self) -> Observation | None:
        """Return the last of ``observations``; ``None`` if there is none."""
        return self.observations[-1] if self.observations else None


@dataclass(frozen=True, slots=True)
class Flags:
    """What a page notes beside the status of a target.

    ``beyond`` says that the value has gone past a target to be met exactly.
    """

    stale: bool = False
    late_report: bool = False
    overdue_periods: tuple[Period, ...] = ()
    late_achievement: bool = False
    beyond: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a target comes to at the pace so far.

    ``value`` is that on the due day, ``attainment`` as a fraction of one; ``reached`` is the day on which the
    target would be reached, ``None`` if never.
    """

    value: Decimal
    attainment: Decimal
    reached: date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """One target of one division, judged on ``day``: all inputs and results of the formulas.

    ``day`` is the day of measuring, or an earlier one if reports do not reach it and are not overdue.

    ``baseline`` and ``expected`` are in the indicator's measure, ``attainment`` is a fraction of one, ``gap``
    is in percentage points; each is ``None`` if the formula gives no number, as is ``forecast``.
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
    forecast: Forecast | None = None

    @property
    def value(self) -> Decimal | bool | None:
        """Return the measured value, ``None`` if there is none."""
        return self.measured.value


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A value declared by a division that differs from the roll-up of the divisions below it.

    ``internal`` are the internal records that either rests on.
    """

    division: str
    indicator: Address
    declared: Decimal
    rolled_up: Decimal
    coverage: Coverage
    observation: Observation
    internal: Contributions = NO_CONTRIBUTIONS
