"""Where a word of a list is expected and another was written, the message says which word to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from generators.model.choice_words import words_of
from generators.model.scalars import Choice
from generators.reading.choice_hints import choice_hint
from tests.build.project import replace_in
from tests.model.record_kinds import record_kinds
from tests.running import problems_of


def _choices_in(annotation: object) -> Iterator[type[Choice]]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        yield annotation
    for part in get_args(annotation):
        yield from _choices_in(part)


CHOICES = sorted(
    {
        choice
        for kind in record_kinds()
        for field in kind.model_fields.values()
        for choice in _choices_in(field.annotation)
    },
    key=lambda choice: choice.__name__,
)


def test_there_are_fields_that_offer_choices() -> None:
    assert len(CHOICES) > 25


@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
def test_every_choice_of_every_field_has_words_of_its_own(kind: type[Choice]) -> None:
    words = words_of(kind)
    assert set(words.values()) == set(kind)
    for word, choice in words.items():
        assert choice_hint(word, [each.value for each in kind]) == f"；请写成 {choice.value}"


@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
def test_a_slip_in_a_value_is_understood(kind: type[Choice]) -> None:
    values = [each.value for each in kind]
    for value in values:
        assert choice_hint(f"{value}s", values) == f"；是不是想写 {value}？"
        assert choice_hint(value.upper(), values) == f"；是不是想写 {value}？"


@pytest.mark.parametrize("written", ["", "某", "abcxyz", 5, None, ["镇"], "镇" * 100])
def test_what_means_nothing_gets_no_advice(written: object) -> None:
    assert choice_hint(written, ["town", "township"]) == ""


def test_a_value_that_the_field_does_not_take_is_not_advised() -> None:
    assert choice_hint("村", ["town", "township"]) == ""


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("kind: town", "kind: 镇", "；请写成 town"),
        ("kind: town", "kind: twon", "；是不是想写 town？"),
        ("kind: town", "kind: 街道", "；请写成 subdistrict"),
    ],
)
def test_the_message_says_it(minimal_project: Path, old: str, new: str, hint: str) -> None:
    replace_in(minimal_project / "data/townships/yunxi/east-bridge/township.yml", old, new)
    (found,) = problems_of(minimal_project)
    assert found.code == "E203"
    assert found.detail.endswith(hint)
