"""Excludes parts of pages from the search, and compacts the search index."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from generators.model.block_tags import BLOCK_TAGS
from generators.model.ideographs import EQUIVALENT

_UNSEARCHED: Final = re.compile(r"<svg\b.*?</svg>|<table\b[^>]*\sdata-search-exclude>.*?</table>", re.DOTALL)
"""Matches drawings, whose text is repeated beside them, and tables excluded from the search."""

_HIDDEN: Final = "<!--tongbao:unsearched-->"

_KEPT_TAGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "ul"})
"""Elements that the search plugin keeps in its text, or begins a section with."""

_EDGES: Final = re.compile(rf"(?:</?(?:{'|'.join(sorted(BLOCK_TAGS - _KEPT_TAGS))})\b[^>]*>\s*)+")
"""Matches the edges of the other blocks, which the plugin leaves out: 目标</th><th>数值 would be 目标数值."""

_GAP: Final = "\u2029"
"""A paragraph separator: a space in the plugin's text, and nothing that a page has otherwise."""


def without_unsearched(html: str) -> tuple[str, list[str]]:
    """Return a page with a marker for each drawing and table that is not searched, and these in order.

    The search plugin would skip them too, but only after parsing them tag by tag. Blocks that it runs
    together, such as the cells of a table, are parted by a separator.
    """
    unsearched = _UNSEARCHED.findall(html)
    return _EDGES.sub(rf"\g<0>{_GAP}", _UNSEARCHED.sub(_HIDDEN, html)), unsearched


def with_unsearched(html: str, unsearched: list[str]) -> str:
    """Return the page with everything that :func:`without_unsearched` removed put back."""
    first, *others = html.replace(_GAP, "").split(_HIDDEN)
    return first + "".join(drawn + text for drawn, text in zip(unsearched, others, strict=True))


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
