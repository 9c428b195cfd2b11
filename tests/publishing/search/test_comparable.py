from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.publishing.search.comparable import comparable, counted_keys, keys_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第３期（总第４期）", "第3期(总第4期)"),
        ("１＋８", "1+8"),
        ("甲\u3000乙", "甲 乙"),
        ("Abc ＡＢ", "abc ab"),
        ("İΣΑΣ", "İσασ"),
        ("𠮷村", "𠮷村"),
    ],
)
def test_full_width_and_capital_letters_are_compared_as_the_others(text: str, expected: str) -> None:
    assert comparable(text) == expected


@given(st.text())
def test_the_length_stays_and_nothing_changes_twice(text: str) -> None:
    assert len(comparable(text)) == len(text)
    assert comparable(comparable(text)) == comparable(text)


def test_keys_are_characters_and_neighbours() -> None:
    assert keys_of(["1+8", "村"]) == {"1", "+", "8", "1+", "+8", "村"}
    assert counted_keys("村村 a") == {"村": 2, " ": 1, "a": 1, "村村": 1, "村 ": 1, " a": 1}
