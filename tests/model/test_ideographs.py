from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.ideographs import canonical_ideograph, look_alikes, with_canonical_ideographs


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("⼤⻥村⼯作", "大鱼村工作"),
        ("⽅⼤山、⻢大山", "方大山、马大山"),
        ("⺠⽣⻓⻅⻛⻘⻄⻔⻜⻬", "民生长见风青西门飞齐"),
        ("低保⼾⾼⼭", "低保户高山"),
        ("更\uf901金\uf90a", "更更金金"),
        ("\U0002f800\U0002f81f", unicodedata.normalize("NFKC", "\U0002f800\U0002f81f")),
        ("①㎡Ａ％（）", "①㎡Ａ％（）"),
        ("\ufa0e\ufa11", "\ufa0e\ufa11"),  # ordinary characters in spite of their block
    ],
)
def test_characters_that_look_the_same_become_the_same(written: str, canonical: str) -> None:
    assert with_canonical_ideographs(written) == canonical


def test_every_kangxi_radical_has_its_ideograph() -> None:
    for code in range(0x2F00, 0x2FD6):
        assert "\u4e00" <= canonical_ideograph(chr(code)) <= "\u9fff"


def test_every_radical_of_the_supplement_but_one_has_its_ideograph() -> None:
    named = [chr(code) for code in range(0x2E80, 0x2EF4) if unicodedata.name(chr(code), "")]
    assert [each for each in named if canonical_ideograph(each) == each] == ["\u2e80"]  # no ideograph


@given(st.text(st.characters(min_codepoint=0x2E00, max_codepoint=0x2FFFF)))
def test_the_canonical_form_has_the_same_length_and_is_final(text: str) -> None:
    canonical = with_canonical_ideographs(text)
    assert len(canonical) == len(text)
    assert with_canonical_ideographs(canonical) == canonical
    assert list(look_alikes(canonical)) == []
    assert [text[:at] + form + text[at + 1 :] for at, form in look_alikes(text)] == [
        text[:at] + canonical[at] + text[at + 1 :] for at in range(len(text)) if text[at] != canonical[at]
    ]
