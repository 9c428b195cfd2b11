"""Leaves: the parts of pages that the search looks up, and the chunks of them that it loads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

SectionPart = tuple[str, str, str]
"""The anchor of a section, its title, and its text or a part of that."""

_SMALLEST: Final = 2_000
_LARGEST: Final = 5_000
_PAGES_PER_CHARACTER: Final = 4
"""A chunk of the site has a character more for so many pages: larger sites have larger chunks, not more."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page, or a part of one that is long. All but the ``sections`` is that of the whole page.

    ``is_first`` is false of the further parts of a page.
    """

    location: str
    title: str
    tags: Sequence[str]
    facets: dict[str, list[str]]
    sections: Sequence[SectionPart]
    is_first: bool

    @property
    def size(self) -> int:
        """Return the length of its texts in characters."""
        return sum(len(title) + len(text) for _, title, text in self.sections)


def chunk_size(pages: int) -> int:
    """Return how many characters a chunk of a site of ``pages`` should have at most."""
    return min(_LARGEST, max(_SMALLEST, pages // _PAGES_PER_CHARACTER))


def leaves_of(entries: Iterable[dict[str, Any]], size: int) -> Iterator[Leaf]:
    """Yield the leaves of the pages with ``entries``; none is longer than ``size`` if that can be avoided.

    Texts are divided at spaces, which no searched word contains: each is in one leaf as a whole.
    """
    for entry in sorted(entries, key=lambda entry: str(entry["location"])):
        title = entry["sections"][0][1]
        for at, sections in enumerate(_gathered(_divided(entry["sections"], size), size)):
            yield Leaf(entry["location"], title, entry["tags"], entry["facets"], sections, is_first=at == 0)


def chunks_of(leaves: Iterable[Leaf], size: int) -> Iterator[list[Leaf]]:
    """Yield the leaves in order, as many together as are not longer than ``size``, but at least one."""
    chunk: list[Leaf] = []
    length = 0
    for leaf in leaves:
        if chunk and length + leaf.size > size:
            yield chunk
            chunk, length = [], 0
        chunk.append(leaf)
        length += leaf.size
    if chunk:
        yield chunk


def _divided(sections: Iterable[Sequence[str]], size: int) -> Iterator[SectionPart]:
    for anchor, title, text in sections:
        rest = text
        while len(rest) > size and (end := rest.rfind(" ", 0, size) + 1 or rest.find(" ") + 1):
            yield anchor, title, rest[: end - 1]
            rest = rest[end:]
        yield anchor, title, rest


def _gathered(parts: Iterable[SectionPart], size: int) -> Iterator[list[SectionPart]]:
    found: list[SectionPart] = []
    length = 0
    for part in parts:
        if found and length + len(part[2]) > size:
            yield found
            found, length = [], 0
        found.append(part)
        length += len(part[2])
    yield found
