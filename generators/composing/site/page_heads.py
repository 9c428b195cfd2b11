"""Metadata in the head of every page: the tags of government pages, share cards, feeds.

国办发〔2017〕47号 requires three tags on the home page, seven on the page of a column (栏目) and ten on an
article. Tags without a value (no site code, no address, no date of an article) are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generators.composing.kit.page import Article, Head, Page, keywords_of
from generators.composing.kit.section import Section
from generators.composing.kit.site_address import absolute, domain_of, own_texts, site_address
from generators.composing.kit.urls import HOME, SCHEME
from generators.composing.kit.views import Link, ProseView
from generators.disclosing.publication import Publication
from generators.languages import translated

Tags = tuple[tuple[str, str], ...]

CARD_IMAGE: Final = f"{SCHEME}assets/images/share-card.png"
"""The address of the share picture of the theme, 1200 × 630 pixels."""

_CARD_SIZE: Final = (
    ("og:image:width", "1200"),
    ("og:image:height", "630"),
    ("og:image:alt", "通报"),
)


@dataclass(frozen=True, slots=True)
class _Site:
    """The data that all heads of a site share."""

    name: str
    owner: str
    address: str
    names: Tags


def site_names(publication: Publication) -> Tags:
    """Return the tags of every page: SiteName, SiteDomain, SiteIDCode."""
    return _filled(
        ("SiteName", own_texts(publication).title),
        ("SiteDomain", domain_of(site_address(publication))),
        ("SiteIDCode", publication.site.footer.site_code),
    )


def with_heads(
    publication: Publication,
    pages: Sequence[Page],
    section_of: Mapping[str, Section],
    feeds: Mapping[str, Link],
) -> tuple[Page, ...]:
    """Return the pages with their heads; ``section_of`` and ``feeds`` are by address of a page.

    Every page links to the feed of the home page, a series and its issues also to that of the series.
    """
    columns = {
        page.address: _column_tags(page, section_of[page.address]) for page in pages if _is_column(page)
    }
    site = _Site(
        own_texts(publication).title,
        publication.site.owner,
        site_address(publication),
        site_names(publication),
    )
    generated = Article(published=publication.as_of, changed=publication.as_of, issuer=publication.site.owner)
    found = []
    for page in pages:
        lineage = tuple(dict.fromkeys((HOME, *(link.href for link in page.crumbs), page.address)))
        column = next((columns[each] for each in reversed(lineage) if each in columns), ())
        article = page.article or generated
        head = Head(
            names=(*site.names, *_names(page, column, article, site)),
            card=_card(page, article, site),
            feeds=tuple(feeds[each] for each in lineage if each in feeds),
        )
        found.append(replace(page, head=head, article=article))
    return tuple(found)


def _is_column(page: Page) -> bool:
    """Return whether a page is a column (栏目): directly below the home page, or the archive of a series."""
    return len(page.crumbs) == 1 or page.kind == "series"


def _column_tags(page: Page, section: Section) -> Tags:
    """Return the tags of a column, which all of its pages share."""
    description = page.description.text if isinstance(page.description, ProseView) else page.description
    return _filled(
        ("ColumnName", page.title),
        ("ColumnDescription", description),
        ("ColumnKeywords", ",".join(keywords_of((page.title,), map(translated, section.keywords)))),
        ("ColumnType", section.type),
    )


def _names(page: Page, column: Tags, article: Article, site: _Site) -> Tags:
    """Return the tags of a page other than those of the site: of its column, and of an article."""
    if not column or _is_column(page):
        return column
    return column + _filled(
        ("ArticleTitle", page.title),
        # The rule requires a time of day, which is not recorded.
        ("PubDate", f"{article.published} 00:00" if article.published is not None else ""),
        ("ContentSource", article.issuer),
        ("Keywords", ",".join(article.keywords)),
        ("Author", article.issuer if page.article is not None else ""),
        ("Image", absolute(site.address, CARD_IMAGE)),
        ("Url", absolute(site.address, page.address)),
    )


def _card(page: Page, article: Article, site: _Site) -> Tags:
    """Return the share card (Open Graph), without picture and address if the site has no absolute address."""
    is_article = page.article is not None
    image = absolute(site.address, CARD_IMAGE)
    return _filled(
        ("og:title", page.title),
        ("og:type", "article" if is_article else "website"),
        ("og:site_name", site.name),
        ("og:locale", "zh_CN"),
        ("og:url", absolute(site.address, page.address)),
        ("og:image", image),
        *(_CARD_SIZE if image else ()),
        ("article:published_time", str(article.published) if is_article and article.published else ""),
    )


def _filled(*tags: tuple[str, str]) -> Tags:
    return tuple((name, text) for name, text in tags if text)
