"""Dots and dashes: …… and ——, each two characters wide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.proofreading.characters import HAN, WIDE_MARK
from generators.proofreading.slip import Slip

_BESIDE: Final = rf"{HAN}{WIDE_MARK}"
_DOTS: Final = re.compile(
    rf"(?<=[{_BESIDE}])\.{{3,}}|(?<!\.)\.{{3,}}(?=[{_BESIDE}])|。{{3,}}|·{{3,}}|(?<!…)(?:…|…{{3,}})(?!…)"
)
_DASHES: Final = re.compile(rf"(?<=[{HAN}”）》])(?:-{{2,3}}|－{{2,3}}|─{{2}}|―{{1,2}})(?=[{HAN}“（《])")


def ellipses(text: str) -> Iterator[Slip]:
    """Yield W709 for an ellipsis that is not ……."""
    for match in _DOTS.finditer(text):
        yield Slip("W709", match.start(), match.end(), f"省略号“{match[0]}”应为“……”", "……")


def dashes(text: str) -> Iterator[Slip]:
    """Yield W709 for a dash that is not ——."""
    for match in _DASHES.finditer(text):
        yield Slip("W709", match.start(), match.end(), f"破折号“{match[0]}”应为“——”", "——")
