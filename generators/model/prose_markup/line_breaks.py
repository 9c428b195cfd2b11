"""Line breaks in Chinese text: they divide lines of the file, not words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from generators.model.block_tags import BLOCK_TAGS

CHINESE: Final = (
    "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff\u2014\u2018-\u201d\u2026\u3001-\u3017\uff01-\uff5e"
)
"""Chinese characters and full-width punctuation, for use within ``[`` and ``]`` of a pattern."""

_CHINESE: Final = re.compile(f"[{CHINESE}]")
_BREAK: Final = re.compile(r"[^\S\n]*\n\s*")
_IN_TEXT: Final = re.compile(
    rf"(?<=[{CHINESE}])[^\S\n]*\n[^\S\n]*(?=\S)|(?<=\S)[^\S\n]*\n[^\S\n]*(?=[{CHINESE}])"
)
_TAG: Final = re.compile(r"<[^>]*>")
_KEPT: Final = frozenset({"pre", "code", "script", "style", "textarea"})


def without_line_breaks(text: str) -> str:
    """Return plain text without the line breaks beside a Chinese character; others, and empty lines, stay."""
    return _IN_TEXT.sub("", text) if "\n" in text else text


@dataclass(slots=True)
class _Run:
    """The text of an element, or behind it (``is_tail``); ``None`` for the edge of a block."""

    element: Element
    is_tail: bool
    text: str
    is_kept: bool = False


class LineBreaks(Treeprocessor):
    """Removes line breaks beside Chinese characters, also where an element begins or ends between them."""

    def __init__(self, md: Markdown) -> None:
        """Use the raw HTML that ``md`` has put aside to see what its placeholders show."""
        super().__init__(md)
        self._raw: Sequence[object] = md.htmlStash.rawHtmlBlocks

    def run(self, root: Element) -> None:
        """Change the text of the tree in place."""
        self._raw = self.md.htmlStash.rawHtmlBlocks
        flow: list[_Run | None] = list(_runs(root, is_kept=False))
        for at, run in enumerate(flow):
            if run is not None and not run.is_kept and "\n" in run.text:
                self._join(run, self._beside(flow, at, -1), self._beside(flow, at, 1))

    def _join(self, run: _Run, before: str, after: str) -> None:
        """Remove the line breaks of one run; ``before`` and ``after`` are what shows beside it."""

        def joined(match: re.Match[str]) -> str:
            left = self._last_shown(run.text, match.start()) or before
            right = self._first_shown(run.text, match.end()) or after
            is_chinese = left and right and (_CHINESE.match(left) or _CHINESE.match(right))
            return "" if is_chinese else match[0]

        text = _BREAK.sub(joined, run.text)
        if run.is_tail:
            run.element.tail = text
        else:
            run.element.text = text

    def _beside(self, flow: list[_Run | None], at: int, step: int) -> str:
        """Return the character that shows next before or after a run in its block; empty at its edge."""
        at += step
        while 0 <= at < len(flow):
            run = flow[at]
            if run is None:
                return ""
            text = run.text
            shown = self._last_shown(text, len(text)) if step < 0 else self._first_shown(text, 0)
            if shown:
                return shown
            at += step
        return ""

    def _last_shown(self, text: str, end: int) -> str:
        """Return the last character before ``end`` that shows; empty if none does."""
        while end:
            if text[end - 1] == ETX:
                start = max(text.rfind(STX, 0, end), 0)
                shown = self._shown(text[start:end])
                if shown:
                    return shown[-1]
                end = start
            elif text[end - 1].isspace():
                end -= 1
            else:
                return text[end - 1]
        return ""

    def _first_shown(self, text: str, start: int) -> str:
        """Return the first character from ``start`` that shows; empty if none does."""
        while start < len(text):
            if text[start] == STX:
                end = text.find(ETX, start) + 1 or len(text)
                shown = self._shown(text[start:end])
                if shown:
                    return shown[0]
                start = end
            elif text[start].isspace():
                start += 1
            else:
                return text[start]
        return ""

    def _shown(self, placeholder: str) -> str:
        """Return what a placeholder of Python-Markdown shows: raw HTML, an entity, an escaped character."""
        stashed = HTML_PLACEHOLDER_RE.fullmatch(placeholder)
        if stashed:
            raw = self._raw[int(stashed[1])]
            return unescape(_TAG.sub("", raw)).strip() if isinstance(raw, str) else ""
        code = placeholder.strip(STX + ETX)
        return chr(int(code)) if code.isdecimal() else ""


def _runs(element: Element, *, is_kept: bool) -> Iterator[_Run | None]:
    """Yield the pieces of text below an element in order, and ``None`` for each edge of a block."""
    is_block = element.tag in BLOCK_TAGS
    keeps = is_kept or element.tag in _KEPT
    if is_block:
        yield None
    if element.text:
        yield _Run(element, is_tail=False, text=element.text, is_kept=keeps)
    for child in element:
        yield from _runs(child, is_kept=keeps)
        if child.tail:
            yield _Run(child, is_tail=True, text=child.tail, is_kept=keeps)
    if is_block:
        yield None
