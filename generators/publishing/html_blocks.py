"""Blocks of HTML that our templates made go around Markdown, not through it.

Python-Markdown parses raw HTML tag by tag, with its own reader and once more with MkDocs', only to
put it back unchanged. For pages that are mostly tables that is most of a build.
"""

from __future__ import annotations

import re
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_BLOCK: Final = re.compile(
    r'(?:\A|(?<=\n\n))<(?P<tag>div|dl|nav|ol|p|table|ul) class="tb-.*?</(?P=tag)>(?=\n\n)', re.DOTALL
)
"""What may be one of our components: it begins and ends with a line, and has a class of the theme."""

_AFTER_FENCED_CODE: Final = 22
"""Below Python-Markdown's reader of fenced code (25), above MkDocs' and its own of HTML (21, 20)."""


class HtmlBlocks(Extension):
    """Keeps the components of our templates out of Markdown's sight until its HTML is done."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the preprocessor."""
        md.preprocessors.register(_Stash(md), "tongbao_html_blocks", _AFTER_FENCED_CODE)


class _Stash(Preprocessor):
    """Puts whole components where Python-Markdown itself puts raw HTML, which it restores at the end."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each whole component replaced by its place in the stash."""
        return _BLOCK.sub(self._stashed, "\n".join(lines)).split("\n")

    def _stashed(self, match: re.Match[str]) -> str:
        block = match[0]
        if " markdown=" in block or not _is_one_element(block, match["tag"]):
            return block
        return self.md.htmlStash.store(f"{block}\n")


def _is_one_element(block: str, tag: str) -> bool:
    """Whether the element that begins the block ends with it, and not before."""
    depth = 0
    for edge in re.finditer(rf"<(/?){tag}[ >]", block):
        if depth == 0 and edge.start():
            return False
        depth += -1 if edge[1] else 1
    return depth == 0
