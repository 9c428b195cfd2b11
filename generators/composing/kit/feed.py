"""Atom feeds and their entries before rendering."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generators.composing.kit.urls import SCHEME
from generators.composing.kit.views import Link, ProseView


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; a summary that is prose is not rendered yet."""

    id: str
    title: str
    href: str
    published: date
    updated: date
    author: str
    summary: str | ProseView
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed with its entries, latest first; ``path`` is that of its file, ``page`` the page it is for."""

    path: str
    page: str
    id: str
    title: str
    subtitle: str
    author: str
    href: str
    page_href: str
    updated: date
    entries: tuple[Entry, ...]

    @property
    def link(self) -> Link:
        """Return the link to the feed's file, labelled with its title."""
        return Link(self.title, f"{SCHEME}{self.path}")
