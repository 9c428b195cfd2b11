"""Composes the whole site for rendering: pages, menu, downloads and attachments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generators.composing.documents.feeds import feeds_of
from generators.composing.kit.dates import day_text
from generators.composing.kit.edition import OfflineEdition
from generators.composing.kit.feed import Feed
from generators.composing.kit.page import Download, Page
from generators.composing.kit.section import Section, SiteParts
from generators.composing.kit.site_address import own_texts, site_address
from generators.composing.prose.citations import Citations
from generators.composing.site.linked_data import with_linked_data
from generators.composing.site.menu import MenuGroup, menu_of
from generators.composing.site.page_facets import with_facets
from generators.composing.site.page_heads import site_names, with_heads
from generators.composing.site.robots import robots_file
from generators.composing.site.sections import SECTIONS
from generators.disclosing.publication import Publication
from generators.languages import current_language, gettext
from generators.model.language import Language


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The data that every page shows outside its content.

    ``folder`` is that of this edition below the root of the site: empty, or such as ``en/``. ``others`` are
    the editions in other languages: the tag of each, and the way from the root of this one to the root of it,
    such as ``en/`` or ``../``.
    """

    title: str
    notice: str
    audience: str
    as_of: str
    footer: tuple[tuple[str, str], ...]
    address: str
    names: tuple[tuple[str, str], ...]
    is_offline: bool = False
    language: Language = Language.CHINESE
    folder: str = ""
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Composition:
    """Pages, menu, downloads and attachments of one audience's site, all that rendering needs."""

    facts: SiteFacts
    day: date
    pages: tuple[Page, ...]
    menu: tuple[MenuGroup, ...]
    downloads: tuple[Download, ...]
    feeds: tuple[Feed, ...]
    attachments: tuple[str, ...]
    citations: Citations


def compose(
    publication: Publication,
    *,
    has_pdfs: bool = False,
    has_docx: bool = False,
    offline: OfflineEdition | None = None,
    sections: Iterable[Section] = SECTIONS,
) -> Composition:
    """Return the composition of one audience's site, in the order of ``sections``.

    With ``has_pdfs`` bulletins link to their PDF files, with ``has_docx`` to their Word documents. The
    ``offline`` edition has a cover, no views to embed, and in scripts what pages would ask a server for. The
    views of pages and the content of downloads are made later, when they are drawn; what many of them look
    into is made here.
    """
    shown = tuple(each for each in sections if each.has_content(publication))
    pages: list[Page] = []
    downloads: list[Download] = []
    section_of: dict[str, Section] = {}
    site = SiteParts(publication, has_pdfs, has_docx, offline, shown, pages)
    for section in shown:
        for made in section.compose(site):
            if isinstance(made, Download):
                downloads.append(made)
            else:
                pages.append(made)
                section_of[made.address] = section
    if publication.is_wholly_fictional:
        # Lists and the home page belong to no division: they are fictional if all divisions are.
        pages = [replace(page, is_fictional=True) for page in pages]
    if offline is not None:  # from a folder nothing can be embedded elsewhere
        pages = [replace(page, embed=None) for page in pages]
    site.make_indexes()
    pages = list(with_facets(publication, pages, section_of))
    feeds = feeds_of(publication, shown)
    headed = with_heads(publication, pages, section_of, {feed.page: feed.link for feed in feeds})
    return Composition(
        facts=replace(_facts(publication), is_offline=offline is not None),
        day=publication.as_of,
        pages=with_linked_data(site, headed),
        menu=menu_of(shown, section_of),
        downloads=(*downloads, robots_file(publication)),
        feeds=feeds,
        attachments=publication.attachments,
        citations=Citations(site),
    )


def _facts(publication: Publication) -> SiteFacts:
    site = publication.site
    texts = own_texts(publication)
    footer = (
        (gettext("主办单位"), site.owner),
        (gettext("承办单位"), site.footer.undertaker),
        (gettext("网站标识码"), site.footer.site_code),
        (gettext("ICP备案号"), site.footer.icp_number),
        (gettext("公安备案号"), site.footer.security_number),
        (gettext("联系方式"), site.footer.contact),
    )
    return SiteFacts(
        title=texts.title,
        notice=texts.notice,
        audience=publication.audience.value,
        as_of=day_text(publication.as_of),
        footer=tuple((label, text) for label, text in footer if text),
        address=site_address(publication),
        names=site_names(publication),
        language=current_language(),
        folder=site.edition_folder(current_language()),
        others=tuple(_others(publication)),
    )


def _others(publication: Publication) -> Iterator[tuple[str, str]]:
    site, language = publication.site, current_language()
    up = "../" * site.edition_folder(language).count("/")
    for other in site.languages:
        if other is not language:
            yield other.value, up + site.edition_folder(other)
