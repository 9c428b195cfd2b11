"""Character classes used by the rules, for use within ``[`` and ``]`` of a pattern."""

from __future__ import annotations

from typing import Final

HAN: Final = r"\u3400-\u4dbf\u4e00-\u9fff\u3007"
"""Chinese characters."""

WIDE_MARK: Final = "，。、；：？！（）〔〕《》〈〉“”‘’【】…—～·"
"""Full-width punctuation."""
