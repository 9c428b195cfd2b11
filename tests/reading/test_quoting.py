from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from generators.reading.quoting import LONGEST_QUOTE, quoted, shortened


def test_long_text_is_cut_to_forty_characters() -> None:
    assert shortened("村" * 41) == "村" * 39 + "…"
    assert shortened("村" * 40) == "村" * 40


def test_masking_comes_before_the_cut() -> None:
    text = "村" * 27 + "990101199901010012"
    assert "990101" not in shortened(text)
    assert len(shortened(text)) == LONGEST_QUOTE


def test_line_breaks_do_not_break_the_message() -> None:
    assert shortened("一\n  二") == "一 二"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "空"),
        (True, "“true”"),
        (Decimal("1.50"), "“1.50”"),
        (datetime.date(2017, 6, 30), "“2017-06-30”"),
        ([], "一个列表"),
        ({}, "一组“键: 值”"),
        (13800000000, "“138******00”"),
    ],
)
def test_values_are_shown_as_an_editor_writes_them(value: object, expected: str) -> None:
    assert quoted(value) == expected
