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
_WIDE: Final = re.compile(r"[０-９Ａ-Ｚａ-ｚ％]+|(?<=[0-9０-９])．(?=[0-9０-９])")
_NARROW: Final = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def spaces(text: str) -> Iterator[Slip]:
    """Yield W707 for spaces between Chinese characters or marks and digits, letters or calls."""
    for match in _SPACE.finditer(text):
        around = text[match.start() - 1 : match.end() + 1].replace(CALL, "…")
        yield Slip("W707", match.start(), match.end(), f"“{around}”中间不空格", "")


def full_width(text: str) -> Iterator[Slip]:
    """Yield W708 for full-width digits, letters and percent signs."""
    for match in _WIDE.finditer(text):
        right = match[0].translate(_NARROW)
        yield Slip("W708", match.start(), match.end(), f"全角的“{match[0]}”应为“{right}”", right)
