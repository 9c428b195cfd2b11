from __future__ import annotations

import pytest

from generators.reading.number_hints import flag_hint, number_hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("120万", "；请写成 120，单位“万”写在 measure 里"),
        ("120万元", "；请写成 120，单位“万元”写在 measure 里"),
        ("85%", "；请写成 85，单位“%”写在 measure 里"),
        ("35/36", "；请写成 {numerator: 35, denominator: 36}"),
        ("３５／３６", "；请写成 {numerator: 35, denominator: 36}"),
        ("１２０", "；请写成 120，不加引号、逗号"),
        ("1,234,567.5", "；请写成 1234567.5，不加引号、逗号"),
        ("１，２００", "；请写成 1200，不加引号、逗号"),
        ("−3", "；请写成 -3，不加引号、逗号"),
        ("是", "；请写成 true"),
        ("否", "；请写成 false"),
        ("约120", ""),
        ("1,2,3", ""),
        ("2026-09-30", ""),
        ("", ""),
    ],
)
def test_the_hint_is_what_to_write(text: str, hint: str) -> None:
    assert number_hint(text) == hint


@pytest.mark.parametrize(("text", "hint"), [("√", "；请写成 true"), ("没有", "；请写成 false"), ("三", "")])
def test_a_flag_is_true_or_false(text: str, hint: str) -> None:
    assert flag_hint(text) == hint
