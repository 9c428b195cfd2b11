"""What the frame says in each language."""

from __future__ import annotations

import pytest

from generators.languages import Words, counted, gettext, in_language, marked, script_messages, translated
from generators.model.language import Language

STEPS = Words({1: marked("结账"), 2: ""})


def test_chinese_is_the_language_outside_of_editions() -> None:
    assert gettext("第%(number)s环", number=3) == "第3环"
    assert counted("%(count)s个目标", 1) == "1个目标"
    assert script_messages() == {}


def test_values_stand_where_the_language_has_them() -> None:
    with in_language(Language.ENGLISH):
        assert gettext("%(year)s年第%(quarter)s季度", year=2026, quarter=3) == "Q3 2026"


@pytest.mark.parametrize(("number", "text"), [(0, "0 targets"), (1, "1 target"), (2, "2 targets")])
def test_numbers_choose_their_form(number: int, text: str) -> None:
    with in_language(Language.ENGLISH):
        assert counted("%(count)s个目标", number) == text


def test_a_context_may_have_a_translation_of_its_own() -> None:
    with in_language(Language.ENGLISH):
        assert (translated("工作"), translated("工作", "section")) == ("Programme", "Programmes")
        assert translated("首页", "section") == "Home"


def test_what_is_no_message_stays_as_it_is() -> None:
    with in_language(Language.ENGLISH):
        assert translated("枫屏县100%") == "枫屏县100%"
        assert translated("") == ""


def test_words_are_looked_up_in_the_language_of_the_edition() -> None:
    with in_language(Language.ENGLISH):
        assert dict(STEPS) == {1: "Closings", 2: ""}
    assert (STEPS[1], len(STEPS)) == ("结账", 2)


def test_the_language_ends_with_its_edition_even_after_an_error() -> None:
    with pytest.raises(ValueError, match="within"), in_language(Language.ENGLISH):
        raise ValueError("within")
    assert gettext("指标") == "指标"
