"""A feed and its entries before they are rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generators.composing.kit.urls import SCHEME
from generators.composing.kit.views import Link, ProseView


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news in a feed; where its summary is prose, calls in it are still to be replaced."""

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
    """One feed: its file, the page that it is for, its absolute addresses, and its entries, latest first."""

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
        """Return the feed as a page offers it."""
        return Link(self.title, f"{SCHEME}{self.path}")
