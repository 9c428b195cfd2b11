from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.reading.masking import masked

MADE_UP_ID = "990101" + "19990101" + "0012"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MADE_UP_ID, "990*************12"),
        (MADE_UP_ID[:-1] + "X", "990*************1X"),
        (f"证号{MADE_UP_ID}。", "证号990*************12。"),
        (MADE_UP_ID[:6] + " " + MADE_UP_ID[6:14] + " " + MADE_UP_ID[14:], "990***************12"),
        ("990101990101001", "990**********01"),
        ("13800000000", "138******00"),
        ("138 0000 0000", "138********00"),
        ("+86 13800000000", "+86**********00"),
        ("１３８００００００００", "１３８******００"),
        ("6200000000000000000", "620**************00"),
    ],
)
def test_personal_numbers_lose_their_middle(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize("text", ["990000000000", "2017-06-30", "12800000000", "0570-0000000", "1213.5万元"])
def test_other_numbers_stay_readable(text: str) -> None:
    assert masked(text) == text


@given(st.from_regex(r"[^0-9]{0,3}[1-9][0-9]{16}[0-9X][^0-9]{0,3}", fullmatch=True))
def test_no_resident_id_survives(text: str) -> None:
    digits = [character for character in masked(text) if character.isdigit() or character in "Xx"]
    assert len(digits) < 15


@given(st.text())
def test_length_never_changes(text: str) -> None:
    assert len(masked(text)) == len(text)
