"""The search index of Material's plugin: filled quickly, and written compactly."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from material.plugins.search.plugin import SearchIndex, SearchPlugin

from generators.model.ideographs import EQUIVALENT
from generators.publishing.search.sections import sections_of
from generators.publishing.search.unsearched import GAP
from generators.publishing.shipped import has_only_shipped_plugins

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


_REMOVED: Final = re.compile(r'data-search-\w+="')
"""Matches what the plugin removes from a page; no component of ours has it."""


class QuickSearchIndex(SearchIndex):  # type: ignore[misc] # Material ships no types
    """Material's search index with the same entries, mostly without its slow parser."""

    _added: Page | None = None

    def add_quickly(self, page: Page) -> bool:
        """Add an entry for each section of ``page``; return whether that is all the plugin would do with it.

        Otherwise nothing is added.
        """
        html = page.content or ""
        if GAP in html or _REMOVED.search(html):
            return False
        if not (page.meta.get("search") or {}).get("exclude"):
            sections = sections_of(html)
            if sections is None:
                return False
            for section in sections:
                if not section.is_excluded():
                    self.create_entry_for_section(section, page.toc, page.url, page)
        self._added = page
        return True

    def add_entry_from_context(self, page: Page) -> None:
        """Add an entry for each section of ``page``, unless it was just added quickly."""
        if self._added is not page:
            super().add_entry_from_context(page)
        self._added = None


def fill_search_index_quickly(config: MkDocsConfig) -> None:
    """Replace the empty search index of Material's plugin, if ``config`` has it, by a quick one."""
    for plugin in _search_plugins(config):
        plugin.search_index = QuickSearchIndex(**plugin.config)


def quick_index(config: MkDocsConfig) -> QuickSearchIndex | None:
    """Return the quick search index of ``config``; ``None`` if another plugin may look at pages as well."""
    if has_only_shipped_plugins(config):
        for plugin in _search_plugins(config):
            if isinstance(plugin.search_index, QuickSearchIndex):
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


def slim_search_index(path: Path) -> None:
    """Rewrite the search index at ``path`` without escapes and word breaks, at half the size.

    Its ``config`` gets ``ideographs``: radicals, each with its ordinary character, for what is typed in the
    search box; texts are in that form already.

    The site searches for substrings, so the breaks that the search plugin inserts between Chinese words
    (if a word segmenter is installed) would prevent matches.
    """
    index = json.loads(path.read_text(encoding="utf-8").replace("\\u200b", "").replace("\\u2029", " "))
    index.setdefault("config", {})["ideographs"] = "".join(map("".join, EQUIVALENT.items()))
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", newline="\n")
