"""考核办法: schemes by which the divisions of one level are scored and ranked in every period."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, ClassVar, Final, TypeAlias, assert_never

from pydantic import ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generators.model.alternatives import Alternatives, WrittenAs
from generators.model.bounds import Bound, bound_of
from generators.model.comparison import ComparedBy
from generators.model.division import DivisionKind, Level
from generators.model.names import DivisionName, Id, OwnIndicator
from generators.model.period import Period, PeriodField
from generators.model.record import Record
from generators.model.scalars import Cadence, Choice, Disclosure, Number, TupleOf
from generators.model.source import Citation

_WHOLE: Final = 1


def _exact_share(value: object) -> Fraction:
    """Return ``0.6`` or ``2/3`` as an exact fraction; raises E203 for anything not from 0 to 1."""
    if isinstance(value, str | int | Decimal | Fraction) and not isinstance(value, bool):
        try:
            share = Fraction(str(value))
        except (ValueError, ZeroDivisionError):
            share = Fraction(-1)
        if 0 <= share <= _WHOLE:
            return share
    raise PydanticCustomError("E203", "应为 0 到 1 之间的数或分数，如 2/3", {})


Share = Annotated[
    Fraction,
    PlainValidator(_exact_share),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": "^[0-9]+/[0-9]*[1-9][0-9]*$"},
            ]
        }
    ),
]
"""A fraction from 0 to 1, written as a decimal or as a quotient."""


class MissingPolicy(Choice):
    """What to do with a component for which a division has no value."""

    REWEIGHT = "reweight"
    ZERO = "zero"
    UNRANKED = "unranked"


class VetoEffect(Choice):
    """The effect of a veto (一票否决) on the rank; it never changes the score."""

    UNRANKED = "unranked"
    LAST = "last"
    LISTED = "listed"


class Attainment(Record):
    """Score by the attainment of the target in force, in per cent, at least ``floor`` and at most ``cap``."""

    tag: ClassVar[str] = "attainment"

    floor: Number = Decimal(0)
    cap: Number | None = None


class Goalposts(Record):
    """Score linearly from 0 at ``low`` to 100 at ``high``; ``low`` may be greater than ``high``."""

    tag: ClassVar[str] = "goalposts"

    low: Number
    high: Number


class ScoreStep(Record):
    """The score of every value on one side of a bound."""

    at_least: Number | None = Field(default=None, alias="at-least")
    at_most: Number | None = Field(default=None, alias="at-most")
    score: Number

    @property
    def bound(self) -> Bound[Decimal]:
        """Return which values have the score; raises ``ValueError`` where the checks refuse the step."""
        return bound_of(self.at_least, self.at_most)


class Steps(Record):
    """Scores by bounds, strictest first: the first step that fits counts."""

    tag: ClassVar[str] = "steps"

    steps: TupleOf[ScoreStep]


Normalisation: TypeAlias = Attainment | Goalposts | Steps
"""How a value becomes a score of about 0 to 100."""


class NormalisationForm(Alternatives):
    """How a normalisation is written: exactly one of the fields; YAML has the steps as a bare list."""

    attainment: Attainment | None = None
    goalposts: Goalposts | None = None
    steps: TupleOf[ScoreStep] = ()

    @property
    def value(self) -> Normalisation:
        """Return what the one field holds."""
        return self.attainment or self.goalposts or Steps(steps=self.steps)


class ScoredBy(Choice):
    """What of an indicator a component scores.

    It is the value, its gap to the pace of the target in percentage points, its year to date, its growth in
    per cent, or by how much it has changed since the period before or the same period of last year.
    """

    VALUE = "value"
    GAP = "gap"
    YEAR_TO_DATE = "year-to-date"
    YEAR_ON_YEAR = "year-on-year"
    PERIOD_ON_PERIOD = "period-on-period"
    CUMULATIVE_GROWTH = "cumulative-growth"
    IMPROVEMENT = "improvement"
    IMPROVEMENT_ON_YEAR = "improvement-on-year"

    @property
    def compared_by(self) -> ComparedBy | None:
        """Return the comparison that it is taken from; ``None`` for the value and the gap."""
        match self:
            case ScoredBy.VALUE | ScoredBy.GAP:
                return None
            case ScoredBy.IMPROVEMENT:
                return ComparedBy.PERIOD_ON_PERIOD
            case ScoredBy.IMPROVEMENT_ON_YEAR:
                return ComparedBy.YEAR_ON_YEAR
            case (
                ScoredBy.YEAR_TO_DATE
                | ScoredBy.YEAR_ON_YEAR
                | ScoredBy.PERIOD_ON_PERIOD
                | ScoredBy.CUMULATIVE_GROWTH
            ):
                return ComparedBy(self.value)
            case never:
                assert_never(never)


class Component(Record):
    """A component of the score: ``by`` says what it scores of an ``indicator`` of the scheme's programme."""

    name: str
    weight: Number
    indicator: OwnIndicator
    by: ScoredBy = ScoredBy.VALUE
    normalise: Annotated[Normalisation, WrittenAs(NormalisationForm)]


