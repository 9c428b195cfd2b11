"""指标: what is counted, in which unit, of which kind, with its definition (口径)."""

from __future__ import annotations

from pydantic import Field

from generators.model.computed import Computed
from generators.model.division import Level
from generators.model.record import Record
from generators.model.scalars import Cadence, Choice, Disclosure, Number, Slug


class IndicatorKind(Choice):
    """How reports of an indicator combine over time."""

    CUMULATIVE = "cumulative"
    FLOW = "flow"
    LEVEL = "level"
    RATIO = "ratio"
    FLAG = "flag"


class Goal(Choice):
    """On which side of the target a value is good."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    EXACTLY = "exactly"


class Rollup(Choice):
    """How values of lower divisions make a higher one's."""

    SUM = "sum"
    RATIO = "ratio"
    COUNT_WHERE = "count-where"
    LATEST = "latest"
    NONE = "none"


class Role(Choice):
    """Whether a reported figure is something achieved, or a fact that others are read against."""

    ACHIEVEMENT = "achievement"
    CONTEXT = "context"


class RatioParts(Record):
    """The two indicators of the same programme whose quotient a derived ratio is."""

    numerator: Slug
    denominator: Slug


class Condition(Record):
    """Which divisions a ``count-where`` indicator counts: those whose ``indicator`` meets a bound.

    Without a bound the counted indicator is a flag, and true is counted.
    """

    indicator: Slug
    level: Level = Level.VILLAGE
    at_least: Number | None = Field(default=None, alias="at-least")
    at_most: Number | None = Field(default=None, alias="at-most")


class Indicator(Record):
    """One thing that is counted. Its address is ``programme/indicator``."""

    name: str
    measure: str
    kind: IndicatorKind
    goal: Goal = Goal.AT_LEAST
    rollup: Rollup = Rollup.NONE
    role: Role = Role.ACHIEVEMENT
    cadence: Cadence | None = None
    definition: str = ""
    derived: RatioParts | None = None
    where: Condition | None = None
    computed: Computed | None = None
    disclosure: Disclosure = Disclosure.PUBLIC
