"""Takes out of a page what is not searched, and puts it back."""

from __future__ import annotations

import re
from typing import Final

_UNSEARCHED: Final = re.compile(
    r"(<svg\b.*?</svg>|<table\b[^>]*\sdata-search-exclude>.*?</table>)", re.DOTALL
)
"""Matches drawings, whose text is repeated beside them, and tables excluded from the search."""

HIDDEN: Final = "<!--tongbao:unsearched-->"
"""Marks the place of what was taken out."""


def without_unsearched(html: str) -> tuple[str, list[str]]:
    """Return a page with a marker for each drawing and table that is not searched, and these in order.

    The search plugin would skip them too, but only after parsing them tag by tag.
    """
    parts = _UNSEARCHED.split(html)
    return HIDDEN.join(parts[::2]), parts[1::2]


def with_unsearched(html: str, unsearched: list[str]) -> str:
    """Return the page with everything that :func:`without_unsearched` removed put back."""
    first, *others = html.split(HIDDEN)
    return first + "".join(drawn + text for drawn, text in zip(unsearched, others, strict=True))
