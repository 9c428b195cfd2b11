"""奖惩: what follows from a rank, a target's status, overdue problems or a tier, as the rules have it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, TypeAlias, assert_never

from pydantic import Field

from generators.model.alternatives import Alternatives, WrittenAs
from generators.model.bounds import Bound, Places, bound_of, places_of
from generators.model.division import Level
from generators.model.names import OwnIndicator, OwnLadder, OwnScheme, Prose, TierName
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, Number, TupleOf
from generators.model.source import Citation


class ConsequenceKind(Choice):
    """Whether it is given for doing well or for doing badly."""

    REWARD = "reward"
    SANCTION = "sanction"


class Band(Record):
    """One grade of an award: the ranks up to ``first`` that no better band has, and what each is given.

    ``amount`` is in the unit ``measure``, such as 元/人.
    """

    name: str
    first: int
    amount: Number | None = None
    measure: str = ""


class RankTrigger(Record):
    """The ``first`` or the ``last`` so many of every closed period; who ties with the edge is among them."""

    tag: ClassVar[str] = "rank"

    scheme: OwnScheme
    first: int | None = None
    last: int | None = None
    bands: TupleOf[Band] = ()

    @property
    def places(self) -> Places:
        """Return which places fulfil it; raises ``ValueError`` where the checks refuse the trigger."""
        return places_of(self.first, self.last)

    def band_of(self, rank: int) -> Band | None:
        """Return the first band that reaches down to ``rank``, if any does."""
        return next((band for band in self.bands if rank <= band.first), None)


class TriggerStatus(Choice):
    """A target's status that can have consequences; the words are those of the measured status."""

    MISSED = "missed"
    FAR_BEHIND = "far-behind"
    BEHIND = "behind"
    UNREPORTED = "unreported"
    ON_PACE = "on-pace"
    ACHIEVED = "achieved"


class StatusTrigger(Record):
    """A target for ``indicator`` has one of the statuses."""

    tag: ClassVar[str] = "status"

    indicator: OwnIndicator
    statuses: TupleOf[TriggerStatus] = Field(alias="is", min_length=1)


class ProblemsTrigger(Record):
    """At least so many problems in the division, or below it, are overdue."""

    tag: ClassVar[str] = "problems"

    overdue_at_least: int = Field(alias="overdue-at-least")


class TierTrigger(Record):
    """The division stands on ``ladder`` no higher, or no lower, than a tier; one not rated does neither."""

    tag: ClassVar[str] = "tier"

    ladder: OwnLadder
    at_least: TierName | None = Field(default=None, alias="at-least")
    at_most: TierName | None = Field(default=None, alias="at-most")

    @property
    def bound(self) -> Bound[str]:
        """Return which tiers fulfil it; raises ``ValueError`` where the checks refuse the trigger."""
        return bound_of(self.at_least, self.at_most)


Trigger: TypeAlias = RankTrigger | StatusTrigger | ProblemsTrigger | TierTrigger
"""What has to be so."""


class TriggerForm(Alternatives):
    """How a trigger is written: exactly one of the fields."""

    rank: RankTrigger | None = None
    status: StatusTrigger | None = None
    problems: ProblemsTrigger | None = None
    tier: TierTrigger | None = None


class Consequence(Record):
    """What follows for a division of ``level`` when ``when`` is so; its address is ``programme/name``.

    It is in force from the day ``from`` to the day ``to``; without them from the beginning, or until today.
    """

    name: str
    kind: ConsequenceKind
    level: Level
    when: Annotated[Trigger, WrittenAs(TriggerForm)]
    text: Prose = ""
    start: date | None = Field(default=None, alias="from")
    end: date | None = Field(default=None, alias="to")
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.INTERNAL

    def is_in_force(self, day: date) -> bool:
        """Whether the consequence follows from what is so on ``day``, or at the end of a period on it."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    @property
    def rank_trigger(self) -> RankTrigger | None:
        """Return the trigger if it goes by the ranking of closed periods; ``None`` if it goes by a day."""
        match self.when:
            case RankTrigger() as trigger:
                return trigger
            case StatusTrigger() | ProblemsTrigger() | TierTrigger():
                return None
            case never:
                assert_never(never)
