"""The form in which texts are compared, and the keys by which they are looked up.

The search box does the same (``search-index.js``); both must find the same keys in the same text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from operator import add
from typing import Final

_HALF_WIDTH: Final = {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)} | {"\u3000": " "}
_CONTEXTUAL: Final = "Σ"
"""The letter whose small form depends on what follows it."""

EDGE: Final = "\n"
"""Stands before and after a title: it begins and ends with the pairs of this and its own characters."""


def comparable(text: str) -> str:
    """Return ``text`` with half-width characters and small letters, at the same length."""
    half = text
    for wide in _HALF_WIDTH.keys() & set(text):  # str.translate looks at each character, and takes far longer
        half = half.replace(wide, _HALF_WIDTH[wide])
    lower = half.lower()
    if len(lower) == len(half) and _CONTEXTUAL not in half:
        return lower
    return "".join(small if len(small := each.lower()) == 1 else each for each in half)


def keys_of(texts: Iterable[str]) -> set[str]:
    """Return each character and each pair of neighbours in ``texts``."""
    found: set[str] = set()
    for text in texts:
        found.update(text)
        found.update(map(add, text, text[1:]))
    return found


def counted_keys(text: str) -> Mapping[str, int]:
    """Return how often each character and each pair of neighbours is in ``text``."""
    return Counter(chain(text, map(add, text, text[1:])))
