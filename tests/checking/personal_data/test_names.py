from __future__ import annotations

import pytest

from generators.checking.personal_data.names import is_name


@pytest.mark.parametrize("text", ["王强", "李小梅", "欧阳小林", "倪小华"])
def test_a_surname_and_one_or_two_characters_are_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["王某", "李××", "王书记", "高田村", "金额", "全县", "强", "王", "王强等人", "Administrator", ""]
)
def test_hidden_names_titles_places_and_words_are_none(text: str) -> None:
    assert not is_name(text)
