"""A page before it is rendered: where it stands, what it says, which template draws it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generators.composing.kit.views import Link, ProseView


@dataclass(frozen=True, slots=True)
class Article:
    """What an article says of itself to machines: when it was published and last changed, by whom, key words.

    The days are None where nobody has said.
    """

    published: date | None
    changed: date | None
    issuer: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of a page: ``<meta name>``, ``<meta property>`` of its card, and its feeds."""

    names: tuple[tuple[str, str], ...] = ()
    card: tuple[tuple[str, str], ...] = ()
    feeds: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site. ``address`` ends in a slash; ``view`` is what its template shows.

    ``crumbs`` lead from home to its parent. ``shows_contents`` asks for a table of contents beside
    the text; ``is_searchable`` keeps pages that only repeat others out of the search. ``document`` is the
    file below ``content/`` that a page was written in by hand, empty for all others. ``pdf`` is the path
    of the file that it is printed to, empty for all but bulletins. ``article`` is given by
    bulletins and cases; all other pages are as of the site's day. ``head`` is made for all pages at once.
    """

    address: str
    template: str
    title: str
    description: str | ProseView
    view: object
    crumbs: tuple[Link, ...] = ()
    is_fictional: bool = False
    shows_contents: bool = False
    is_searchable: bool = True
    kind: str = "page"
    tags: tuple[str, ...] = ()
    document: str = ""
    pdf: str = ""
    article: Article | None = None
    head: Head = Head()


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside the pages: its path below the root of the site, and its bytes."""

    path: str
    content: bytes


def keywords_of(*groups: Iterable[str]) -> tuple[str, ...]:
    """Return key words of several kinds, each once, in their order."""
    return tuple(dict.fromkeys(word for group in groups for word in group))
