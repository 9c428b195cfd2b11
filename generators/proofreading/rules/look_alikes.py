"""Characters that only look like ordinary ones, and characters that are not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.model.ideographs import look_alikes
from generators.proofreading.characters import HAN, WIDE_MARK
from generators.proofreading.slip import Slip

_UNSEEN: Final = re.compile(
    rf"(?<=[{HAN}{WIDE_MARK}0-9])[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f]+|[\u00ad\u200b-\u200f\u2060]+(?=[{HAN}{WIDE_MARK}])"
)


def other_code_points(text: str) -> Iterator[Slip]:
    """Yield W716 for radicals and compatibility ideographs, and for unseen characters beside Chinese."""
    for at, right in look_alikes(text):
        yield Slip("W716", at, at + 1, f"“{text[at]}”（U+{ord(text[at]):04X}）应为“{right}”", right)
    for match in _UNSEEN.finditer(text):
        yield Slip("W716", match.start(), match.end(), f"此处有看不见的字符 U+{ord(match[0][0]):04X}", "")
