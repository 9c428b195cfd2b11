"""What the search plugin reads of a page, and the index that it leaves behind."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

_UNSEARCHED: Final = re.compile(r"<svg\b.*?</svg>|<table\b[^>]*\sdata-search-exclude>.*?</table>", re.DOTALL)
"""Drawings, which say nothing that the text beside them does not, and tables kept out of the search."""

_HIDDEN: Final = "<!--tongbao:unsearched-->"


def without_unsearched(html: str) -> tuple[str, list[str]]:
    """Return a page without the drawings and tables that are not searched, and those in order.

    The search plugin leaves them out as well, but only after it has read them tag by tag.
    """
    return _UNSEARCHED.sub(_HIDDEN, html), _UNSEARCHED.findall(html)


def with_unsearched(html: str, unsearched: list[str]) -> str:
    """Return the page again with what :func:`without_unsearched` took out of it."""
    first, *others = html.split(_HIDDEN)
    return first + "".join(drawn + text for drawn, text in zip(unsearched, others, strict=True))


def slim_search_index(path: Path) -> None:
    """Rewrite the search index without escapes and word breaks: half the size for every reader.

    The site's own search looks for what the reader typed, so the breaks that the search plugin puts
    between Chinese words, where a word splitter is installed, would only be in its way.
    """
    index = json.loads(path.read_text(encoding="utf-8").replace("\\u200b", ""))
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", newline="\n")
