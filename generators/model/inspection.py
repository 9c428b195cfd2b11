"""督查: rounds of inspection with their visits, scores and findings."""

from __future__ import annotations

import datetime

from pydantic import Field

from generators.model.names import DivisionName, Id, InspectionName, ProblemName, ProgrammeName
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, NonEmptyStr, Number, TupleOf
from generators.model.source import Citation


class InspectionKind(Choice):
    """The kind of a round: 定期督查, 明察暗访, or 回头看 (a return to the findings of an earlier round)."""

    SCHEDULED = "scheduled"
    UNANNOUNCED = "unannounced"
    RETURN = "return"


class Visit(Record):
    """The visit of one division on one day; ``score`` is out of 100.

    ``findings`` are ids of problems in the ledger of the township that the division lies in.
    """

    division: DivisionName
    on: datetime.date
    score: Number | None = None
    note: str = ""
    findings: TupleOf[ProblemName] = ()


class Inspection(Record):
    """One round of inspection of a programme; a return names the earlier round in ``returns_to``."""

    id: Id
    programme: ProgrammeName
    name: NonEmptyStr
    kind: InspectionKind
    returns_to: InspectionName | None = None
    start: datetime.date = Field(alias="from")
    end: datetime.date = Field(alias="to")
    teams: int | None = Field(default=None, ge=1)
    visits: TupleOf[Visit] = ()
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.INTERNAL
