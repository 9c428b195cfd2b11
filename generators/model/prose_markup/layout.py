"""The lines of Markdown, rewritten so that Python-Markdown reads the layout of official documents as meant.

Python-Markdown wants an empty line before a list, four spaces for each level of nesting, and takes
indented text for code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

_SPACE: Final = " \u00a0\u3000"
_INDENT: Final = re.compile(f"[{_SPACE}]*")
_BULLET: Final = re.compile(rf"(?P<mark>[-*+])[{_SPACE}]+(?P<text>[^{_SPACE}].*)")
_RULE: Final = re.compile(r"(?:[-*_][ ]*){3,}")

_HAN_NUMBER: Final = "[一二三四五六七八九十百零〇]{1,5}"
_NUMBERED: Final = re.compile(
    rf"(?:\*\*|__)?(?:{_HAN_NUMBER}、|[（(](?:{_HAN_NUMBER}|\d{{1,3}})[）)]|\d{{1,3}}[.．、](?!\d)|[①-⑳㈠-㈩⑴-⒇⒈-⒛])"
)
"""The numbers of official documents, 一、（一）1.（1）①, at the beginning of a line."""

_UNFINISHED: Final = tuple("，、（(《“‘—-～第及和与或至")
"""What a line ends with that goes on in the next one, though that begins with a number."""

_BREAK: Final = "  "
"""What ends a line that Markdown breaks."""

_CONTAINER: Final = re.compile(r"(?:!!!|\?\?\?\+?|===|///)[ ]|\[\^[^\]\n]+\]:|:[ ]{1,3}\S")
"""Beginnings of blocks whose content is indented: admonitions, tabs, footnotes, definitions."""

_QUOTED: Final = re.compile(r"[ ]{0,3}>[ ]?")
_DEEPEST: Final = 20
"""The number of quotations within each other that are looked into."""

_LEVEL: Final = 4
_LEAST_NESTED: Final = 2
_RIGHT_ALIGNED: Final = 8
"""Text indented by so much more than its list is set at the right by hand, and not part of it."""


def laid_out(lines: Iterable[str], depth: int = 0) -> Iterator[str]:
    """Yield ``lines``, without tabs, as Python-Markdown has to read them; ``depth`` counts quotations."""
    layout = _Layout()
    for is_quoted, group in groupby(lines, lambda line: _QUOTED.match(line) is not None):
        if is_quoted and depth < _DEEPEST:
            layout = _Layout()
            inner = laid_out((_QUOTED.sub("", line) for line in group), depth + 1)
            yield from (f"> {line}".rstrip() if not line.endswith("  ") else f"> {line}" for line in inner)
        else:
            for line in group:
                yield from layout.of(line)


class _Layout:
    """What the lines so far mean for the next one: the lists that are open, and the last line."""

    def __init__(self) -> None:
        self._lists: list[int] = []
        self._last = ""
        self._is_in_container = False

    def of(self, line: str) -> Iterator[str]:
        """Yield what stands for ``line``; an empty line comes before what begins a block."""
        text = line.strip(_SPACE + "\t\r")
        if not text:
            self._last = ""
            yield ""
            return
        *before, written = self._of_text(line, text)
        yield from before
        yield written + _BREAK if line.endswith(_BREAK) and not written.endswith(_BREAK) else written
        self._last = text

    def _of_text(self, line: str, text: str) -> Iterator[str]:
        indent = _INDENT.match(line)
        space = indent[0] if indent else ""
        if self._is_in_container and (space or self._last):
            yield line
            return
        self._is_in_container = not space and _CONTAINER.match(text) is not None
        if self._is_in_container:
            self._lists = []
            yield line
            return
        bullet = None if _RULE.fullmatch(text) else _BULLET.fullmatch(text)
        if bullet is not None:
            yield from self._item(_width(space), bullet)
        elif "\u3000" in space or self._begins_with_number(text):
            yield from self._paragraph(space, text)
        elif self._last:
            yield text
        else:
            self._close(_width(space))
            yield f"{' ' * (_LEVEL * len(self._lists))}{text}"

    def _item(self, width: int, bullet: re.Match[str]) -> Iterator[str]:
        """Yield an item of a list, on the level that its indentation means."""
        begins = not self._lists
        while self._lists and width < self._lists[-1]:
            self._lists.pop()
        if not self._lists or width >= self._lists[-1] + _LEAST_NESTED:
            self._lists.append(width)
        if begins and self._last:
            yield ""
        yield f"{' ' * (_LEVEL * (len(self._lists) - 1))}{bullet['mark']} {bullet['text']}"

    def _paragraph(self, space: str, text: str) -> Iterator[str]:
        """Yield a line that begins a paragraph: within the item above if it is indented by spaces."""
        self._close(0 if "\u3000" in space else _width(space))
        if self._last:
            yield ""
        yield f"{' ' * (_LEVEL * len(self._lists))}{text}"

    def _begins_with_number(self, text: str) -> bool:
        return _NUMBERED.match(text) is not None and not self._last.endswith(_UNFINISHED)

    def _close(self, width: int) -> None:
        """Close the lists that a block indented by ``width`` does not belong to."""
        while self._lists and width < self._lists[-1] + _LEAST_NESTED:
            self._lists.pop()
        if self._lists and width >= self._lists[-1] + _RIGHT_ALIGNED:
            self._lists = []


def _width(space: str) -> int:
    """Return the number of columns of white space; a full-width space takes two."""
    return len(space) + space.count("\u3000")
