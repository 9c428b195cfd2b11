"""The pages that are searched, as Material's plugin collects them: read quickly, and kept as plain text."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from material.plugins.search.plugin import Parser, SearchIndex, SearchPlugin, Section

from generators.publishing.search.sections import sections_of
from generators.publishing.search.unsearched import GAP
from generators.publishing.shipped import has_only_shipped_plugins

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


_REMOVED: Final = re.compile(r'data-search-\w+="')
"""Matches what the plugin removes from a page; no component of ours has it."""

_BLOCK_TAG: Final = re.compile(r"</?(?:li|ol|p|pre|ul)>")
_TAG: Final = re.compile(r"</?(?:code|sub|sup)>")
"""With those of blocks the tags that the plugin keeps in its texts, where other signs are escaped."""


class PageIndex(SearchIndex):  # type: ignore[misc] # Material ships no types
    """The index of Material's plugin, with an entry for each page instead of each section.

    An entry has the ``location`` of the page, its ``tags``, the ``facets`` that the search can be limited to,
    and its ``sections``, each as anchor, title and text, all of them plain text.
    """

    _added: Page | None = None

    def add_quickly(self, page: Page) -> bool:
        """Add the entry of ``page``; return whether that is all that the plugin would do with the page.

        Otherwise nothing is added.
        """
        html = page.content or ""
        if GAP in html or _REMOVED.search(html):
            return False
        if _is_searched(page):
            sections = sections_of(html)
            if sections is None:
                return False
            self._add(page, sections)
        self._added = page
        return True

    def add_entry_from_context(self, page: Page) -> None:
        """Add the entry of ``page``, unless it was just added quickly."""
        if self._added is not page and _is_searched(page):
            parser = Parser()
            parser.feed(page.content)
            parser.close()
            self._add(page, parser.data)
        self._added = None

    def generate_search_index(self, _previous: object) -> str:
        """Return nothing: the site has an index of its own in the place of the plugin's."""
        return ""

    def _add(self, page: Page, sections: Iterable[Section]) -> None:
        title = unescape(str(page.meta.get("title", page.title)))
        found = [
            [
                f"#{section.id}" if section.id else "",
                _plain("".join(section.title)) or title,
                _plain("".join(section.text)),
            ]
            for section in sections
            if not section.is_excluded()
        ]
        if found:
            self.entries.append(
                {
                    "location": page.url,
                    "tags": [unescape(str(each)) for each in page.meta.get("tags") or ()],
                    "facets": (page.meta.get("search") or {}).get("facets", {}),
                    "sections": found,
                }
            )


def _is_searched(page: Page) -> bool:
    return not (page.meta.get("search") or {}).get("exclude")


def _plain(html: str) -> str:
    """Return what a reader sees of a text of the plugin; blocks have a space between them."""
    return unescape(_TAG.sub("", " ".join(_BLOCK_TAG.sub(" ", html).split())))


def collect_pages(config: MkDocsConfig) -> None:
    """Replace the empty search index of Material's plugin, if ``config`` has it, by that of pages."""
    for plugin in _search_plugins(config):
        plugin.search_index = PageIndex(**plugin.config)


def quick_index(config: MkDocsConfig) -> PageIndex | None:
    """Return the index of pages of ``config``; ``None`` if another plugin may look at pages as well."""
    if has_only_shipped_plugins(config):
        for plugin in _search_plugins(config):
            if isinstance(plugin.search_index, PageIndex):
                return plugin.search_index
    return None


def search_entries(config: MkDocsConfig) -> list[dict[str, Any]]:
    """Return the entries in the search index of Material's plugin, a list that can be changed."""
    for plugin in _search_plugins(config):
        entries: list[dict[str, Any]] = plugin.search_index.entries
        return entries
    return []


def _search_plugins(config: MkDocsConfig) -> list[SearchPlugin]:
    found = [each for _, each in config.plugins.items() if isinstance(each, SearchPlugin)]
    return [plugin for plugin in found if plugin.config.enabled]
