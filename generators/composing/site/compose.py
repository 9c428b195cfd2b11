"""The whole site before rendering: every page, every download, every attachment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from generators.composing.boards.pages import board_pages
from generators.composing.changes.pages import change_pages
from generators.composing.commitments.pages import commitment_pages
from generators.composing.consequences.pages import consequence_pages
from generators.composing.divisions.pages import division_pages
from generators.composing.documents.bulletins import bulletin_pages
from generators.composing.documents.cases import case_pages
from generators.composing.documents.feeds import Feed, feeds_of
from generators.composing.documents.free_pages import free_pages
from generators.composing.documents.tags import tag_pages
from generators.composing.figures.rows import figure_rows
from generators.composing.figures.sources import source_pages
from generators.composing.inspections.pages import inspection_pages
from generators.composing.kit.dates import day_text
from generators.composing.kit.page import Download, Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.site_address import own_texts, site_address
from generators.composing.ledgers.pages import ledger_pages
from generators.composing.programmes.pages import programme_pages
from generators.composing.prose.citations import Citations
from generators.composing.rankings.pages import ranking_pages
from generators.composing.site.home import home_page
from generators.composing.site.methods import methods_page
from generators.composing.site.open_data import open_data
from generators.composing.site.page_heads import site_names, with_heads
from generators.composing.site.quality import quality_page
from generators.composing.site.robots import robots_file
from generators.composing.site.self_check import self_check_page
from generators.composing.site.sitemap import site_map_page
from generators.composing.tiers.pages import ladder_pages
from generators.disclosing.publication import Audience, Publication


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What every page shows around its content."""

    title: str
    notice: str
    audience: str
    as_of: str
    footer: tuple[tuple[str, str], ...]
    address: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """Pages, downloads and attachments of one audience's site, all that rendering needs."""

    facts: SiteFacts
    day: date
    pages: tuple[Page, ...]
    downloads: tuple[Download, ...]
    feeds: tuple[Feed, ...]
    attachments: tuple[str, ...]
    citations: Citations


def compose(publication: Publication, *, has_pdfs: bool = False) -> Composition:
    """Return everything that goes into the site of one audience, in navigation order.

    ``has_pdfs`` says that every bulletin will also be there as a PDF file, and leads to it.
    """
    parts = Parts(publication, has_pdfs)
    rows = figure_rows(publication)
    data_page, downloads = open_data(parts, rows)
    pages: tuple[Page, ...] = (
        home_page(parts, rows),
        *programme_pages(parts, rows),
        *board_pages(parts),
        *ranking_pages(parts),
        *ledger_pages(parts),
        *commitment_pages(parts),
        *inspection_pages(parts),
        *ladder_pages(parts),
        *consequence_pages(parts),
        *change_pages(parts),
        *division_pages(parts, rows),
        *bulletin_pages(parts),
        *case_pages(parts),
        *tag_pages(parts),
        *source_pages(parts, rows),
        methods_page(parts),
        quality_page(parts),
        data_page,
        *free_pages(parts),
    )
    if publication.audience is Audience.INTERNAL:
        pages = (*pages, self_check_page(parts))
    pages = (*pages, site_map_page(publication, pages))
    if publication.divisions and all(each.fictional for each in publication.divisions.values()):
        # Lists and the home page, which speak of no one division, are then fictional as well.
        pages = tuple(replace(page, is_fictional=True) for page in pages)
    feeds = feeds_of(publication)
    return Composition(
        facts=_facts(publication),
        day=publication.as_of,
        pages=with_heads(publication, pages, {feed.page: feed.link for feed in feeds}),
        downloads=(*downloads, robots_file(publication)),
        feeds=feeds,
        attachments=publication.attachments,
        citations=Citations(publication),
    )


def _facts(publication: Publication) -> SiteFacts:
    site = publication.site
    texts = own_texts(publication)
    footer = (
        ("主办单位", site.owner),
        ("承办单位", site.footer.undertaker),
        ("网站标识码", site.footer.site_code),
        ("ICP备案号", site.footer.icp_number),
        ("公安备案号", site.footer.security_number),
        ("联系方式", site.footer.contact),
    )
    return SiteFacts(
        title=texts.title,
        notice=texts.notice,
        audience=publication.audience.value,
        as_of=day_text(publication.as_of),
        footer=tuple((label, text) for label, text in footer if text),
        address=site_address(publication),
        names=site_names(publication),
    )
