"""等次: ladders of ordered tiers; a division's tier is decided by rule or by assessment."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import Field

from generators.model.division import Level
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, Number, Slug, TupleOf
from generators.model.source import Citation


class Basis(Choice):
    """What decides the tier of a division: checklists, the value of an indicator, or assessments."""

    CHECKLIST = "checklist"
    THRESHOLD = "threshold"
    ASSESSMENT = "assessment"


class Tier(Record):
    """One tier with its conditions.

    ``standard`` is a checklist to pass. ``at_least`` is a number of items of the ladder's standard,
    or a value of the ladder's indicator. The lowest tier of a ladder decided by rule may have no
    condition: every division on record then reaches it.
    """

    id: Slug
    name: str
    definition: str = ""
    standard: Slug | None = None
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
    standard: Slug | None = None
    indicator: Slug | None = None
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
        return self.by is Basis.ASSESSMENT or (bool(self.tiers) and not self.tiers[0].asks)

    def rank(self, tier: str) -> int | None:
        """Return the index of the tier with this id, 0 for the lowest; ``None`` if there is no such tier."""
        return next((at for at, each in enumerate(self.tiers) if each.id == tier), None)


class Assessment(Record):
    """The assignment of a division to a tier by an office; ``ladder`` is ``programme/ladder``.

    Assessments are append-only; the latest one counts.
    """

    ladder: Slug
    tier: Slug
    on: datetime.date
    by: str
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.PUBLIC


@dataclass(frozen=True, slots=True)
class FiledAssessment:
    """An assessment with the id of the division assessed."""

    division: str
    assessment: Assessment
