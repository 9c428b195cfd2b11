"""Takes out of a page what is not searched, and puts it back."""

from __future__ import annotations

import re
from typing import Final

from generators.model.block_tags import BLOCK_TAGS

_UNSEARCHED: Final = re.compile(
    r"(<svg\b[^<]*(?:<(?!/svg>)[^<]*)*</svg>"
    r"|<table\b[^>]*\sdata-search-exclude>[^<]*(?:<(?!/table>)[^<]*)*</table>)"
)
"""Matches drawings, whose text is repeated beside them, and tables excluded from the search."""

HIDDEN: Final = "<!--tongbao:unsearched-->"
"""Marks the place of what was taken out."""

_KEPT_TAGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "ul"})
"""Elements that the search plugin keeps in its text, or begins a section with."""

EDGE_TAGS: Final = BLOCK_TAGS - _KEPT_TAGS
"""The other blocks, whose edges the plugin leaves out: 目标</th><th>数值 would be 目标数值."""

LINE: Final = 'class="tb-small'
"""In a start tag: the style sheet puts the element on a line of its own."""

_EDGES: Final = re.compile(rf"(?:(?:</?(?:{'|'.join(sorted(EDGE_TAGS))})\b[^>]*>|<[a-z]+ {LINE}[^>]*>)\s*)+")

GAP: Final = "\u2029"
"""A paragraph separator: a space in the plugin's text, and nothing that a page has otherwise."""


def without_unsearched(html: str) -> tuple[str, list[str]]:
    """Return a page with a marker for each drawing and table that is not searched, and these in order.

    The search plugin would skip them too, but only after parsing them tag by tag. Blocks that it runs
    together, such as the cells of a table, are parted by a separator.
    """
    parts = searched_parts(html)
    return _EDGES.sub(_with_gap, HIDDEN.join(parts[::2])), parts[1::2]


def searched_parts(html: str) -> list[str]:
    """Return the parts of a page that are searched, and between each two of them one that is not."""
    return _UNSEARCHED.split(html)


def _with_gap(edges: re.Match[str]) -> str:
    return edges[0] + GAP


def with_unsearched(html: str, unsearched: list[str]) -> str:
    """Return the page with everything that :func:`without_unsearched` removed put back."""
    first, *others = html.replace(GAP, "").split(HIDDEN)
    return first + "".join(drawn + text for drawn, text in zip(unsearched, others, strict=True))
