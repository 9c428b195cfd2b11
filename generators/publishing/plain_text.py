"""A Markdown extension that keeps plain text, and links written in HTML, from the inline patterns.

Python-Markdown applies some twenty patterns to every text, again after each match, and puts aside each tag
alone. Most texts have no mark of Markdown at all, or only the links that calls in prose become.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX, AtomicString

from generators.model.anchors import EXTENSIONS
from generators.model.prose_markup.line_breaks import CHINESE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

MARKS: Final = r"\\`*_\[\]!<>&\n" + STX + ETX
"""What a pattern of Python-Markdown or of the site's extensions begins with."""

_TEXT: Final = rf"[^{MARKS}]{{1,24}}(?=<)"
"""The text of a link: not so long that it would be a long word."""

_LINK: Final = re.compile(
    rf'<a [^<>\\`\[\]!\n{STX}{ETX}]*>(?:{_TEXT}|<span class="[\w -]*">(?:{_TEXT})?</span>)*</a>'
)
_MARK: Final = re.compile(f"[{MARKS}]")

_LINE: Final = re.compile(rf"^[|{CHINESE}].*<a .*", re.MULTILINE)
"""Matches a line with a link, of a table or a paragraph, that neither begins nor indents anything."""

PLAIN_TEXT: Final = "tongbao_plain_text"
"""The name of the treeprocessor."""

_BEFORE_PATTERNS: Final = 21
"""The priority: just before the inline patterns (20)."""

_OF_MKDOCS: Final = ("toc", "tables", "fenced_code")


class PlainText(Extension):
    """Leaves text as it is that no inline pattern would change.

    It is for the extensions of the site alone: another one may change plain text as well.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the treeprocessor."""
        md.treeprocessors.register(_PlainText(md), PLAIN_TEXT, _BEFORE_PATTERNS)


class _PlainText(Treeprocessor):
    """Marks the plain texts of a page as done, their links put aside as raw HTML."""

    def run(self, root: Element) -> None:
        """Change the texts of the tree in place."""
        for element in root.iter():
            if element.text:
                element.text = self._done(element.text)
            if element.tail:
                element.tail = self._done(element.tail)

    def _done(self, text: str) -> str:
        if isinstance(text, AtomicString):
            return text
        if STX in text and not _MARK.search(HTML_PLACEHOLDER_RE.sub("", text)):
            return AtomicString(text)
        if "<a " in text:
            if not _is_plain_beside_links(text):
                return text
            text = _LINK.sub(self._stashed, text)
        elif _MARK.search(text):
            return text
        return AtomicString(text)

    def _stashed(self, link: re.Match[str]) -> str:
        return self.md.htmlStash.store(link[0])


def without_links(text: str, stashed: Callable[[str], str]) -> str:
    """Return the Markdown ``text`` with each link in lines without other marks replaced by ``stashed(link)``.

    For Python-Markdown these lines are then plain text: its readers of HTML find nothing there.
    """

    def plain(line: re.Match[str]) -> str:
        if not _is_plain_beside_links(line[0]):
            return line[0]
        return _LINK.sub(lambda link: link[0] if "|" in link[0] else stashed(link[0]), line[0])

    return _LINE.sub(plain, text)


def _is_plain_beside_links(text: str) -> bool:
    first, *rest = _LINK.split(text)
    return bool(rest) and not _MARK.search("".join((first, *rest)))


def has_only_own_extensions(config: MkDocsConfig) -> bool:
    """Whether ``config`` has no Markdown extension but those of the site and of MkDocs, as they come."""
    own = {*EXTENSIONS, *_OF_MKDOCS}
    return own.issuperset(config.markdown_extensions) and not any(config.mdx_configs.values())
