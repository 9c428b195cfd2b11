"""Ranges of numbers repeat their unit: 9亿～16亿, 15%～30%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generators.proofreading.slip import Slip

_NUMBER: Final = r"\d+(?:\.\d+)?"
_HALVED: Final = re.compile(
    rf"(?<![\d.,，/\-—–~～－])(?P<low>{_NUMBER})(?P<to>[ ]?[-~～—–－至到][ ]?)(?P<high>{_NUMBER})"
    r"(?P<unit>万亿|亿|万|%|％|‰)"
)
_HYPHENS: Final = re.compile(r"[-~～—–－]")


def ranges(text: str) -> Iterator[Slip]:
    """Yield W701 for a range whose first number lacks the unit; no replacement if the range does not rise."""
    for match in _HALVED.finditer(text):
        unit = "%" if match["unit"] == "％" else match["unit"]
        between = "～" if _HYPHENS.search(match["to"]) else match["to"].strip()
        right = f"{match['low']}{unit}{between}{match['high']}{unit}"
        if Decimal(match["low"]) < Decimal(match["high"]):
            detail = f"“{match[0]}”的前一个数没有单位，应为“{right}”"
            yield Slip("W701", match.start(), match.end(), detail, right)
        else:
            detail = f"“{match[0]}”的前一个数没有单位，且不小于后一个数：请核对，如“{right}”"
            yield Slip("W701", match.start(), match.end(), detail)
