"""指标: an indicator with its unit, kind and definition (口径)."""

from __future__ import annotations

from typing import Annotated, assert_never

from pydantic import Field

from generators.model.alternatives import WrittenAs
from generators.model.comparison import Comparison, Restart
from generators.model.computed import (
    CommitmentShare,
    Computed,
    ComputedForm,
    InspectionFigure,
    PopulationShare,
    ProblemShare,
)
from generators.model.division import Level
from generators.model.names import OwnIndicator
from generators.model.record import Record
from generators.model.scalars import Cadence, Choice, Disclosure, NonEmptyStr, Number, TupleOf


class IndicatorKind(Choice):
    """How reports of an indicator combine over time."""

    CUMULATIVE = "cumulative"
    FLOW = "flow"
    LEVEL = "level"
    RATIO = "ratio"
    FLAG = "flag"

    @property
    def is_flag(self) -> bool:
        """Whether a value is yes or no instead of a number."""
        match self:
            case IndicatorKind.FLAG:
                return True
            case IndicatorKind.CUMULATIVE | IndicatorKind.FLOW | IndicatorKind.LEVEL | IndicatorKind.RATIO:
                return False
            case never:
                assert_never(never)

    @property
    def is_ratio(self) -> bool:
        """Whether a value is a quotient, which a report may give by its parts."""
        match self:
            case IndicatorKind.RATIO:
                return True
            case IndicatorKind.CUMULATIVE | IndicatorKind.FLOW | IndicatorKind.LEVEL | IndicatorKind.FLAG:
                return False
            case never:
                assert_never(never)

    @property
    def is_summed(self) -> bool:
        """Whether a report is of its period alone, so that the value is the sum over several."""
        match self:
            case IndicatorKind.FLOW:
                return True
            case IndicatorKind.CUMULATIVE | IndicatorKind.LEVEL | IndicatorKind.RATIO | IndicatorKind.FLAG:
                return False
            case never:
                assert_never(never)

    @property
    def can_be_stale(self) -> bool:
        """Whether a value is that of a day, so that it says less the longer ago that was."""
        match self:
            case IndicatorKind.LEVEL | IndicatorKind.RATIO:
                return True
            case IndicatorKind.CUMULATIVE | IndicatorKind.FLOW | IndicatorKind.FLAG:
                return False
            case never:
                assert_never(never)

    @property
    def counts_from_zero(self) -> bool:
        """Whether a value starts from zero and only grows."""
        match self:
            case IndicatorKind.CUMULATIVE | IndicatorKind.FLOW:
                return True
            case IndicatorKind.LEVEL | IndicatorKind.RATIO | IndicatorKind.FLAG:
                return False
            case never:
                assert_never(never)


class Goal(Choice):
    """The direction of a target: at least, at most, or exactly its value."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    EXACTLY = "exactly"


class Rollup(Choice):
    """How the value of a division is computed from those of the divisions below it."""

    SUM = "sum"
    RATIO = "ratio"
    COUNT_WHERE = "count-where"
    LATEST = "latest"
    NONE = "none"


class Role(Choice):
    """Whether an indicator measures an achievement or gives context for others."""

    ACHIEVEMENT = "achievement"
    CONTEXT = "context"


class RatioParts(Record):
    """The two indicators of the same programme of which a derived ratio is the quotient."""

    numerator: OwnIndicator
    denominator: OwnIndicator


class Condition(Record):
    """Which divisions a ``count-where`` indicator counts: those whose ``indicator`` is within the bounds.

    Without bounds ``indicator`` is a flag, and divisions with true are counted.
    """

    indicator: OwnIndicator
    level: Level = Level.VILLAGE
    at_least: Number | None = Field(default=None, alias="at-least")
    at_most: Number | None = Field(default=None, alias="at-most")


class Release(Record):
    """An editor's decision that what an indicator adds up of internal records may be public."""

    reason: NonEmptyStr


class Indicator(Record):
    """An indicator; ``measure`` is its unit. Its address is ``programme/indicator``.

    A level or ratio is stale (陈旧) when it is older than ``stale_after_days``, else than its cadence.
    With ``release`` its aggregates over internal records are public where no record can be computed from
    them; without it they are internal. A cumulative indicator that ``restarts`` counts from zero again in
    January. ``comparisons`` are columns beside its values.
    """

    name: str
    measure: str
    kind: IndicatorKind
    goal: Goal = Goal.AT_LEAST
    rollup: Rollup = Rollup.NONE
    role: Role = Role.ACHIEVEMENT
    cadence: Cadence | None = None
    restarts: Restart | None = None
    comparisons: TupleOf[Comparison] = ()
    stale_after_days: Annotated[int, Field(ge=1, le=3660)] | None = None
    definition: str = ""
    derived: RatioParts | None = None
    where: Condition | None = None
    computed: Annotated[Computed, WrittenAs(ComputedForm)] | None = None
    disclosure: Disclosure = Disclosure.PUBLIC
    release: Release | None = None

    @property
    def population(self) -> PopulationShare | None:
        """Return what the value is computed from if that is a ladder's tiers."""
        match self.computed:
            case PopulationShare() as population:
                return population
            case ProblemShare() | CommitmentShare() | InspectionFigure() | None:
                return None
            case never:
                assert_never(never)
