"""等次: ordered tiers that divisions stand in, reached by rule or by assessment."""

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
    """What decides in which tier a division stands."""

    CHECKLIST = "checklist"
    THRESHOLD = "threshold"
    ASSESSMENT = "assessment"


class Tier(Record):
    """One tier, and what has to be fulfilled for it.

    ``standard`` is a checklist to pass. ``at_least`` is a number of items of the ladder's standard,
    or a value of the ladder's indicator. The lowest tier of a ladder decided by rule may ask for
    nothing: then whoever is on record stands at least there.
    """

    id: Slug
    name: str
    definition: str = ""
    standard: Slug | None = None
    at_least: Number | None = Field(default=None, alias="at-least")

    @property
    def asks(self) -> bool:
        """Whether there is anything to fulfil."""
        return self.standard is not None or self.at_least is not None


class Ladder(Record):
    """Tiers, lowest first, for the divisions of one level. Its address is ``programme/ladder``.

    ``standard`` is the checklist whose items are counted, ``indicator`` what is measured against
    the thresholds; both are of the same programme.
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
        """Return the standards that the ladder rests on, each once, lowest tier first."""
        named = [self.standard, *(tier.standard for tier in self.tiers)]
        return tuple(dict.fromkeys(name for name in named if name is not None))

    @property
    def has_floor(self) -> bool:
        """Whether nobody who is on record can stand below the lowest tier."""
        return self.by is Basis.ASSESSMENT or (bool(self.tiers) and not self.tiers[0].asks)

    def rank(self, tier: str) -> int | None:
        """Return the place of a tier counted from the lowest, 0; ``None`` when there is no such tier."""
        return next((at for at, each in enumerate(self.tiers) if each.id == tier), None)


class Assessment(Record):
    """An office found that a division stands in a tier; ``ladder`` is ``programme/ladder``.

    Assessments are only ever added: the latest one counts.
    """

    ladder: Slug
    tier: Slug
    on: datetime.date
    by: str
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.PUBLIC


@dataclass(frozen=True, slots=True)
class FiledAssessment:
    """An assessment together with the division that was assessed."""

    division: str
    assessment: Assessment
