"""Atom feeds (RFC 4287) of bulletins and cases.

Atom requires absolute addresses and permanent ids, so a site without an address of its own has no feeds.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from generators.composing.documents.documents import changed_on, published_on
from generators.composing.documents.validity import ValidityView, bulletin_validity, case_validity
from generators.composing.kit import urls
from generators.composing.kit.feed import Entry, Feed
from generators.composing.kit.page import keywords_of
from generators.composing.kit.section import Section
from generators.composing.kit.site_address import absolute, own_texts, site_address
from generators.composing.kit.views import ProseView
from generators.disclosing.publication import Publication
from generators.languages import gettext
from generators.model.document import Bulletin, Case, Document, numbers_text

_MAX_ENTRIES: Final = 50
"""The maximum number of entries of a feed; the archive has all documents."""


def feeds_of(publication: Publication, sections: Iterable[Section]) -> tuple[Feed, ...]:
    """Return the feed of all news of ``sections``, then one per series; none if the site has no address."""
    if not site_address(publication):
        return ()
    with_news = tuple((each.words, each.news) for each in sections if each.news is not None)
    home = _feed(
        publication,
        urls.HOME,
        own_texts(publication).title,
        gettext("最新的%(names)s", names=_enumerated([title for title, _ in with_news])),
        publication.site.owner,
        (entry for _, news in with_news for entry in news(publication)),
    )
    return (home, *_series_feeds(publication))


def _enumerated(words: Sequence[str]) -> str:
    return gettext("与").join(filter(None, (gettext("、").join(words[:-1]), *words[-1:])))


def bulletin_news(publication: Publication) -> Iterator[Entry]:
    """Yield an entry for each bulletin with a known day of publication."""
    for document in publication.bulletins:
        yield from _bulletin_entry(publication, document)


def case_news(publication: Publication) -> Iterator[Entry]:
    """Yield an entry for each case with a known day of publication."""
    for document in publication.cases:
        yield from _case_entry(publication, document)


def _series_feeds(publication: Publication) -> Iterator[Feed]:
    issues: dict[str, list[Entry]] = {name: [] for name in publication.series}
    for document in publication.bulletins:
        issues[document.front.series] += _bulletin_entry(publication, document)
    for name, series in publication.series.items():
        subtitle = gettext("%(name)s各期", name=series.name)
        yield _feed(publication, urls.series(name), series.name, subtitle, series.issuer, issues[name])


def _feed(
    publication: Publication, page: str, title: str, subtitle: str, author: str, entries: Iterable[Entry]
) -> Feed:
    path = f"{urls.path_of(page)}feed.xml"
    site = site_address(publication)
    latest = sorted(entries, key=lambda each: (each.updated, each.published, each.href), reverse=True)
    href = f"{site}{path}"
    return Feed(
        path=path,
        page=page,
        id=_permanent_id(href),
        title=title,
        subtitle=subtitle,
        author=author,
        href=href,
        page_href=absolute(site, page),
        updated=latest[0].updated if latest else publication.as_of,
        entries=tuple(latest[:_MAX_ENTRIES]),
    )


def _bulletin_entry(publication: Publication, document: Document[Bulletin]) -> Iterator[Entry]:
    front = document.front
    category = f"{publication.series[front.series].name}{numbers_text(front)}"
    href = absolute(site_address(publication), urls.bulletin(document.id))
    validity = bulletin_validity(publication, document)
    return _entry(href, document, (front.issuer, category), validity, publication.as_of)


def _case_entry(publication: Publication, document: Document[Case]) -> Iterator[Entry]:
    href = absolute(site_address(publication), urls.case(document.id))
    validity = case_validity(publication, document)
    return _entry(href, document, (publication.site.owner, gettext("典型案例")), validity, publication.as_of)


def _entry(
    href: str,
    document: Document[Bulletin] | Document[Case],
    author_and_category: tuple[str, str],
    validity: ValidityView,
    as_of: date,
) -> Iterator[Entry]:
    """Yield the entry of a document if its day of publication is known, which Atom requires."""
    front = document.front
    author, category = author_and_category
    published, updated = published_on(front), changed_on(front, as_of)
    if published is None or updated is None:
        return
    yield Entry(
        id=_permanent_id(href),
        title=validity.marked(front.title),
        href=href,
        published=published,
        updated=max(published, updated),
        author=author,
        summary=validity.withdrawal or ProseView(front.summary),
        categories=keywords_of((category,), front.subjects, front.tags),
    )


def _permanent_id(href: str) -> str:
    """Return the id that is derived from the address ``href`` (RFC 4122, version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, href).urn
