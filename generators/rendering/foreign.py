"""Marks what is Chinese on a page whose frame is in another language: names of places, prose of documents.

Screen readers choose their voice by it, and browsers their glyphs and line breaks.
"""

from __future__ import annotations

import re
from typing import Final

from generators.model.language import Language

_TOKEN: Final = re.compile(
    r"""<!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)\s*>|<!?/?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, a script or style with its content, or a tag; all else is text."""

_NAME: Final = re.compile(r"</?([a-zA-Z][\w:-]*)")
_LANG: Final = re.compile(r'\slang="([^"]*)"')
_HAN: Final = re.compile("[\u3400-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z]")
_RUN: Final = re.compile(
    "[《“（]*[\u3400-\u9fff](?:[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”·—…0-9]*[\u3400-\u9fff）》”])?"
)
"""Chinese within a sentence of another language, with the punctuation and figures inside it."""

_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905 - names read best as text
_ONLY_TEXT: Final = frozenset({"title", "option", "textarea", "desc", "text"})
"""Elements that cannot hold a ``span``: they are marked whole."""

CHINESE: Final = f'lang="{Language.CHINESE.value}"'


def with_chinese_marked(html: str) -> str:
    """Return a page with ``lang="zh-CN"`` on each element that holds Chinese alone, or on a span around it.

    What is within an element of that language already is not changed.
    """
    parts: list[str] = []
    opened: list[tuple[str, bool, int]] = []  # name, whether Chinese, position of its tag in parts
    tokens = _tokens(html)
    for at, (token, is_text) in enumerate(tokens):
        if is_text:
            parts.append(_marked(token, tokens, at, opened, parts))
            continue
        parts.append(token)
        name = _NAME.match(token)
        if name is None or token.endswith("/>"):
            continue
        tag = name[1].lower()
        if token.startswith("</"):
            _close(tag, opened)
        elif tag not in _VOID and not _is_whole(token):
            written = _LANG.search(token)
            is_chinese = written[1] == Language.CHINESE.value if written else bool(opened and opened[-1][1])
            opened.append((tag, is_chinese, len(parts) - 1))
    return "".join(parts)


def _is_whole(token: str) -> bool:
    """Return whether a token is a script or style with its end."""
    return token.lower().startswith(("<script", "<style"))


def _close(tag: str, opened: list[tuple[str, bool, int]]) -> None:
    """Close the innermost element called ``tag``, with those left open in it, such as paragraphs."""
    for at in range(len(opened) - 1, -1, -1):
        if opened[at][0] == tag:
            del opened[at:]
            return


def _tokens(html: str) -> list[tuple[str, bool]]:
    """Return the tags and texts of a page in order, each with whether it is text."""
    found, end = [], 0
    for match in _TOKEN.finditer(html):
        if match.start() > end:
            found.append((html[end : match.start()], True))
        found.append((match[0], False))
        end = match.end()
    if end < len(html):
        found.append((html[end:], True))
    return found


def _marked(
    text: str,
    tokens: list[tuple[str, bool]],
    at: int,
    opened: list[tuple[str, bool, int]],
    parts: list[str],
) -> str:
    """Return a text with its Chinese marked; its element is marked instead if it holds no more than that."""
    if not _HAN.search(text) or (opened and opened[-1][1]):
        return text
    is_chinese = not _LATIN.search(text)
    if opened:
        tag, _, start = opened[-1]
        is_alone = (
            start == len(parts) - 1 and at + 1 < len(tokens) and tokens[at + 1][0].startswith(f"</{tag}")
        )
        if tag in _ONLY_TEXT or (is_chinese and is_alone and not _LANG.search(parts[start])):
            parts[start] = f"{parts[start][:-1]} {CHINESE}>"
            return text
    if is_chinese:
        inner = text.strip()
        before, _, after = text.partition(inner)
        return f"{before}<span {CHINESE}>{inner}</span>{after}"
    return _RUN.sub(lambda run: f"<span {CHINESE}>{run[0]}</span>", text)