class PointsRule(Record):
    """A bonus or deduction: points per case, and at most how many count in one period (``cap``)."""

    name: str
    points: Number
    cap: Number | None = None


class VetoRule(Record):
    """A veto and its effect."""

    name: str
    effect: VetoEffect


class RedList(Record):
    """红榜: the ``first`` n divisions of every period are commended."""

    first: int


class FastestList(Record):
    """进步最快: the ``first`` n divisions whose score has risen most since the period before."""

    first: int


class BlackList(Record):
    """黑榜: the ``last`` n divisions of every period are named; internal unless declared public."""

    last: int
    disclosure: Disclosure = Disclosure.INTERNAL


class SchemeVersion(Record):
    """A version of the scheme, in force from the period ``from`` until the next version begins.

    ``total`` is the sum that the weights must have. ``coverage`` is the share of weight below which a
    division is not ranked, ``precision`` the number of decimals to which scores are rounded before ranking.
    Equal scores are ranked by the component scores that ``tie_breaks`` names, one after the other.
    """

    start: PeriodField = Field(alias="from")
    precision: Annotated[int, Field(ge=0, le=6)] = 2
    coverage: Share = Fraction(2, 3)
    missing: MissingPolicy
    components: dict[Id, Component] = Field(min_length=1)
    total: Number | None = None
    bonuses: dict[Id, PointsRule] = Field(default_factory=dict)
    deductions: dict[Id, PointsRule] = Field(default_factory=dict)
    bonus_cap: Number | None = None
    deduction_cap: Number | None = None
    vetoes: dict[Id, VetoRule] = Field(default_factory=dict)
    red_list: RedList | None = None
    black_list: BlackList | None = None
    fastest_list: FastestList | None = None
    tie_breaks: TupleOf[Id] = ()
    note: str = ""
    source: Citation | None = None


class Group(Record):
    """A group of divisions that are also ranked among themselves, such as 镇, 乡 or 街道.

    It consists either of all divisions of some kinds, or of those listed.
    """

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["kinds"]}, {"required": ["divisions"]}]}
    )

    name: str
    kinds: TupleOf[DivisionKind] = ()
    divisions: TupleOf[DivisionName] = ()

    @model_validator(mode="after")
    def _say_one_thing(self) -> Group:
        if bool(self.kinds) is bool(self.divisions):
            raise PydanticCustomError("E210", "kinds、divisions 须写且只写一种", {})
        return self


class Scheme(Record):
    """A scheme: scores the divisions of ``level`` below the programme's owner in each period of ``every``.

    A period is closed ``closes_after_days`` after its end; later reports do not count for it. The
    address of a scheme is ``programme/scheme``.
    """

    name: str
    level: Level
    every: Cadence
    closes_after_days: Annotated[int, Field(ge=0, le=366)]
    groups: dict[Id, Group] = Field(default_factory=dict)
    versions: TupleOf[SchemeVersion] = Field(min_length=1)
    note: str = ""
    disclosure: Disclosure = Disclosure.INTERNAL

    def version_of(self, period: Period) -> SchemeVersion | None:
        """Return the version in force for ``period``; ``None`` for a period before the first."""
        in_force = [each for each in self.versions if each.start.sort_key <= period.sort_key]
        return max(in_force, key=lambda each: each.start.sort_key, default=None)
