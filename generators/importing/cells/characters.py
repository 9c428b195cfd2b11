"""Full-width characters, blanks and line breaks as they are typed in cells, made plain."""

from __future__ import annotations

import re
from typing import Final

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS: Final = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\r\n\u2028"
_UNSEEN: Final = "\u200b\u200c\u200d\u2060\ufeff"
_OTHERS: Final = {"∕": "/", "⁄": "/", "－": "-", "−": "-", "﹣": "-", "‐": "-", "‑": "-", "﹪": "%", "٪": "%"}
_PLAIN: Final = str.maketrans(
    {
        **{chr(code): chr(plain) for code, plain in _FULL_WIDTH.items()},
        **dict.fromkeys(_BLANKS, " "),
        **dict.fromkeys(_UNSEEN, ""),
        **_OTHERS,
    }
)
_SPACES: Final = re.compile(" +")


def plain(text: str) -> str:
    """Return ``text`` with half-width digits, letters and punctuation, single blanks and none around it.

    Circled and raised digits stay: they mark notes, and are no part of a number.
    """
    return _SPACES.sub(" ", text.translate(_PLAIN)).strip()


def compact(text: str) -> str:
    """Return ``text`` made plain, without any blank: ``东棠镇`` for ``东 棠 镇``."""
    return plain(text).replace(" ", "")
