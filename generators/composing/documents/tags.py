"""The page of tags, each with its bulletins and cases."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.documents.documents import (
    BulletinItem,
    CaseItem,
    bulletin_item,
    case_item,
    newest_first,
)
from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import Section, SectionType
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.languages import marked
from generators.model.grouping import grouped

_ANCHOR_DIGITS: Final = 10


@dataclass(frozen=True, slots=True)
class TagView:
    """A tag with its bulletins, latest first, and its cases; ``count`` is the number of both."""

    name: str
    anchor: str
    count: int
    bulletins: tuple[BulletinItem, ...]
    cases: tuple[CaseItem, ...]


def tag_link(tag: str) -> Link:
    """Return the link to a tag on the page of tags."""
    return Link(tag, f"{SECTION.address}#{_anchor(tag)}")


def tag_links(tags: Iterable[str]) -> tuple[Link, ...]:
    """Return a link for each of ``tags``, without repetitions."""
    return tuple(tag_link(tag) for tag in dict.fromkeys(tags))


def tag_pages(parts: Parts) -> Iterator[Page]:
    """Yield the page of tags, most used first."""
    yield SECTION.first_page("documents/tags.md.j2", partial(_tag_views, parts), is_searchable=False)


def _tag_views(parts: Parts) -> tuple[TagView, ...]:
    publication = parts.publication
    bulletins = grouped(
        (tag, bulletin_item(parts, each))
        for each in newest_first(publication.bulletins)
        for tag in dict.fromkeys(each.front.tags)
    )
    cases = grouped(
        (tag, case_item(parts, each)) for each in publication.cases for tag in dict.fromkeys(each.front.tags)
    )
    views = [
        _view(tag, bulletins.get(tag, ()), cases.get(tag, ())) for tag in dict.fromkeys((*bulletins, *cases))
    ]
    return tuple(sorted(views, key=lambda each: (-each.count, each.name)))


def _view(tag: str, bulletins: Iterable[BulletinItem], cases: Iterable[CaseItem]) -> TagView:
    found, copied = tuple(bulletins), tuple(cases)
    return TagView(tag, _anchor(tag), len(found) + len(copied), found, copied)


def _anchor(tag: str) -> str:
    """Return an ASCII anchor that depends on the tag alone."""
    return f"t-{hashlib.sha256(tag.encode()).hexdigest()[:_ANCHOR_DIGITS]}"


def _has_tags(publication: Publication) -> bool:
    return any(each.front.tags for each in publication.bulletins) or any(
        each.front.tags for each in publication.cases
    )


SECTION: Final = Section(
    address=f"{urls.SCHEME}tags/",
    title=marked("标签"),
    description=marked("按标签查通报和案例"),
    type=SectionType.OPEN,
    keywords=(marked("通报"), marked("典型案例")),
    compose=tag_pages,
    has_content=_has_tags,
)
