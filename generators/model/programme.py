"""工作: a programme of one division with its framework, indicators, identities and rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from generators.model.consequence import Consequence
from generators.model.indicator import Indicator
from generators.model.ladder import Ladder
from generators.model.names import DivisionName, Id, OwnIndicator, Prose, SourceName
from generators.model.record import Record
from generators.model.scalars import Cadence, Choice, Disclosure, TupleOf
from generators.model.scheme import Scheme
from generators.model.source import Citation
from generators.model.standard import Standard


class FrameworkNode(Record):
    """A node of the programme's framework tree.

    ``declared`` is the number of children that the document states (七方面 → 7); it is checked
    against them and published as a context figure in the unit ``measure``.
    """

    id: Id
    name: str
    label: str = ""
    text: Prose = ""
    declared: int | None = None
    measure: str = "项"
    indicators: TupleOf[OwnIndicator] = ()
    children: TupleOf[FrameworkNode] = ()
    source: Citation | None = None


class Identity(Record):
    """Indicators that must add up (口径核对): the total equals the sum of its parts."""

    total: OwnIndicator
    parts: TupleOf[OwnIndicator] = Field(min_length=1)


class RuleKind(Choice):
    """The subject of a rule."""

    INSPECTION = "inspection"
    REPORTING = "reporting"
    ASSESSMENT = "assessment"
    REWARD = "reward"
    SANCTION = "sanction"
    SUPPORT = "support"


class Rule(Record):
    """One rule of the programme as text; its figures are calls such as ``value(...)``."""

    kind: RuleKind
    text: Prose
    every: Cadence | None = None
    source: Citation | None = None


class ProgrammePeriod(Record):
    """The period of the programme; ``end`` is ``None`` where the documents leave it open."""

    start: date = Field(alias="from")
    end: date | None = Field(default=None, alias="to")


class Extension(Record):
    """The decision of the day ``on`` that a programme goes on until ``end``."""

    end: date = Field(alias="to")
    on: date
    source: Citation | None = None


class Programme(Record):
    """A programme (工作/工程); ``owner`` is the id of the division whose programme it is.

    ``period`` is what was decided at first; ``extensions`` say until when it went on from which day.

    ``observed_until`` is the last day that the programme's data cover; progress is measured on that
    day at the latest. ``headline`` names the indicators whose values for the owner are on the home page.
    """

    id: Id
    name: str
    short_name: str
    owner: DivisionName
    office: str
    summary: Prose
    period: ProgrammePeriod | None = None
    extensions: TupleOf[Extension] = ()
    observed_until: date | None = None
    sources: TupleOf[SourceName] = Field(min_length=1)
    framework: TupleOf[FrameworkNode] = ()
    indicators: dict[Id, Indicator]
    identities: TupleOf[Identity] = ()
    standards: dict[Id, Standard] = Field(default_factory=dict)
    ladders: dict[Id, Ladder] = Field(default_factory=dict)
    rules: TupleOf[Rule] = ()
    schemes: dict[Id, Scheme] = Field(default_factory=dict)
    consequences: dict[Id, Consequence] = Field(default_factory=dict)
    headline: TupleOf[OwnIndicator] = ()
    tags: TupleOf[str] = ()
    disclosure: Disclosure = Disclosure.PUBLIC

    @property
    def whole_period(self) -> ProgrammePeriod | None:
        """Return the period with all extensions; ``None`` where the documents state none."""
        return self.period_on(date.max)

    def period_on(self, day: date) -> ProgrammePeriod | None:
        """Return the period as it was decided by ``day``: without the extensions of later days."""
        ends = [each.end for each in self.extensions if each.on <= day]
        if self.period is None or self.period.end is None or not ends:
            return self.period
        return self.period.model_copy(update={"end": max(self.period.end, *ends)})


def framework_nodes(programme: Programme) -> Iterator[FrameworkNode]:
    """Yield every node of a programme's framework, parents before their children."""

    def walk(nodes: tuple[FrameworkNode, ...]) -> Iterator[FrameworkNode]:
        for node in nodes:
            yield node
            yield from walk(node.children)

    return walk(programme.framework)
