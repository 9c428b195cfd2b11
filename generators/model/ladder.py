"""等次: ladders of ordered tiers; a division's tier is decided by rule or by assessment."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias, assert_never

from pydantic import Field

from generators.model.division import Level
from generators.model.names import Id, LadderAddress, OwnIndicator, OwnStandard, TierName
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, Number, TupleOf
from generators.model.source import Citation


class Basis(Choice):
    """What decides the tier of a division: checklists, the value of an indicator, or assessments."""

    CHECKLIST = "checklist"
    THRESHOLD = "threshold"
    ASSESSMENT = "assessment"

    @property
    def is_assessed(self) -> bool:
        """Whether an office decides, and no rule."""
        match self:
            case Basis.ASSESSMENT:
                return True
            case Basis.CHECKLIST | Basis.THRESHOLD:
                return False
            case never:
                assert_never(never)


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A tier that asks for nothing but that anything is on record."""


@dataclass(frozen=True, slots=True)
class StandardPassed:
    """A tier for which a standard has to be passed."""

    standard: str


@dataclass(frozen=True, slots=True)
class ItemsInPlace:
    """A tier for which so many items of a standard have to be in place."""

    standard: str
    at_least: Decimal


ChecklistCriterion: TypeAlias = OnRecord | StandardPassed | ItemsInPlace
"""What a tier takes on a ladder that goes by checklists."""


@dataclass(frozen=True, slots=True)
class ByChecklist:
    """``criteria`` says what each tier takes, lowest first; what lower tiers take has to be fulfilled too."""

    standards: tuple[str, ...]
    criteria: tuple[ChecklistCriterion, ...]


@dataclass(frozen=True, slots=True)
class ByThreshold:
    """``thresholds`` are the values of ``indicator`` that each tier takes, ``None`` where any will do."""

    indicator: str
    thresholds: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class ByAssessment:
    """An office decides."""


LadderRule: TypeAlias = ByChecklist | ByThreshold | ByAssessment
"""By what a ladder places a division, and what each of its tiers takes."""


class Tier(Record):
    """One tier with its conditions.

    ``standard`` is a checklist to pass. ``at_least`` is a number of items of the ladder's standard,
    or a value of the ladder's indicator. The lowest tier of a ladder decided by rule may have no
    condition: every division on record then reaches it.
    """

    id: Id
    name: str
    definition: str = ""
    standard: OwnStandard | None = None
    at_least: Number | None = Field(default=None, alias="at-least")

    @property
    def asks(self) -> bool:
        """Whether the tier has a condition."""
        return self.standard is not None or self.at_least is not None


class Ladder(Record):
    """Tiers, lowest first, for the divisions of one level. Its address is ``programme/ladder``.

    ``standard`` is the checklist whose items are counted, ``indicator`` the one compared with the
    thresholds; both belong to the same programme.
    """

    name: str
    level: Level = Level.VILLAGE
    by: Basis
    definition: str = ""
    standard: OwnStandard | None = None
    indicator: OwnIndicator | None = None
    tiers: TupleOf[Tier]
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.PUBLIC

    @property
    def standards(self) -> Sequence[str]:
        """Return the ids of the standards that the ladder uses, each once, its own first, then by tier."""
        named = [self.standard, *(tier.standard for tier in self.tiers)]
        return tuple(dict.fromkeys(name for name in named if name is not None))

    @property
    def has_floor(self) -> bool:
        """Whether nobody who is on record can stand below the lowest tier."""
        return self.by.is_assessed or (bool(self.tiers) and not self.tiers[0].asks)

    @cached_property
    def rule(self) -> LadderRule:
        """Return by what the ladder places a division.

        Raises ``ValueError`` for one that does not say what it counts or measures; the checks refuse it.
        """
        match self.by:
            case Basis.CHECKLIST:
                return ByChecklist(tuple(self.standards), tuple(map(self._criterion, self.tiers)))
            case Basis.THRESHOLD:
                if self.indicator is None:
                    raise ValueError(f"{self.name} names no indicator")
                return ByThreshold(self.indicator, tuple(tier.at_least for tier in self.tiers))
            case Basis.ASSESSMENT:
                return ByAssessment()
            case never:
                assert_never(never)

    def _criterion(self, tier: Tier) -> ChecklistCriterion:
        if tier.standard is not None:
            return StandardPassed(tier.standard)
        if tier.at_least is None:
            return OnRecord()
        if self.standard is None:
            raise ValueError(f"{self.name} names no standard")
        return ItemsInPlace(self.standard, tier.at_least)

    def rank(self, tier: str) -> int | None:
        """Return the index of the tier with this id, 0 for the lowest; ``None`` if there is no such tier."""
        return next((at for at, each in enumerate(self.tiers) if each.id == tier), None)


class Assessment(Record):
    """The assignment of a division to a tier by an office; ``ladder`` is ``programme/ladder``.

    Assessments are append-only; the latest one counts.
    """

    ladder: LadderAddress
    tier: TierName
    on: datetime.date
    by: str
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.PUBLIC


@dataclass(frozen=True, slots=True)
class FiledAssessment:
    """An assessment with the id of the division assessed."""

    division: str
    assessment: Assessment
