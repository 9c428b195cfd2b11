"""刊物: a run of bulletins under one red name, and what is known of the issues that are not here."""

from __future__ import annotations

from pydantic import Field

from generators.model.record import Record
from generators.model.scalars import Choice, TupleOf


class FirstIssue(Record):
    """The issue with which a series begins here; its earlier ones were printed, and are not kept here."""

    year: int = Field(ge=1)
    number: int = Field(ge=1)
    total: int | None = Field(default=None, ge=1)


class MissingIssues(Record):
    """Issues of one year that were printed and are not here, and why.

    Without ``last`` (``to``) they go on to the year's end, and how many they are is not known.
    """

    year: int = Field(ge=1)
    first: int = Field(default=1, alias="from", ge=1)
    last: int | None = Field(default=None, alias="to", ge=1)
    supplement: bool = False
    reason: str = Field(min_length=1)


class SeriesColumn(Choice):
    """What a series is as a column of the site, which decides how soon it is stale."""

    NEWS = "news"
    NOTICES = "notices"


class Series(Record):
    """A run of bulletins; without ``numbered`` its issues carry no numbers.

    Without ``begins`` the series begins with the first issue that is here. Without ``column`` the
    self-check expects nothing new of it.
    """

    name: str
    issuer: str
    numbered: bool = True
    description: str = ""
    column: SeriesColumn | None = None
    begins: FirstIssue | None = None
    missing: TupleOf[MissingIssues] = ()
