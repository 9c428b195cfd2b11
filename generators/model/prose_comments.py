"""HTML comments in Markdown: notes among editors, of which nothing is published."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

_OPENING: Final = "<!--"
_DECLARATION: Final = re.compile(r"<[!?]")
_FENCE: Final = re.compile(r"^(?:`{3,}|~{3,})", re.MULTILINE)
_FENCE_ALONE: Final = re.compile(r"^(?P<fence>`{3,}|~{3,})[ ]*$", re.MULTILINE)
_TICKS: Final = re.compile(r"`+")
_SIGN: Final = re.compile(r"<!--|<[!?]|`+|^~{3,}", re.MULTILINE)
_CLOSING: Final = re.compile(r"--!?>")
_VISIBLE: Final = re.compile(r"[^\n]")


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every comment of Markdown ``text`` that stands outside code.

    A comment that is not closed extends to the end of the text. Takes time proportional to the text.
    """
    for start, end in _outside_code(text) if _OPENING in text else ():
        if text.startswith(_OPENING, start):
            yield start, end


def declarations(text: str) -> Iterator[int]:
    """Yield the start of everything in Markdown ``text`` that begins like a declaration and is no comment."""
    for start, _ in _outside_code(text) if _DECLARATION.search(text) else ():
        if not text.startswith(_OPENING, start):
            yield start


def _outside_code(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each comment, and of the first characters of each declaration."""
    code = _Code(text)
    position = 0
    while sign := _SIGN.search(text, position):
        if sign[0] == _OPENING:
            position = _end_of_comment(text, sign.start())
        elif sign[0].startswith("<"):
            position = sign.end()
        else:
            position = code.end_after(sign)
            continue
        yield sign.start(), position


def without_comments(text: str) -> str:
    """Return Markdown ``text`` without its comments."""
    pieces: list[str] = []
    position = 0
    for start, end in comments(text):
        pieces.append(text[position:start])
        position = end
    return "".join([*pieces, text[position:]])


def with_comments_blanked(text: str) -> str:
    """Return Markdown ``text`` with spaces for its comments: every other character keeps its place."""
    pieces: list[str] = []
    position = 0
    for start, end in comments(text):
        pieces += (text[position:start], _VISIBLE.sub(" ", text[start:end]))
        position = end
    return "".join([*pieces, text[position:]])


def is_closed_comment(comment: str) -> bool:
    """Whether a comment, from its first character on, ends before the text does."""
    return comment.endswith(">")


def _end_of_comment(text: str, start: int) -> int:
    inside = start + len(_OPENING)
    for empty in (">", "->"):  # browsers end these at once
        if text.startswith(empty, inside):
            return inside + len(empty)
    closing = _CLOSING.search(text, inside)
    return closing.end() if closing else len(text)


class _Code:
    """Where code ends: fenced blocks, and spans between two runs of as many backticks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._fences = {match.start() for match in _FENCE.finditer(text)}
        self._closing_fences = _starts(_FENCE_ALONE, text)
        self._runs = _starts(_TICKS, text)

    def end_after(self, sign: re.Match[str]) -> int:
        """Return the end of the code that begins at ``sign``; that of the sign itself if none does."""
        if sign.start() in self._fences:
            closing = _following(self._closing_fences.get(sign[0], ()), sign.end())
            if closing is not None:
                return closing + len(sign[0])
        if not sign[0].startswith("`"):
            return sign.end()
        closing = _following(self._runs[sign[0]], sign.end())
        # A span of code is part of one paragraph.
        if closing is None or self._text.find("\n\n", sign.end(), closing) >= 0:
            return sign.end()
        return closing + len(sign[0])


def _starts(pattern: re.Pattern[str], text: str) -> dict[str, list[int]]:
    """Return where the matches of ``pattern`` begin, by what they match without trailing spaces."""
    found: dict[str, list[int]] = {}
    for match in pattern.finditer(text):
        found.setdefault(match[0].rstrip(), []).append(match.start())
    return found


def _following(starts: Sequence[int], position: int) -> int | None:
    at = bisect_left(starts, position)
    return starts[at] if at < len(starts) else None
