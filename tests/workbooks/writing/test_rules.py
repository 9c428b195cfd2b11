"""Rules for what may be typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generators.workbooks.writing.rules import (
    ChoiceRule,
    DayRule,
    NumberRule,
    TextRule,
    is_long,
    validation_of,
)


def test_a_number_is_bounded_and_whole_and_a_slash_says_that_it_does_not_apply() -> None:
    found = validation_of(NumberRule("填整数", Decimal("0.5"), is_whole=True), "C7", {})
    assert found is not None
    assert found["value"] == '=OR(C7="/",AND(ISNUMBER(C7),C7>=0.5,C7=INT(C7)))'
    assert found["error_message"] == "填整数"
    any_number = validation_of(NumberRule("填数字"), "C7", {})
    assert any_number is not None
    assert any_number["value"] == '=OR(C7="/",AND(ISNUMBER(C7)))'


def test_a_list_stands_in_the_rule_or_in_cells() -> None:
    few, many = ("是", "否"), tuple(f"第{number}个村" for number in range(60))
    assert (is_long(few), is_long(many), is_long(("a,b",))) == (False, True, True)
    assert (validation_of(ChoiceRule("选", few), "A1", {}) or {})["source"] == ["是", "否"]
    assert (validation_of(ChoiceRule("选", many), "A1", {many: "=_lists!$A$1:$A$60"}) or {})["source"] == (
        "=_lists!$A$1:$A$60"
    )


def test_offered_options_are_no_bounds() -> None:
    assert (validation_of(ChoiceRule("选", ("甲",), is_open=True), "A1", {}) or {})["show_error"] is False


def test_a_day_is_not_before_the_first_and_a_text_is_anything() -> None:
    found = validation_of(DayRule("填日期", date(2026, 10, 1)), "A1", {})
    assert found is not None
    assert (found["validate"], found["criteria"], found["value"]) == ("date", ">=", date(2026, 10, 1))
    assert validation_of(TextRule(), "A1", {}) is None
