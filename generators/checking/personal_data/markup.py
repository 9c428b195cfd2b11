"""Markup that divides a value and is not seen: HTML tags and comments, entities, Markdown's emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from generators.checking.personal_data.edit import Edit
from generators.model.block_tags import BLOCK_TAGS, TABLE_TAGS

_TAG: Final = re.compile(
    r"<(?:!--(?P<comment>.*?)--|/?(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<inside>(?:[\s/][^<>]*)?))>", re.DOTALL
)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};)")

_MARKS: Final = re.compile(r"\*{1,3}|_{1,3}|~~|==|\^\^|`{1,2}|\\(?=[!-/:-@\[-`{-~])|\n[ \t]*\n")
_CLOSED: Final = "*_~=^`"


def tags(text: str) -> Iterator[Edit]:
    """Yield HTML tags and comments; what is within them is searched apart from the text around.

    A tag of a block ends the line, the end of a table's cell becomes ``|``, all others leave nothing.
    """
    if "<" not in text:
        return
    for match in _TAG.finditer(_without_open_comments(text)):
        if match["name"] is None:
            yield Edit(*match.span(), "", match.span("comment") if match["comment"].strip() else None)
            continue
        name, is_end = match["name"].lower(), match[0][1] == "/"
        if name in TABLE_TAGS:
            start, end = match.span()
            yield Edit(start, end, _of_a_table(name, is_end=is_end))
        else:
            inside = match.span("inside") if match["inside"].strip(" /\n") else None
            yield Edit(*match.span(), "\n" if name in BLOCK_TAGS else "", inside)


def _without_open_comments(text: str) -> str:
    """Return ``text`` without the beginnings of comments that never end: each is read to the end."""
    end = text.rfind("-->") + 1
    return text[:end] + text[end:].replace("<!--", "    ")


def _of_a_table(name: str, *, is_end: bool) -> str:
    if name in ("td", "th"):
        return "|" if is_end else ""
    return "\n" if is_end else ""


def entities(text: str) -> Iterator[Edit]:
    """Yield HTML's entities, such as ``&#49;`` and ``&commat;``."""
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        character = unescape(match[0])
        if character != match[0]:
            yield Edit(*match.span(), character)


def emphasis(text: str) -> Iterator[Edit]:
    """Yield pairs of Markdown's marks, by CommonMark's rule of what opens and closes, and its backslashes.

    A mark without its counterpart stays: ``138***00`` and ``王**`` are values that somebody has masked.
    """
    opened: dict[str, int] = {}
    found: list[Edit] = []
    for match in _MARKS.finditer(text):
        mark = match[0]
        if mark == "\\":
            found.append(Edit(*match.span(), ""))
        elif mark[0] not in _CLOSED:
            opened.clear()  # a blank line ends the paragraph, and with it every mark
        elif (
            text[match.end() : match.end() + 1] == mark[0]
            or text[match.start() - 1 : match.start()] == mark[0]
        ):
            continue  # a run that is longer than any mark
        elif mark in opened and _can_close(text, match.start(), match.end()):
            found += (Edit(opened[mark], opened.pop(mark) + len(mark), ""), Edit(*match.span(), ""))
        elif _can_open(text, match.start(), match.end()):
            opened[mark] = match.start()
    yield from sorted(found, key=lambda edit: edit.start)


def _can_open(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not after or after.isspace() or (text[start] == "_" and _is_of_a_word(before)):
        return False
    return _is_of_a_word(after) or not _is_of_a_word(before)


def _can_close(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or before.isspace() or (text[start] == "_" and _is_of_a_word(after)):
        return False
    return _is_of_a_word(before) or not _is_of_a_word(after)


def _is_of_a_word(character: str) -> bool:
    return character.isalnum()
