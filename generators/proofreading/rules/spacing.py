"""Spaces between Chinese and digits or letters, and full-width digits and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.proofreading.characters import HAN
from generators.proofreading.covering import CALL
from generators.proofreading.slip import Slip

_OTHER: Final = rf"0-9A-Za-z%‰{CALL}"
_SPACE: Final = re.compile(
    rf"(?<=[{HAN}])[ \t\u00a0]+(?=[{_OTHER}])|(?<=[{_OTHER}])[ \t\u00a0]+(?=[{HAN}])"
    rf"|(?<=[，。、；：？！（〔《“])[ \t\u00a0]+(?=[{HAN}{_OTHER}“《（])"
    rf"|(?<=[{HAN}{_OTHER}])[ \t\u00a0]+(?=[，。、；：？！）〕》])"
)
_SPACED_OUT: Final = re.compile(rf"(?<![{HAN}])(?:[{HAN}][ \u00a0]+){{3,}}[{HAN}](?![{HAN}])")
"""Single characters with spaces between them, as programs extract them from PDF files."""

_WITHIN_CHINESE: Final = re.compile(rf"(?<=[{HAN}])[ \t\u00a0\u2000-\u200a\u202f]+(?=[{HAN}])")
_HEADING: Final = re.compile(r"[ \t>]*(?:#|\|)")
_WIDE: Final = re.compile(r"[０-９Ａ-Ｚａ-ｚ％]+|(?<=[0-9０-９])．(?=[0-9０-９])")
_NARROW: Final = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def spaces(text: str) -> Iterator[Slip]:
    """Yield W707 for spaces between Chinese characters or marks and digits, letters or calls."""
    for match in _SPACE.finditer(text):
        around = text[match.start() - 1 : match.end() + 1].replace(CALL, "…")
        yield Slip("W707", match.start(), match.end(), f"“{around}”中间不空格", "")


def spaces_within_chinese(text: str) -> Iterator[Slip]:
    """Yield W707 for spaces between Chinese characters of a page's text.

    Replaced only between four or more single characters: elsewhere spaces may stand for the commas of a list.
    Headings and tables are left out, as there spaces divide parts; so are full-width spaces, which align.
    """
    spaced = [match.span() for match in _SPACED_OUT.finditer(text)]
    for match in _WITHIN_CHINESE.finditer(text):
        if _HEADING.match(text, text.rfind("\n", 0, match.start()) + 1):
            continue
        is_spaced_out = any(start <= match.start() < end for start, end in spaced)
        around = text[match.start() - 1 : match.end() + 1]
        detail = f"“{around}”中间不空格" if is_spaced_out else f"“{around}”中间不空格；分列几项的，用顿号隔开"
        yield Slip("W707", match.start(), match.end(), detail, "" if is_spaced_out else None)


def full_width(text: str) -> Iterator[Slip]:
    """Yield W708 for full-width digits, letters and percent signs."""
    for match in _WIDE.finditer(text):
        right = match[0].translate(_NARROW)
        yield Slip("W708", match.start(), match.end(), f"全角的“{match[0]}”应为“{right}”", right)
