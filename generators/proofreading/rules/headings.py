"""Levels of headings, in Markdown and by their numbers 一、（一）1.（1）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.proofreading.slip import Slip

_HEADING: Final = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<title>\S.*)$", re.MULTILINE)
_HAN_NUMBER: Final = "[一二三四五六七八九十百]+"
_NUMBERS: Final = (
    re.compile(rf"{_HAN_NUMBER}、"),
    re.compile(rf"[（(]{_HAN_NUMBER}[）)]"),
    re.compile(r"\d+[.．](?!\d)"),
    re.compile(r"[（(]\d+[）)]"),
)
_SHOWN: Final = ("一、", "（一）", "1.", "（1）")
_FIRST: Final = 2


def headings(text: str) -> Iterator[Slip]:
    """Yield W704 for a heading that skips a level; the first is ``##``, as ``#`` is the title of the page."""
    level, number = _FIRST - 1, -1
    for match in _HEADING.finditer(text):
        found = len(match["marks"])
        start, end = match.span("marks")
        if found < _FIRST:
            yield Slip("W704", start, end, "一级标题由文首的 title 生成，正文从“##”写起")
        elif found > level + 1:
            yield Slip("W704", start, end, f"“{'#' * level}”之下直接用了“{match['marks']}”，跳过了一级")
        level = max(found, _FIRST - 1)
        of_number = next((at for at, form in enumerate(_NUMBERS) if form.match(match["title"])), None)
        if of_number is None:
            continue
        if of_number > number + 1:
            detail = f"“{_SHOWN[of_number]}”之上没有“{_SHOWN[of_number - 1]}”"
            first = match.start("title")
            yield Slip("W704", first, first + len(match["title"].rstrip(" \t#\r")), detail)
        number = of_number
