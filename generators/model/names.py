"""What a text in a record means: plain words, prose with calls, or the name of another record.

The type of a field states it, so that ``walk`` finds all names and all prose without a list of fields.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Annotated, Final

from pydantic import WithJsonSchema

from generators.model.address import Address
from generators.model.scalars import Slug


class Meaning(Enum):
    """What a text means: indicators, schemes, items and ladders are named by address, ``programme/name``.

    ``OWN_…`` is a name within the same programme. A ``str`` without a meaning is ``TEXT``.
    """

    TEXT = auto()
    PROSE = auto()
    ID = auto()
    DIVISION = auto()
    SIBLING = auto()
    PROGRAMME = auto()
    INDICATOR = auto()
    OWN_INDICATOR = auto()
    SOURCE = auto()
    SERIES = auto()
    SCHEME = auto()
    OWN_SCHEME = auto()
    RULE = auto()
    ITEM = auto()
    OWN_STANDARD = auto()
    LADDER = auto()
    OWN_LADDER = auto()
    TIER = auto()
    INSPECTION = auto()
    PROBLEM = auto()


NAMES: Final = frozenset(Meaning) - {Meaning.TEXT, Meaning.PROSE, Meaning.ID}
"""The meanings of names of other records."""

Prose = Annotated[str, Meaning.PROSE]
"""Text that may hold calls of figures and links."""

Id = Annotated[Slug, Meaning.ID, WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"})]
"""The id of the record itself; where it becomes part of an address, reading refuses a ``/``."""

DivisionName = Annotated[Slug, Meaning.DIVISION]
"""The id of a division."""

SiblingName = Annotated[Slug, Meaning.SIBLING]
"""The id of a division, or its key among those of the same folder or file."""

ProgrammeName = Annotated[Slug, Meaning.PROGRAMME]
"""The id of a programme."""

IndicatorAddress = Annotated[Address, Meaning.INDICATOR]
"""``programme/indicator``."""

OwnIndicator = Annotated[Slug, Meaning.OWN_INDICATOR]
"""The name of an indicator of the same programme."""

SourceName = Annotated[Slug, Meaning.SOURCE]
"""The id of a source."""

SeriesName = Annotated[Slug, Meaning.SERIES]
"""The id of a series."""

SchemeAddress = Annotated[Address, Meaning.SCHEME]
"""``programme/scheme``."""

OwnScheme = Annotated[Slug, Meaning.OWN_SCHEME]
"""The name of a scheme of the same programme."""

RuleName = Annotated[Slug, Meaning.RULE]
"""The name of a bonus, deduction or veto of a scheme."""

ItemAddress = Annotated[Slug, Meaning.ITEM]
"""``programme/standard/item``."""

OwnStandard = Annotated[Slug, Meaning.OWN_STANDARD]
"""The name of a standard of the same programme."""

LadderAddress = Annotated[Address, Meaning.LADDER]
"""``programme/ladder``."""

OwnLadder = Annotated[Slug, Meaning.OWN_LADDER]
"""The name of a ladder of the same programme."""

TierName = Annotated[Slug, Meaning.TIER]
"""The id of a tier of the ladder named beside it."""

InspectionName = Annotated[Slug, Meaning.INSPECTION]
"""The id of a round of inspection."""

ProblemName = Annotated[Slug, Meaning.PROBLEM]
"""The id of a problem in the ledger of the place visited, or its whole address."""
