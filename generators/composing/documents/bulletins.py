"""Pages of bulletins: the archive by series and year, and each bulletin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.documents.document_head import Catalogue, catalogue_of
from generators.composing.documents.documents import (
    BulletinItem,
    article_facts,
    bulletin_item,
    content_path,
    newest_first,
)
from generators.composing.documents.feeds import bulletin_news
from generators.composing.documents.imprints import Imprint, imprint_of
from generators.composing.documents.related import RelatedBulletins
from generators.composing.documents.tags import SECTION as TAGS
from generators.composing.documents.tags import tag_links
from generators.composing.documents.validity import ValidityView, bulletin_validity
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import HomeCount, MenuEntry, Section, SectionType
from generators.composing.kit.views import Link, ProseView
from generators.languages import gettext, marked
from generators.model.document import Bulletin, Document, numbers_text
from generators.model.grouping import grouped
from generators.model.visibility import is_public


@dataclass(frozen=True, slots=True)
class YearView:
    """The issues of one year, latest first; ``anchor`` is the year's number, or ``undated``."""

    label: str
    anchor: str
    count: int
    items: tuple[BulletinItem, ...]


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series with its issues by year, latest first; ``anchor`` is its id."""

    name: str
    href: str
    issuer: str
    description: str
    anchor: str
    count: int
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The archive of all series; ``tags`` links to the page of tags, if there are any."""

    series: tuple[SeriesView, ...]
    tags: Link


@dataclass(frozen=True, slots=True)
class BulletinView:
    """The page of a bulletin; ``body`` is unrendered Markdown, ``files`` are its PDF and Word files."""

    series: Link
    numbers: str
    issuer: str
    date: str
    editor_note: str
    title: str
    body: str
    imprint: Imprint
    files: tuple[Link, ...]
    programmes: tuple[Link, ...]
    divisions: tuple[Link, ...]
    source: Link
    reviewed: str
    is_internal: bool
    earlier: Link
    later: Link
    related: tuple[BulletinItem, ...]
    tags: tuple[Link, ...]
    validity: ValidityView
    catalogue: Catalogue


def bulletin_pages(parts: Parts) -> Iterator[Page]:
    """Yield the archive, a page for each series, and a page for each bulletin."""
    publication = parts.publication
    of_series = grouped((each.front.series, each) for each in publication.bulletins)
    by_series = {name: newest_first(of_series.get(name, ())) for name in publication.series}
    yield SECTION.first_page(
        "documents/bulletins.md.j2", partial(_archive_view, parts, by_series), is_searchable=False
    )
    for name, issues in by_series.items():
        title = publication.series[name].name
        yield Page(
            urls.series(name),
            "documents/series.md.j2",
            title,
            gettext("%(title)s各期目录", title=title),
            partial(_series_view, parts, name, issues),
            SECTION.crumbs,
            kind="series",
        )
    related = RelatedBulletins(publication)
    for name, issues in by_series.items():
        series = Link(publication.series[name].name, urls.series(name))
        for index, document in enumerate(issues):
            yield Page(
                urls.bulletin(document.id),
                "documents/bulletin.md.j2",
                bulletin_validity(publication, document).marked(document.front.title),
                ProseView(document.front.summary) if document.front.summary else document.front.title,
                partial(_bulletin_view, parts, issues, index, related),
                (*SECTION.crumbs, series),
                is_fictional=any(map(publication.is_fictional, _visible_programmes(parts, document))),
                kind="bulletin",
                tags=document.front.tags,
                document=content_path(document),
                article=article_facts(document.front, document.front.issuer, publication.as_of),
                pdf=urls.path_of(urls.bulletin_pdf(document.id)),
                docx=urls.path_of(urls.bulletin_docx(document.id)),
            )


def _visible_programmes(parts: Parts, document: Document[Bulletin]) -> list[str]:
    return [name for name in document.front.programmes if name in parts.publication.programmes]


def _archive_view(parts: Parts, by_series: Mapping[str, Sequence[Document[Bulletin]]]) -> ArchiveView:
    has_tags = any(each.front.tags for each in parts.publication.bulletins)
    return ArchiveView(
        tuple(_series_view(parts, name, issues) for name, issues in by_series.items()),
        TAGS.link if has_tags else Link(TAGS.title),
    )


def _series_view(parts: Parts, name: str, issues: Sequence[Document[Bulletin]]) -> SeriesView:
    series = parts.publication.series[name]
    years = grouped(
        (each.front.date.year if each.front.date is not None else None, bulletin_item(parts, each))
        for each in issues
    )
    return SeriesView(
        series.name,
        urls.series(name),
        series.issuer,
        series.description,
        name,
        len(issues),
        tuple(_year_view(year, items) for year, items in years.items()),
    )


def _year_view(year: int | None, items: Sequence[BulletinItem]) -> YearView:
    if year is None:
        return YearView(gettext("日期原件未注明"), "undated", len(items), tuple(items))
    return YearView(gettext("%(year)s年", year=year), str(year), len(items), tuple(items))


def _neighbour(issues: Sequence[Document[Bulletin]], index: int) -> Link:
    if not 0 <= index < len(issues):
        return Link("")
    front = issues[index].front
    return Link(f"{numbers_text(front)} {front.title}".strip(), urls.bulletin(issues[index].id))


def _bulletin_view(
    parts: Parts, issues: Sequence[Document[Bulletin]], index: int, related: RelatedBulletins
) -> BulletinView:
    document = issues[index]
    front = document.front
    publication = parts.publication
    source = publication.sources.get(front.source) if front.source is not None else None
    validity = bulletin_validity(publication, document)
    return BulletinView(
        series=Link(publication.series[front.series].name, urls.series(front.series)),
        numbers=numbers_text(front),
        issuer=front.issuer,
        date=day_text(front.date) if front.date is not None else gettext("日期原件未注明"),
        editor_note=front.editor_note,
        title=front.title,
        body=document.body,
        imprint=imprint_of(front),
        files=tuple(_files(parts, document.id)),
        programmes=tuple(parts.programme_link(name) for name in _visible_programmes(parts, document)),
        divisions=tuple(parts.division_link(name) for name in front.divisions),
        source=Link(source.title, urls.source(front.source)) if source and front.source else Link(""),
        reviewed=gettext("%(by)s，%(on)s", by=front.reviewed.by, on=day_text(front.reviewed.on))
        if front.reviewed
        else "",
        is_internal=not is_public(front),
        earlier=_neighbour(issues, index + 1),
        later=_neighbour(issues, index - 1),
        related=tuple(bulletin_item(parts, each) for each in related.to(document)),
        tags=tag_links(front.tags),
        validity=validity,
        catalogue=catalogue_of(
            front, (gettext("通报"), publication.series[front.series].name), front.issuer, validity
        ),
    )


def _files(parts: Parts, bulletin: str) -> Iterator[Link]:
    """Yield the files of a bulletin that are made beside its page."""
    if parts.has_pdfs:
        yield Link("PDF", urls.bulletin_pdf(bulletin))
    if parts.has_docx:
        yield Link("Word", urls.bulletin_docx(bulletin))


SECTION: Final = Section(
    address=urls.BULLETINS,
    title=marked("通报"),
    description=marked("按刊物和年份归档的通报、简报"),
    type=SectionType.NEWS,
    keywords=(marked("通报"), marked("简报")),
    menu=MenuEntry(),
    home_count=HomeCount(unit=marked("期通报"), of=lambda parts: len(parts.publication.bulletins)),
    news=bulletin_news,
    holds_documents=True,
    compose=bulletin_pages,
)
