"""Written documents: bulletins (通报/简报), cases (典型案例) and free pages, by their front matter."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from pydantic import Field

from generators.model.names import (
    DivisionName,
    IndicatorAddress,
    ProgrammeName,
    Prose,
    SeriesName,
    SourceName,
)
from generators.model.record import Place, Record
from generators.model.scalars import Disclosure, TupleOf


class Review(Record):
    """The clearance of a document for the public: by which office, and when."""

    by: str
    on: datetime.date


class Withdrawal(Record):
    """The withdrawal of a document: by which office, when and why; its page stays and is marked."""

    by: str
    on: datetime.date
    reason: str


class Article(Record):
    """The fields common to bulletins and cases, as the government catalogue (公开目录) requires them.

    ``date`` is the date of issue (成文日期), ``published`` the date of publication (发布日期).
    ``superseded_by`` is the id of the document of the same kind that replaces it. A ``reprinted`` document
    was made by another office; the publication deadline does not apply to it.
    """

    title: str
    date: datetime.date | None = None
    published: datetime.date | None = None
    index_number: str = ""
    document_number: str = ""
    subjects: TupleOf[str] = ()
    source: SourceName | None = None
    reprinted: bool = False
    tags: TupleOf[str] = ()
    disclosure: Disclosure = Disclosure.INTERNAL
    reviewed: Review | None = None
    withdrawn: Withdrawal | None = None
    superseded_by: str | None = None


class Bulletin(Article):
    """Front matter of ``content/bulletins/<series>/<year>/<number>.md``.

    ``number`` (第N期) restarts each year, ``total`` (总第M期) never does; a supplement (增刊) has
    ``supplement`` instead. All are ``None`` where the original has no numbers.
    """

    series: SeriesName
    issuer: str
    number: int | None = Field(default=None, ge=1)
    total: int | None = Field(default=None, ge=1)
    supplement: int | None = Field(default=None, ge=1)
    summary: Prose = ""
    editor_note: Prose = ""
    report_to: TupleOf[str] = ()
    send_to: TupleOf[str] = ()
    issue_to: TupleOf[str] = ()
    copies: int | None = Field(default=None, ge=1)
    printed_by: str = ""
    printed_on: datetime.date | None = None
    programmes: TupleOf[ProgrammeName] = Field(min_length=1)
    divisions: TupleOf[DivisionName] = ()


class Case(Article):
    """Front matter of ``content/cases/<id>.md``; ``figures`` are shown beside the text."""

    programme: ProgrammeName
    division: DivisionName
    summary: Prose
    figures: TupleOf[IndicatorAddress] = ()


class FreePage(Record):
    """Front matter of any other page under ``content/``."""

    title: str
    description: str = ""
    disclosure: Disclosure = Disclosure.PUBLIC


def numbers_text(bulletin: Bulletin) -> str:
    """Return 第13期（总第978期）, 增刊第1期, or an empty string for an issue without numbers."""
    if bulletin.supplement is not None:
        return f"增刊第{bulletin.supplement}期"
    total = f"总第{bulletin.total}期" if bulletin.total is not None else ""
    if bulletin.number is None:
        return total
    return f"第{bulletin.number}期（{total}）" if total else f"第{bulletin.number}期"


FrontMatter = TypeVar("FrontMatter", Bulletin, Case, FreePage)


@dataclass(frozen=True, slots=True)
class Document(Generic[FrontMatter]):
    """A hand-written page: its front matter, its Markdown body, and the place at which the body begins.

    ``id`` is the path below the folder of its kind, without suffix: ``series/2018/13`` or ``sunflower``.
    """

    id: str
    front: FrontMatter
    body: str
    place: Place


AnyDocument: TypeAlias = Document[Bulletin] | Document[Case] | Document[FreePage]
"""A hand-written page of any kind."""
