from __future__ import annotations

import pytest

from generators.drafting.word.numbering import chinese_number


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (100, "100")]
)
def test_chinese_numbers(number: int, text: str) -> None:
    assert chinese_number(number) == text
