"""目标: a value to reach by a date, for one division or for each of a level below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import Field

from generators.model.division import Level
from generators.model.record import Record
from generators.model.scalars import Amount, Disclosure, KeyDate, Number, Qualifier, Slug
from generators.model.source import Citation


class Target(Record):
    """A target of a division for an indicator.

    ``each`` sets the same target for every division of that level below. ``milestones`` give the
    expected value on dates between ``from`` and ``by``. ``deadline`` is the wording of the document
    where that is vaguer than a date (3年左右).
    """

    indicator: Slug
    value: Amount
    start: date = Field(alias="from")
    due: date = Field(alias="by")
    qualifier: Qualifier | None = None
    measure: str | None = None
    baseline: Number | None = None
    milestones: dict[KeyDate, Number] = Field(default_factory=dict)
    each: Level | None = None
    deadline: str = ""
    note: str = ""
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.PUBLIC


@dataclass(frozen=True, slots=True)
class FiledTarget:
    """A target with the id of the division that filed it."""

    division: str
    target: Target
