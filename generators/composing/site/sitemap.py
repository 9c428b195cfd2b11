"""The site map (站点地图): every section with all pages in it but villages, which their townships list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.model.division import Level


@dataclass(frozen=True, slots=True)
class SiteMapNode:
    """A page and those directly below it."""

    link: Link
    children: tuple[SiteMapNode, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """The sections with all below them, those of a single page, and how many villages are left out."""

    sections: tuple[SiteMapNode, ...]
    others: tuple[SiteMapNode, ...]
    pages: int
    villages: int


def site_map_page(publication: Publication, pages: Sequence[Page]) -> Page:
    """Return the site map of ``pages``, which are all others."""
    villages = {
        urls.division(each.id) for each in publication.divisions.values() if each.level is Level.VILLAGE
    }
    below: dict[str, list[Page]] = {}
    for page in pages:
        if page.crumbs and page.address not in villages:
            below.setdefault(page.crumbs[-1].href, []).append(page)
    top = _nodes(below, urls.HOME)
    return Page(
        urls.SITE_MAP,
        "site/site-map.md.j2",
        "站点地图",
        "全部栏目和栏目里的页面",
        SiteMapView(
            sections=tuple(node for node in top if node.children),
            others=tuple(node for node in top if not node.children),
            pages=len(pages) + 1,
            villages=sum(page.address in villages for page in pages),
        ),
        (Link("首页", urls.HOME),),
        is_searchable=False,
    )


def _nodes(below: dict[str, list[Page]], parent: str) -> tuple[SiteMapNode, ...]:
    return tuple(
        SiteMapNode(Link(page.title, page.address), _nodes(below, page.address))
        for page in below.get(parent, ())
    )
