"""Excludes parts of pages from the search, and compacts the search index."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

_UNSEARCHED: Final = re.compile(r"<svg\b.*?</svg>|<table\b[^>]*\sdata-search-exclude>.*?</table>", re.DOTALL)
"""Matches drawings, whose text is repeated beside them, and tables excluded from the search."""

_HIDDEN: Final = "<!--tongbao:unsearched-->"


def without_unsearched(html: str) -> tuple[str, list[str]]:
    """Return a page with a marker for each drawing and table that is not searched, and these in order.

    The search plugin would skip them too, but only after parsing them tag by tag.
    """
    return _UNSEARCHED.sub(_HIDDEN, html), _UNSEARCHED.findall(html)


def with_unsearched(html: str, unsearched: list[str]) -> str:
    """Return the page with everything that :func:`without_unsearched` removed put back."""
    first, *others = html.split(_HIDDEN)
    return first + "".join(drawn + text for drawn, text in zip(unsearched, others, strict=True))


def slim_search_index(path: Path) -> None:
    """Rewrite the search index at ``path`` without escapes and word breaks, at half the size.

    The site searches for substrings, so the breaks that the search plugin inserts between Chinese words
    (if a word segmenter is installed) would prevent matches.
    """
    index = json.loads(path.read_text(encoding="utf-8").replace("\\u200b", ""))
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", newline="\n")
