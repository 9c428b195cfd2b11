"""Which paragraphs are headings: by the number that they begin with, by font, or by style."""

from __future__ import annotations

import re
from typing import Final

from generators.drafting.word.looks import Look

_NUMBERED: Final = (
    (re.compile(r"[一二三四五六七八九十]{1,3}、"), 2),
    (re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"), 3),
    (re.compile(r"\d{1,2}[.．、](?!\d)"), 4),
    (re.compile(r"[（(]\d{1,2}[）)]"), 5),
)
"""How the levels of official papers begin, with the level in Markdown, where 1 is the title."""

_LONGEST: Final = 40
_SENTENCE: Final = "。；！？;!?：:，,、"
_BY_NUMBER_ALONE: Final = 3
"""The deepest level that needs no font: 1. and （1） begin sentences as well."""

_DEEPEST: Final = 6


def heading_level(look: Look) -> int:
    """Return the level of a paragraph in Markdown, 0 if it is no heading.

    A paragraph that begins as a heading and goes on as a text is none: official papers write so too, and no
    word of it may be lost.
    """
    text = look.text.strip()
    if not text or len(text) > _LONGEST or text[-1] in _SENTENCE:
        return 0
    level = next((level for pattern, level in _NUMBERED if pattern.match(text)), 0)
    is_set_off = look.is_heiti or look.is_kaiti or look.is_bold or look.level > 0
    if level:
        return level if level <= _BY_NUMBER_ALONE or is_set_off else 0
    if look.level:
        return min(look.level + 1, _DEEPEST)
    return 0
