from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.prose_functions import SIGNATURES
from generators.reading.expressions import call_in
from generators.reading.written_calls import RefusedError, WrittenCall, plain_call

_TEXTS = st.text("ab/-2Q一é'\"# ,=|(){}\\\n\r\u2028", max_size=8)
_BLANKS = st.sampled_from(["", "", " ", "  ", "\t", "\n", "\u3000"])
_QUOTED = st.builds(lambda text, quote: f"{quote}{text}{quote}", _TEXTS, st.sampled_from("\"'"))
_ITEMS = st.one_of(
    _QUOTED,
    st.builds(
        lambda name, before, after, text: f"{name}{before}={after}{text}",
        *(st.sampled_from(["text", "period", "by", "if", "no_such"]), _BLANKS, _BLANKS, _QUOTED),
    ),
)
_CALLS = st.builds(
    lambda start, function, items, comma, end, rest: f"{start}{function}({comma.join(items)}{end}){rest}",
    _BLANKS,
    st.sampled_from([*SIGNATURES, "lipsum", "true"]),
    st.lists(_ITEMS, max_size=4),
    st.sampled_from([",", ", ", " , ", " ", ",,"]),
    st.sampled_from(["", " ", ",", "\n"]),
    st.sampled_from(["", " ", "  ", "|x", ".y", "()", "#", "\n"]),
)


@given(_CALLS)
def test_a_plain_call_is_what_the_grammar_says(inner: str) -> None:
    plain = plain_call(inner)
    if plain is not None:
        assert plain == call_in(inner)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (' value("a/b", "c/d") ', WrittenCall("value", ("a/b", "c/d"), {})),
        ("case('lamp' , text = \"一盏'灯\")", WrittenCall("case", ("lamp",), {"text": "一盏'灯"})),
    ],
)
def test_quoted_texts_are_read_without_the_grammar(inner: str, expected: WrittenCall) -> None:
    assert plain_call(inner) == expected


@pytest.mark.parametrize(
    "inner",
    [
        'case("a", text="b", text="c")',
        'lipsum("a")',
        'value("a" "b")',
        'value("a",\n"b")',
        'value("a", "b")|x',
        "value(a, b)",
        'value("a", "\\n")',
    ],
)
def test_everything_else_is_left_to_the_grammar(inner: str) -> None:
    assert plain_call(inner) is None


def test_the_grammar_refuses_what_is_no_call() -> None:
    with pytest.raises(RefusedError, match="不是引用"):
        call_in("1 + 1")
