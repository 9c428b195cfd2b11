from __future__ import annotations

import pytest

from generators.drafting.word.levels import heading_level
from generators.drafting.word.looks import Look


def _level(text: str, font: str = "仿宋", *, is_bold: bool = False, level: int = 0) -> int:
    return heading_level(
        Look(text, "normal", font, 16, is_bold=is_bold, is_red=False, is_centred=False, level=level)
    )


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("一、总体情况", "仿宋", 2),
        ("十二、其他", "黑体", 2),
        ("（一）进度", "楷体", 3),
        ("(三)进度", "楷体_GB2312", 3),
        ("1.责任到岗", "黑体", 4),
        ("1.责任到岗", "仿宋", 0),
        ("（1）分工", "KaiTi", 5),
        ("一、总体情况。各地都动起来了。", "黑体", 0),
        ("1.5亿元", "黑体", 0),
        ("一、" + "长" * 40, "黑体", 0),
        ("普通的一段", "黑体", 0),
    ],
)
def test_levels_by_number_and_font(text: str, font: str, expected: int) -> None:
    assert _level(text, font) == expected


def test_bold_is_as_good_as_a_font() -> None:
    assert _level("2.分类推进", is_bold=True) == 4


def test_a_heading_style_needs_no_number_and_a_number_says_more() -> None:
    assert _level("背景", level=1) == 2
    assert _level("（一）进度", level=1) == 3
