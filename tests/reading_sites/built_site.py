"""A built site as its readers and their browsers meet it: pages, anchors, links, requests."""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

_REQUESTS: Final = (
    ("script", "src"),
    *((f'link[rel="{rel}"]', "href") for rel in ("stylesheet", "icon", "preload", "prefetch", "manifest")),
    ("img", "src"),
    ("img", "srcset"),
    ("source", "src"),
    ("iframe", "src"),
    ("object", "data"),
    ("use", "href"),
    ("form", "action"),
)
"""Elements whose attribute makes a browser fetch something, or send something somewhere."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One address written on a page: the page's file, the address, its element, the site's root."""

    page: str
    written: str
    tag: str
    root: str = "/"

    @property
    def is_outside(self) -> bool:
        """Whether it leads off the site."""
        parts = urlsplit(self.written)
        return bool(parts.scheme or parts.netloc)

    @property
    def file(self) -> str:
        """Return the file of the site that it leads to."""
        path = unquote(urlsplit(self.written).path)
        if not path:
            return self.page
        folder = "" if path.startswith("/") else posixpath.dirname(self.page)
        path = path.removeprefix(self.root).lstrip("/")
        target = posixpath.normpath(posixpath.join(folder, path)).removeprefix("./")
        if path.endswith(("/", ".", "..")) and target == ".":
            return "index.html"
        return posixpath.join(target, "index.html") if path.endswith(("/", ".", "..")) else target

    @property
    def anchor(self) -> str:
        """Return the anchor it asks for, empty when none."""
        return unquote(urlsplit(self.written).fragment)


@dataclass(frozen=True)
class BuiltSite:
    """The site in ``folder``, served at ``root`` of its host."""

    folder: Path
    root: str = "/"

    @cached_property
    def files(self) -> frozenset[str]:
        """Return the paths of all files."""
        return frozenset(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()
        )

    @cached_property
    def pages(self) -> dict[str, LexborHTMLParser]:
        """Return every page, parsed, by its file."""
        return {
            name: LexborHTMLParser((self.folder / name).read_bytes())
            for name in sorted(self.files)
            if name.endswith(".html")
        }

    @cached_property
    def framed_pages(self) -> dict[str, LexborHTMLParser]:
        """Return the pages in the frame of the site, which are all but the embedded views, by their file."""
        return {name: page for name, page in self.pages.items() if not name.startswith("embed/")}

    @cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        """Return the ids of every page's elements."""
        return {
            name: frozenset(node.attributes["id"] or "" for node in page.css("[id]"))
            for name, page in self.pages.items()
        }

    def links(self, page: str) -> Iterator[tuple[LexborNode, Reference]]:
        """Yield the links of a page with their elements."""
        for node in self.pages[page].css("a[href]"):
            yield node, Reference(page, node.attributes["href"] or "", "a", self.root)

    def meta(self, page: str) -> dict[str, str]:
        """Return the contents of a page's ``<meta>`` tags by name or property, in their order."""
        tags = (node.attributes for node in self.pages[page].css("meta[name], meta[property]"))
        return {tag.get("name") or tag.get("property") or "": tag.get("content") or "" for tag in tags}

    def references(self) -> Iterator[Reference]:
        """Yield every address on every page: links and requests."""
        for page in self.pages:
            yield from (reference for _, reference in self.links(page))
            yield from self.requests(page)

    def requests(self, page: str) -> Iterator[Reference]:
        """Yield what a browser fetches for a page, without being asked."""
        for tag, attribute in _REQUESTS:
            for node in self.pages[page].css(f"{tag}[{attribute}]"):
                written = node.attributes[attribute] or ""
                yield Reference(page, written, tag.partition("[")[0], self.root)

    def clicks_from_home(self) -> dict[str, int]:
        """Return how many clicks lead from the home page to each page that links reach."""
        found = {"index.html": 0}
        waiting = deque(found)
        while waiting:
            page = waiting.popleft()
            for _, reference in self.links(page):
                if not reference.is_outside and reference.file in self.pages:
                    if reference.file not in found:
                        waiting.append(reference.file)
                    found.setdefault(reference.file, found[page] + 1)
        return found
