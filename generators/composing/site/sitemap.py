"""The site map (站点地图): every section with its pages, except villages, which their townships list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.section import Section, SectionType, SiteParts
from generators.composing.kit.views import Link
from generators.languages import marked
from generators.model.division import Level
from generators.model.grouping import grouped


@dataclass(frozen=True, slots=True)
class SiteMapNode:
    """A page and the pages directly below it."""

    link: Link
    children: tuple[SiteMapNode, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """The sections with their pages; ``others`` are those of one page, ``villages`` the number left out."""

    sections: tuple[SiteMapNode, ...]
    others: tuple[SiteMapNode, ...]
    pages: int
    villages: int


def site_map_pages(site: SiteParts) -> Iterator[Page]:
    """Yield the site map of all pages composed before it."""
    pages = tuple(site.pages)
    yield SECTION.first_page("site/site-map.md.j2", partial(_view, site, pages), is_searchable=False)


def _view(site: SiteParts, pages: Sequence[Page]) -> SiteMapView:
    divisions = site.publication.divisions.values()
    villages = {urls.division(each.id) for each in divisions if each.level is Level.VILLAGE}
    below = grouped(
        (page.crumbs[-1].href, page) for page in pages if page.crumbs and page.address not in villages
    )
    top = _nodes(below, urls.HOME)
    return SiteMapView(
        sections=tuple(node for node in top if node.children),
        others=tuple(node for node in top if not node.children),
        pages=len(pages) + 1,
        villages=sum(page.address in villages for page in pages),
    )


def _nodes(below: Mapping[str, Sequence[Page]], parent: str) -> tuple[SiteMapNode, ...]:
    return tuple(
        SiteMapNode(Link(page.title, page.address), _nodes(below, page.address))
        for page in below.get(parent, ())
    )


SECTION: Final = Section(
    address=f"{urls.SCHEME}sitemap/",
    title=marked("站点地图"),
    description=marked("全部栏目和栏目里的页面"),
    type=SectionType.ABOUT,
    keywords=(marked("栏目"),),
    compose=site_map_pages,
)
