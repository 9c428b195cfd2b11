"""The difference of two percentages is given in 百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.proofreading.slip import Slip

_MOVED: Final = r"(?:提高|上升|提升|增长|增加|扩大|下降|降低|减少|回落|缩小|低|高)"
_NUMBER: Final = r"\d{1,20}(?:\.\d{1,20})?"
_SHARE_MOVED: Final = re.compile(
    rf"(?:率|占比|比重|比例|覆盖面|满意度)(?![%％])[^，。；：！？\n\d]{{0,12}}?(?P<slip>{_MOVED}了?{_NUMBER}[%％])(?![～~-])"
)
_FROM_TO: Final = re.compile(
    rf"{_NUMBER}[%％](?:{_MOVED}|变)?(?:到|至|为){_NUMBER}[%％][^。；！？\n\d]{{0,8}}?(?P<slip>{_MOVED}了?{_NUMBER}[%％])"
)
_SHARE_AND_MOVE: Final = re.compile(
    rf"(?:率|占比|比重|比例|覆盖面|满意度)[^，。；！？\n\d]{{0,10}}{_NUMBER}[%％][，,][^，。；！？\n\d]{{0,12}}?"
    rf"(?P<slip>{_MOVED}了?{_NUMBER}[%％])"
)


def percentages(text: str) -> Iterator[Slip]:
    """Yield W702 for a change of a share that is given in per cent instead of percentage points."""
    reported: set[int] = set()
    for pattern in (_SHARE_MOVED, _FROM_TO, _SHARE_AND_MOVE):
        for match in pattern.finditer(text):
            start, end = match.span("slip")
            if start not in reported:
                reported.add(start)
                points = match["slip"][:-1] + "个百分点"
                detail = f"“{match['slip']}”：两个百分数之差应为“{points}”；确是增长率的，请写明与什么相比"
                yield Slip("W702", start, end, detail)
