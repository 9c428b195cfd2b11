"""A scanner of template syntax in prose: ``{{ }}``, ``{% %}`` and ``{# #}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

_OPENING: Final = re.compile(r"\{[{%#]")
_CLOSING: Final = {
    "{{": re.compile(r"""\}\}|["']"""),  # braces within quotes belong to the text
    "{%": re.compile(r"%\}"),
    "{#": re.compile(r"#\}"),
}
_QUOTES: Final = {'"': re.compile('"'), "'": re.compile("'")}


@dataclass(frozen=True, slots=True)
class Tag:
    """A piece of template syntax: the characters from ``start`` to before ``end`` of a text.

    ``opening`` is its first two characters, ``inner`` the text within a closed ``{{ }}``, else ``None``.
    A tag that is not closed (``is_finished`` false) extends to the end of the text.
    """

    start: int
    end: int
    opening: str
    inner: str | None
    is_finished: bool


def tags(text: str) -> Iterator[Tag]:
    """Yield the tags of a text in order, in time proportional to its length."""
    opening = _found(_OPENING, text, 0)
    while opening:
        tag = _tag_at(text, opening)
        yield tag
        opening = _found(_OPENING, text, tag.end)


def with_tags_replaced(
    text: str, replace_tag: Callable[[Tag, str], str], replace_rest: Callable[[str], str] = str
) -> str:
    """Return ``text`` with its tags and the pieces between them replaced.

    ``replace_tag`` takes a tag and its text, ``replace_rest`` a piece between tags.
    """
    return with_spans_replaced(text, tags(text), replace_tag, replace_rest)


class Span(Protocol):
    """The characters from ``start`` to before ``end`` of a text."""

    @property
    def start(self) -> int:
        """Return the offset of the first character."""

    @property
    def end(self) -> int:
        """Return the offset after the last character."""


_Span = TypeVar("_Span", bound=Span)


def with_spans_replaced(
    text: str,
    spans: Iterable[_Span],
    replace_span: Callable[[_Span, str], str],
    replace_rest: Callable[[str], str] = str,
) -> str:
    """Return ``text`` with the spans, which are in order, and the pieces between them replaced."""
    pieces: list[str] = []
    position = 0
    for span in spans:
        pieces.append(replace_rest(text[position : span.start]))
        pieces.append(replace_span(span, text[span.start : span.end]))
        position = span.end
    pieces.append(replace_rest(text[position:]))
    return "".join(pieces)


def _tag_at(text: str, opening: re.Match[str]) -> Tag:
    end = _end_of(text, opening)
    if end is None:
        return Tag(opening.start(), len(text), opening[0], None, is_finished=False)
    inner = text[opening.end() : end - 2] if opening[0] == "{{" else None
    return Tag(opening.start(), end, opening[0], inner, is_finished=True)


def _end_of(text: str, opening: re.Match[str]) -> int | None:
    """Return the end of the tag that begins at ``opening``; ``None`` if it, or a quotation in it, is open."""
    found = _found(_CLOSING[opening[0]], text, opening.end())
    while found and found[0] in _QUOTES:
        quote = _found(_QUOTES[found[0]], text, found.end())
        found = quote and _found(_CLOSING[opening[0]], text, quote.end())
    return found.end() if found else None


def _found(sign: re.Pattern[str], text: str, position: int) -> re.Match[str] | None:
    """Search from ``position``; no pattern exceeds two characters, so the whole scan takes linear time."""
    return sign.search(text, position)
