"""督查: a round of visits, when and by how many teams; what was visited, how it scored, what was found."""

from __future__ import annotations

import datetime

from pydantic import Field

from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, NonEmptyStr, Number, Slug, TupleOf
from generators.model.source import Citation


class InspectionKind(Choice):
    """定期督查, 明察暗访, or 回头看: looking again at what an earlier round found."""

    SCHEDULED = "scheduled"
    UNANNOUNCED = "unannounced"
    RETURN = "return"


class Visit(Record):
    """One place visited on one day; ``score`` is out of a hundred.

    ``findings`` are ids of problems in the ledger of the township that the place lies in.
    """

    division: Slug
    on: datetime.date
    score: Number | None = None
    note: str = ""
    findings: TupleOf[Slug] = ()


class Inspection(Record):
    """One round of inspection of a programme. A return names the round it returns to."""

    id: Slug
    programme: Slug
    name: NonEmptyStr
    kind: InspectionKind
    returns_to: Slug | None = None
    start: datetime.date = Field(alias="from")
    end: datetime.date = Field(alias="to")
    teams: int | None = Field(default=None, ge=1)
    visits: TupleOf[Visit] = ()
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.INTERNAL
