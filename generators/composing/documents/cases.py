"""Pages of cases: the list with its tags, and each case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from generators.composing.documents.document_head import Catalogue, catalogue_of
from generators.composing.documents.documents import CaseItem, article_facts, case_item, content_path
from generators.composing.documents.feeds import case_news
from generators.composing.documents.tags import tag_link, tag_links
from generators.composing.documents.validity import ValidityView, case_validity
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.regions import region_text
from generators.composing.kit.section import HomeCount, MenuEntry, Section, SectionType
from generators.composing.kit.views import FigureView, Link, ProseView
from generators.languages import gettext, marked
from generators.model.document import Case, Document
from generators.model.visibility import is_public


@dataclass(frozen=True, slots=True)
class CasesView:
    """The list of cases; ``tags`` has each tag with its number of cases, most used first."""

    cases: tuple[CaseItem, ...]
    tags: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page of a case; ``body`` is unrendered Markdown."""

    title: str
    summary: str
    region: Link
    programme: Link
    date: str
    figures: tuple[tuple[str, FigureView], ...]
    body: str
    source: Link
    reviewed: str
    tags: tuple[Link, ...]
    others: tuple[CaseItem, ...]
    is_internal: bool
    validity: ValidityView
    catalogue: Catalogue


def case_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of cases, then a page for each."""
    yield SECTION.first_page("documents/cases.md.j2", partial(_cases_view, parts), is_searchable=False)
    for document in parts.publication.cases:
        yield Page(
            urls.case(document.id),
            "documents/case.md.j2",
            case_validity(parts.publication, document).marked(document.front.title),
            ProseView(document.front.summary),
            partial(_case_view, parts, document),
            SECTION.crumbs,
            is_fictional=parts.publication.divisions[document.front.division].fictional,
            kind="case",
            tags=document.front.tags,
            document=content_path(document),
            article=article_facts(document.front, parts.publication.site.owner, parts.publication.as_of),
        )


def _case_figures(parts: Parts, case: Case) -> Iterator[tuple[str, FigureView]]:
    """Yield (name, figure) of the case's indicators, from the nearest division upwards that has a value."""
    publication = parts.publication
    chain = tuple(publication.upwards(case.division))
    for address in case.figures:
        measured = next(
            (found for each in chain if (found := publication.values.get((each, address))) is not None), None
        )
        if measured is not None:
            yield publication.indicators[address].name, parts.measured_figure(address, measured)


def _cases_view(parts: Parts) -> CasesView:
    items = tuple(case_item(parts, document) for document in parts.publication.cases)
    counts = Counter(tag for item in items for tag in item.tags)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return CasesView(items, tuple((tag_link(tag), count) for tag, count in ordered))


def _case_view(parts: Parts, document: Document[Case]) -> CaseView:
    front, publication = document.front, parts.publication
    source = publication.sources.get(front.source) if front.source is not None else None
    validity = case_validity(publication, document)
    return CaseView(
        title=front.title,
        summary=front.summary,
        region=replace(parts.division_link(front.division), label=region_text(publication, front.division)),
        programme=parts.programme_link(front.programme)
        if front.programme in publication.programmes
        else Link(""),
        date=day_text(front.date) if front.date is not None else "",
        figures=tuple(_case_figures(parts, front)),
        body=document.body,
        source=Link(source.title, urls.source(front.source)) if source and front.source else Link(""),
        reviewed=gettext("%(by)s，%(on)s", by=front.reviewed.by, on=day_text(front.reviewed.on))
        if front.reviewed
        else "",
        tags=tag_links(front.tags),
        others=tuple(
            case_item(parts, other)
            for other in publication.cases
            if other.id != document.id and other.front.programme == front.programme
        ),
        is_internal=not is_public(front),
        validity=validity,
        catalogue=catalogue_of(front, (gettext("典型案例"),), publication.site.owner, validity),
    )


SECTION: Final = Section(
    address=urls.CASES,
    title=marked("案例"),
    description=marked("值得学习借鉴的典型做法"),
    type=SectionType.NEWS,
    keywords=(marked("典型案例"), marked("经验做法")),
    menu=MenuEntry(),
    home_count=HomeCount(unit=marked("个案例"), of=lambda parts: len(parts.publication.cases)),
    news=case_news,
    holds_documents=True,
    compose=case_pages,
)
