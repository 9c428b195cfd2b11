"""Limits on the markup of one page, within which every reader of Markdown takes time in proportion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

DEEPEST_NESTING: Final = 20
"""The maximum number of quotations and lists that begin on one line."""

WIDEST_INDENTATION: Final = 100
"""The maximum number of columns by which a line is indented."""

MOST_UNCLOSED: Final = 50
"""The maximum number of brackets, or of ``<``, that are opened and not closed: readers look for each end."""

MOST_MARKS: Final = 2_000
"""The maximum number of marks in one paragraph: readers copy the paragraph for each."""

LONGEST_PARAGRAPH: Final = 200_000
"""In characters."""

MOST_TAGS: Final = 5_000
"""The maximum number of HTML tags and entities, and of attribute lists in braces, of one page."""

_PARAGRAPH: Final = re.compile(r"(?:[^\n]+\n?)+")
_LINE_START: Final = re.compile(r"^[^\S\n]*(?:(?:>|[-+*]|\d{1,9}[.)])[^\S\n]*)*", re.MULTILINE)
_CONTAINER: Final = re.compile(r">|[-+*](?=\s)|\d+[.)](?=\s)")
_BRACKET: Final = re.compile(r"[\[\]()]")
_MARK: Final = re.compile(r"[\[\]!<`*_&\\{~]|[ ]{2}\n")
_TAG: Final = re.compile(r"<[a-zA-Z/!?]|&[#a-zA-Z]|\{:?[ ]")
_HTML_ROW: Final = re.compile(r"[ ]*</?(?:caption|col|t[abdfhr])", re.IGNORECASE)
_EDGE: Final = re.compile(r"<(?=[a-zA-Z/!?])|>")


def exceeded_limits(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the description of each limit that Markdown ``text`` exceeds, once each.

    Takes time proportional to the text.
    """
    for found in (_too_deep(text), _too_many_tags(text), _unclosed_tags(text), _crowded_paragraph(text)):
        if found is not None:
            yield found


def _too_deep(text: str) -> tuple[int, str] | None:
    for line in _LINE_START.finditer(text):
        start = line[0]
        indentation = len(start.expandtabs(4)) - len(start.lstrip())
        if indentation > WIDEST_INDENTATION:
            return line.start(), f"这一行缩进超过 {WIDEST_INDENTATION} 格"
        if len(_CONTAINER.findall(start)) > DEEPEST_NESTING:
            return line.start(), f"列表或引用一层套一层，超过 {DEEPEST_NESTING} 层"
    return None


def _too_many_tags(text: str) -> tuple[int, str] | None:
    for count, tag in enumerate(_TAG.finditer(text), start=1):
        if count > MOST_TAGS:
            return tag.start(), f"到这里 HTML 标记和花括号已超过 {MOST_TAGS} 处"
    return None


def _unclosed_tags(text: str) -> tuple[int, str] | None:
    """Return where the last allowed ``<`` is that another ``<`` follows before its ``>``."""
    unclosed, is_open = 0, False
    for edge in _EDGE.finditer(text):
        if edge[0] == ">":
            is_open = False
            continue
        unclosed += is_open
        is_open = True
        if unclosed > MOST_UNCLOSED:
            return edge.start(), f"没有用 > 结束的 < 超过 {MOST_UNCLOSED} 个"
    return None


def _crowded_paragraph(text: str) -> tuple[int, str] | None:
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        if end - start > LONGEST_PARAGRAPH:
            return start, f"这一段超过 {LONGEST_PARAGRAPH} 个字"
        if _is_crowded(text, start, end):
            return start, f"这一段里的 Markdown 符号超过 {MOST_MARKS} 个"
        unclosed = _unclosed_bracket(text, start, end)
        if unclosed is not None:
            return unclosed, f"这一段里没有成对的方括号、圆括号超过 {MOST_UNCLOSED} 个"
    return None


def _is_crowded(text: str, start: int, end: int) -> bool:
    """Whether one line has too many marks, or the lines together that are no rows of a table."""
    marks = in_line = 0
    line_end = start
    is_row = False
    for mark in _MARK.finditer(text, start, end):
        if mark.start() >= line_end:
            line_start = text.rfind("\n", start, mark.start()) + 1 or start
            line_end = text.find("\n", mark.start(), end)
            line_end = end if line_end < 0 else line_end
            is_row = text.find("|", line_start, line_end) >= 0 or bool(_HTML_ROW.match(text, line_start))
            in_line = 0
        in_line += 1
        marks += not is_row
        if max(in_line, marks) > MOST_MARKS:
            return True
    return False


def _unclosed_bracket(text: str, start: int, end: int) -> int | None:
    """Return the offset of the bracket with which too many are open at once, or without a partner."""
    opened: list[str] = []
    lone = 0
    for bracket in _BRACKET.finditer(text, start, end):
        if bracket[0] in "[(":
            opened.append(bracket[0])
        elif opened and opened[-1] == {"]": "[", ")": "("}[bracket[0]]:
            opened.pop()
        else:
            lone += 1
        if len(opened) + lone > MOST_UNCLOSED:
            return bracket.start()
    return None
