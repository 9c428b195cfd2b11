from __future__ import annotations

from pathlib import Path
from typing import Final

from hypothesis import example, given
from hypothesis import strategies as st

from generators.checking.personal_data.finding import all_findings, may_contain

_SENTENCES: Final = tuple(
    text
    for name in ("sentences.yml", "disguised.yml")
    for text in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
)


@given(st.text("qol0123456789-/wxvid", max_size=40))
@example("qq12345")
@example("13oooo1oooo1/q")
@example("138-0013-8000")
def test_identifiers_are_ruled_out_only_if_nothing_is_in_them(text: str) -> None:
    assert may_contain(text) or not all_findings(text)


@example("zhang {at} example.com", "", 30)
@given(st.sampled_from(_SENTENCES), st.sampled_from(_SENTENCES), st.integers(0, 30))
def test_texts_are_ruled_out_only_if_nothing_is_in_them(one: str, other: str, at: int) -> None:
    text = one[:at] + other
    assert may_contain(text) or not all_findings(text)
