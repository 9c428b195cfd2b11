"""刊物: series of bulletins, with their first issue and declared gaps."""

from __future__ import annotations

from pydantic import Field

from generators.model.record import Record
from generators.model.scalars import Choice, TupleOf


class FirstIssue(Record):
    """The first issue held of a series; earlier ones were printed but are not in the project."""

    year: int = Field(ge=1)
    number: int = Field(ge=1)
    total: int | None = Field(default=None, ge=1)


class MissingIssues(Record):
    """A declared gap: issues of one year that were printed but are not in the project, and why.

    Without ``last`` (``to``) the gap extends to the end of the year, and its size is unknown.
    """

    year: int = Field(ge=1)
    first: int = Field(default=1, alias="from", ge=1)
    last: int | None = Field(default=None, alias="to", ge=1)
    supplement: bool = False
    reason: str = Field(min_length=1)


class SeriesColumn(Choice):
    """The kind of column that a series is, which determines when it counts as stale."""

    NEWS = "news"
    NOTICES = "notices"


class Series(Record):
    """A series of bulletins; its issues have no numbers if ``numbered`` is false.

    Without ``begins`` the series begins with the first issue in the project. Without ``column`` the
    self-check does not check its freshness.
    """

    name: str
    issuer: str
    numbered: bool = True
    description: str = ""
    column: SeriesColumn | None = None
    begins: FirstIssue | None = None
    missing: TupleOf[MissingIssues] = ()
