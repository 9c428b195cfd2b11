"""Numbers in Chinese numerals below ten thousand: 十二, 一百零五, 两千."""

from __future__ import annotations

import re
from typing import Final

NUMERALS: Final = "零〇一二两三四五六七八九十百千"
_DIGITS: Final = {**{digit: at for at, digit in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
_DIGIT: Final = "[一二两三四五六七八九]"
_WELL_FORMED: Final = re.compile(
    rf"(?:(?P<k>{_DIGIT})千)?(?:零?(?P<h>{_DIGIT})百)?(?:零?(?P<t>{_DIGIT}?)(?P<ten>十))?(?:零?(?P<o>{_DIGIT}))?"
)
_ABBREVIATED: Final = re.compile(rf"[百千]{_DIGIT}$")
"""An ending as people speak: 一百二 is a hundred and twenty to them, a hundred and two to others."""


def numeral(text: str) -> int | None:
    """Return the number that ``text`` writes, ``None`` if it is no certain one: ``12`` for ``十二``."""
    if text in {"零", "〇"}:
        return 0
    match = _WELL_FORMED.fullmatch(text)
    if match is None or not text or _ABBREVIATED.search(text):
        return None
    tens = (_DIGITS.get(match["t"] or "一", 1) if match["ten"] else 0) * 10
    thousands, hundreds, ones = (_DIGITS[match[part]] if match[part] else 0 for part in "kho")
    return thousands * 1000 + hundreds * 100 + tens + ones
