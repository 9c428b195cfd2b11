"""Bulletins and cases in lists, and the selection of those about a programme or a division."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generators.composing.documents.validity import bulletin_validity, case_validity
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.page import Article as ArticleFacts
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.languages import gettext
from generators.model.document import Article, Bulletin, Case, Document, FrontMatter, numbers_text
from generators.model.visibility import is_public


@dataclass(frozen=True, slots=True)
class BulletinItem:
    """A bulletin in a list; ``validity`` is empty if it is in force."""

    title: str
    href: str
    series: str
    numbers: str
    date: str
    summary: str
    programmes: tuple[Link, ...]
    is_internal: bool
    validity: str = ""


@dataclass(frozen=True, slots=True)
class CaseItem:
    """A case in a list; ``validity`` is empty if it is in force."""

    title: str
    href: str
    summary: str
    division: Link
    programme: Link
    tags: tuple[str, ...]
    is_internal: bool
    validity: str = ""


def published_on(front: Article) -> date | None:
    """Return the day of publication, else the document's date, else the day of its review, else ``None``."""
    return front.published or front.date or (front.reviewed.on if front.reviewed is not None else None)


def changed_on(front: Article, as_of: date) -> date | None:
    """Return the day of the document's withdrawal by ``as_of``, else ``published_on``."""
    if front.withdrawn is not None and front.withdrawn.on <= as_of:
        return front.withdrawn.on
    return published_on(front)


def article_facts(front: Article, issuer: str, as_of: date) -> ArticleFacts:
    """Return the metadata of a bulletin or case on ``as_of``."""
    keywords = tuple(dict.fromkeys((*front.subjects, *front.tags)))
    return ArticleFacts(published_on(front), changed_on(front, as_of), issuer, keywords)


def content_path(document: Document[FrontMatter]) -> str:
    """Return the path of the document's file below ``content/``."""
    return document.place.file.removeprefix("content/")


def bulletin_item(parts: Parts, document: Document[Bulletin]) -> BulletinItem:
    """Return the list item of a bulletin."""
    front = document.front
    series = parts.publication.series.get(front.series)
    return BulletinItem(
        title=front.title,
        href=urls.bulletin(document.id),
        series=series.name if series is not None else front.series,
        numbers=numbers_text(front),
        date=day_text(front.date) if front.date is not None else gettext("日期原件未注明"),
        summary=front.summary,
        programmes=tuple(
            parts.programme_link(name) for name in front.programmes if name in parts.publication.programmes
        ),
        is_internal=not is_public(front),
        validity=bulletin_validity(parts.publication, document).mark,
    )


def case_item(parts: Parts, document: Document[Case]) -> CaseItem:
    """Return the list item of a case."""
    front = document.front
    return CaseItem(
        title=front.title,
        href=urls.case(document.id),
        summary=front.summary,
        division=parts.division_link(front.division),
        programme=parts.programme_link(front.programme)
        if front.programme in parts.publication.programmes
        else Link(""),
        tags=front.tags,
        is_internal=not is_public(front),
        validity=case_validity(parts.publication, document).mark,
    )


def newest_first(documents: Iterable[Document[Bulletin]]) -> list[Document[Bulletin]]:
    """Return bulletins latest first, then by id in descending order; undated ones come last."""
    return sorted(documents, key=lambda each: (each.front.date or date.min, each.id), reverse=True)


def bulletins_about(
    publication: Publication, *, programme: str | None = None, division: str | None = None
) -> list[Document[Bulletin]]:
    """Return the bulletins about a programme, or about a division or its programmes, latest first."""
    if division is not None:
        return newest_first(publication.bulletins_by_division.get(division, ()))
    return newest_first(each for each in publication.bulletins if programme in each.front.programmes)


def cases_about(
    publication: Publication, *, programme: str | None = None, division: str | None = None
) -> Sequence[Document[Case]]:
    """Return the cases of ``programme``, or of ``division`` and all divisions below it."""
    if division is not None:
        return publication.cases_by_division.get(division, ())
    return [case for case in publication.cases if case.front.programme == programme]
