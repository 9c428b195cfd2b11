"""Pages and downloads before rendering: address, view and template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generators.composing.kit.embed import Embed
from generators.composing.kit.views import Link, ProseView


@dataclass(frozen=True, slots=True)
class Article:
    """The metadata of an article; the days are ``None`` if unknown."""

    published: date | None
    changed: date | None
    issuer: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The HTML head of a page: ``<meta name>`` tags, ``<meta property>`` tags of its card, and feeds.

    ``linked_data`` is a JSON-LD object of schema.org that describes what the page has; empty for most.
    """

    names: tuple[tuple[str, str], ...] = ()
    card: tuple[tuple[str, str], ...] = ()
    feeds: tuple[Link, ...] = ()
    linked_data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facets:
    """What the search can be limited to that a page belongs to, in the words that its reader chooses by.

    ``kind`` is the title of its section. ``is_internal`` is true of a record that the public may not see.
    """

    kind: str = ""
    programmes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site; ``address`` ends in a slash, ``make_view`` makes what its template shows.

    Views are made when pages are drawn: most of the work of composing is in them, they can be made in several
    processes, and none needs to be kept.

    ``crumbs`` are the links from the home page to its parent. ``shows_contents`` adds a table of contents;
    ``is_searchable`` is false for pages that only repeat others. ``document`` is the path below ``content/``
    of a hand-written page, else empty. ``pdf`` and ``docx`` are the paths of its PDF file and its Word
    document, empty for all but bulletins. ``embed`` is its view as an embedded one. ``article`` is set for
    bulletins and cases alone. ``head`` and ``facets`` are set by ``with_heads`` and ``with_facets`` after all
    pages are composed.
    """

    address: str
    template: str
    title: str
    description: str | ProseView
    make_view: Callable[[], object]
    crumbs: tuple[Link, ...] = ()
    is_fictional: bool = False
    shows_contents: bool = False
    is_searchable: bool = True
    kind: str = "page"
    tags: tuple[str, ...] = ()
    document: str = ""
    pdf: str = ""
    docx: str = ""
    embed: Embed | None = None
    article: Article | None = None
    head: Head = Head()
    facets: Facets = Facets()

    @property
    def view(self) -> object:
        """Return the data that the template shows, made anew by every call."""
        return self.make_view()


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is not a page; ``make`` returns its bytes, and is called when the file is written."""

    path: str
    """The path below the root of the site."""
    make: Callable[[], bytes]

    @property
    def content(self) -> bytes:
        """Return the bytes of the file, made anew by every call."""
        return self.make()


def keywords_of(*groups: Iterable[str]) -> tuple[str, ...]:
    """Return the keywords of all groups in order, without repetitions."""
    return tuple(dict.fromkeys(word for group in groups for word in group))
