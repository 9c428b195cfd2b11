"""The measures of GB/T 9704-2012 and of 简报, which the print style sheet of the site has too."""

from __future__ import annotations

from typing import Final

WIDTH: Final = 156
"""Of the type area, in mm."""

PAGE: Final = (210, 297)
TOP: Final = 37
BOTTOM: Final = 35
INNER: Final = 28
"""The margin at the binding edge, in mm: left on odd pages, right on even ones."""
OUTER: Final = PAGE[0] - WIDTH - INNER

PITCH: Final = 28.95
"""Points from line to line: 22 lines in 225 mm."""

CHARACTERS: Final = 28
"""In a line."""

BODY: Final = 16
"""The size of the body in points (三号); of a title 22 (二号), tables 12 (小四), tail and folio 14 (四号)."""
TITLE: Final = 22
TITLE_PITCH: Final = 34
SMALL: Final = 12
SMALL_PITCH: Final = 18
TAIL: Final = 14
TAIL_PITCH: Final = 21

POINTS_IN_MM: Final = 72 / 25.4

TRACKING: Final = WIDTH * POINTS_IN_MM / CHARACTERS - BODY
"""Points that each character of the body gives up, so that 28 fill the line."""

RED: Final = "FF0000"
FANGSONG: Final = "仿宋_GB2312"
KAITI: Final = "楷体_GB2312"
HEITI: Final = "黑体"
XIAOBIAOSONG: Final = "方正小标宋简体"
SONGTI: Final = "宋体"

ALTERNATIVES: Final = {
    FANGSONG: "仿宋",
    KAITI: "楷体",
    HEITI: "SimHei",
    XIAOBIAOSONG: "方正小标宋_GBK",
    SONGTI: "SimSun",
}
"""By font the one to take where it is not installed; the fonts are licensed, and none is embedded."""
