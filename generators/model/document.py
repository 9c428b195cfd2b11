"""Written documents: bulletins (通报/简报), cases (典型案例) and free pages, by their front matter."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import Field

from generators.model.record import Place, Record
from generators.model.scalars import Disclosure, Many, Slug


class Review(Record):
    """Which office cleared a document for the public, and when."""

    by: str
    on: datetime.date


class Series(Record):
    """A run of bulletins under one red name; without ``numbered`` its issues carry no numbers."""

    name: str
    issuer: str
    numbered: bool = True
    description: str = ""


class Bulletin(Record):
    """Front matter of ``content/bulletins/<series>/<year>/<number>.md``.

    ``number`` restarts each year, ``total`` never does; both are absent where the original has none.
    """

    series: Slug
    title: str
    issuer: str
    number: int | None = None
    total: int | None = None
    date: datetime.date | None = None
    summary: str = ""
    editor_note: str = ""
    report_to: Many[str] = ()
    send_to: Many[str] = ()
    issue_to: Many[str] = ()
    programmes: Many[Slug] = Field(min_length=1)
    divisions: Many[Slug] = ()
    source: Slug | None = None
    tags: Many[str] = ()
    disclosure: Disclosure = Disclosure.INTERNAL
    reviewed: Review | None = None


class Case(Record):
    """Front matter of ``content/cases/<id>.md``; ``figures`` are shown beside the text."""

    title: str
    programme: Slug
    division: Slug
    summary: str
    figures: Many[Slug] = ()
    date: datetime.date | None = None
    source: Slug | None = None
    tags: Many[str] = ()
    disclosure: Disclosure = Disclosure.INTERNAL
    reviewed: Review | None = None


class FreePage(Record):
    """Front matter of any other page under ``content/``."""

    title: str
    description: str = ""
    disclosure: Disclosure = Disclosure.PUBLIC


FrontMatter = TypeVar("FrontMatter", Bulletin, Case, FreePage)


@dataclass(frozen=True, slots=True)
class Document(Generic[FrontMatter]):
    """A hand-written page: its front matter, and its Markdown with the place where that begins.

    ``id`` is the path below its folder without the suffix: ``series/2018/13`` or ``sunflower``.
    """

    id: str
    front: FrontMatter
    body: str
    place: Place
