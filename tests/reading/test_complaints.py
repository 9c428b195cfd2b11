from __future__ import annotations

from pydantic_core import ErrorDetails

from generators.reading.complaints import complaint, field_label


def test_labels() -> None:
    assert field_label(()) == ""
    assert field_label(("a", "b")) == "“b”"
    assert field_label(("a", 0)) == "“a”第 1 项"
    assert field_label((2,)) == "第 3 项"


def test_an_error_nobody_foresaw_still_gets_a_sentence() -> None:
    error = ErrorDetails(type="url_parsing", loc=("a",), msg="Input should be a valid URL", input="x")
    assert complaint(error, ("a",)) == ("E203", "“a”不合规定，现为“x”")


def test_a_long_value_in_a_sentence_of_the_model_is_shortened() -> None:
    value = "x" * 100
    error = ErrorDetails(type="E205", loc=(), msg=f"“{value}”不是合法标识", input=value, ctx={"value": value})
    assert complaint(error, ()) == ("E205", f"“{'x' * 39}…”不是合法标识")
