"""Long words, such as addresses of web pages: marked, so that a style sheet can let lines break in them."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

LONG_WORD: Final = "long-word"
"""The class of a long word; those that begin with ``tb-`` are refused in pages, and this stands in them."""

LONG: Final = re.compile(r"[!-~]{25,}")
"""As long as half a line on paper: moved to the next line as a whole, it would tear a justified line open."""

_KEPT: Final = frozenset({"pre", "script", "style", "textarea"})


class LongWords(Treeprocessor):
    """Puts every long run of letters, digits and ASCII marks into a ``<span>`` of its own."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for parent in list(root.iter()):
            if parent.tag in _KEPT or parent.get("class") == LONG_WORD:
                continue
            for at, child in reversed(list(enumerate(parent))):
                if child.tail:
                    child.tail, spans = _split(child.tail)
                    parent[at + 1 : at + 1] = spans
            if parent.text:
                parent.text, spans = _split(parent.text)
                parent[0:0] = spans


def _split(text: str) -> tuple[str, list[Element]]:
    """Return the text before the first long word, and an element for each, followed by its text."""
    words = list(LONG.finditer(text))
    spans: list[Element] = []
    if not words:
        return text, spans
    for word, end in zip(words, [*(each.start() for each in words[1:]), len(text)], strict=True):
        span = Element("span", {"class": LONG_WORD})
        span.text, span.tail = word[0], text[word.end() : end]
        spans.append(span)
    return text[: words[0].start()], spans
