"""A Markdown extension that keeps the HTML blocks of our templates out of the Markdown parser.

Python-Markdown parses raw HTML tag by tag, by its own parser and again by MkDocs', and restores it
unchanged. For pages that are mostly tables that is most of the build time.
"""

from __future__ import annotations

import re
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from generators.publishing.plain_text import PLAIN_TEXT, without_links

_START: Final = r'<(?P<tag>div|dl|nav|ol|p|table|ul) class="tb-'
_BLOCK: Final = re.compile(rf"(?:\A|(?<=\n\n)){_START}.*?</(?P=tag)>(?=\n\n)", re.DOTALL)
"""Matches a possible component of ours: whole lines, beginning with an element of a class ``tb-…``."""

_BEGINNING: Final = re.compile(_START)

_NORMALIZER: Final = "normalize_whitespace"

_AFTER_FENCED_CODE: Final = 22
"""The priority: after Python-Markdown's fenced code (25), before MkDocs' and its own HTML (21, 20)."""


NORMALIZED_OR_FENCE: Final = ("```", "~~~", "\t", "\r", STX, ETX)
"""What Python-Markdown normalises, apart from lines of spaces, and what begins a fenced block."""

_LINE_OF_SPACES: Final = re.compile(r"\n +\n")


class HtmlBlocks(Extension):
    """Stashes the components of our templates until Markdown has been converted."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the preprocessor."""
        md.preprocessors.register(_Stash(md), "tongbao_html_blocks", _AFTER_FENCED_CODE)


class _Stash(Preprocessor):
    """Moves whole components to Python-Markdown's stash of raw HTML, which is restored at the end."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each component replaced by its placeholder."""
        return self.without_components("\n".join(lines)).split("\n")

    def without_components(self, text: str) -> str:
        """Return ``text`` with each component replaced by its placeholder."""
        return _BLOCK.sub(self._stashed, text)

    def _stashed(self, match: re.Match[str]) -> str:
        block = match[0]
        return self.md.htmlStash.store(f"{block}\n") if _is_component(block, match["tag"]) else block


def is_component(block: str) -> bool:
    """Whether a block between empty lines is a component of our templates, which Markdown does not change."""
    match = _BEGINNING.match(block)
    return match is not None and block.endswith(f"</{match['tag']}>") and _is_component(block, match["tag"])


def _is_component(block: str, tag: str) -> bool:
    return " markdown=" not in block and _is_one_element(block, tag)


def _is_one_element(block: str, tag: str) -> bool:
    """Whether the first element of the block ends at the end of the block, and not before."""
    if block.count(f"</{tag}") == 1:
        return block.count(f"<{tag} ") + block.count(f"<{tag}>") == 1
    depth = 0
    for edge in re.finditer(rf"<(/?){tag}[ >]", block):
        if depth == 0 and edge.start():
            return False
        depth += -1 if edge[1] else 1
    return depth == 0


class EarlyBlocks:
    """Puts the components of a page aside before anything else reads or normalises its lines."""

    def __init__(self, md: Markdown) -> None:
        """Prepare ``md``, which has the extension ``HtmlBlocks``, to convert what :meth:`text` returns."""
        self._md = md
        self._has_plain_text = PLAIN_TEXT in md.treeprocessors
        self._stash = _Stash(md)
        self._normalizer = md.preprocessors[_NORMALIZER]
        md.preprocessors.deregister(_NORMALIZER)

    def text(self, markdown: str) -> str:
        """Return normalised Markdown with each component, and links in plain text, replaced by placeholders.

        Nothing is put aside yet if a component may be part of a fenced block, or is not normal itself.
        """
        text = f"{markdown}\n\n"
        if any(each in text for each in NORMALIZED_OR_FENCE) or _LINE_OF_SPACES.search(text):
            return "\n".join(self._normalizer.run(markdown.split("\n")))
        text = self._stash.without_components(text)
        return without_links(text, self._md.htmlStash.store) if self._has_plain_text else text
