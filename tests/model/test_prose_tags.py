from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model import prose_tags
from generators.model.prose_tags import Tag, tags, with_tags_replaced


def _standing(text: str) -> list[str]:
    return [text[tag.start : tag.end] for tag in tags(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("没有 { 引用 } 的 }} 正文 %}", []),
        ('一{{ a }}二{{b("c")}}', ["{{ a }}", '{{b("c")}}']),
        ('{{ a("}}", \'{{"%}\') }}三', ['{{ a("}}", \'{{"%}\') }}']),
        ("{{ {a} }}}", ["{{ {a} }}"]),
        ("{{{ a }}}", ["{{{ a }}"]),
        ("{{ %}}", ["{{ %}}"]),
        ("{{}}{{", ["{{}}", "{{"]),
        ("{% {{ %}{# {%} #}", ["{% {{ %}", "{# {%} #}"]),
        ("{%}%}", ["{%}%}"]),
        ('{% " %}四', ['{% " %}']),
        ('{{ a("b }} c', ['{{ a("b }} c']),
        ("{{ a' }} b }} {{ c }}", ["{{ a' }} b }} {{ c }}"]),
    ],
)
def test_tags_are_found_with_their_ends(text: str, found: list[str]) -> None:
    assert _standing(text) == found


def test_a_tag_says_how_it_begins_and_what_is_in_it() -> None:
    text = "{{ a }}{% b %}{# c"
    assert list(tags(text)) == [
        Tag(0, 7, "{{", " a ", is_finished=True),
        Tag(7, 14, "{%", None, is_finished=True),
        Tag(14, 18, "{#", None, is_finished=False),
    ]


@given(st.text("{}%#\"'a\n", max_size=40))
def test_tags_follow_each_other_and_only_the_last_is_unfinished(text: str) -> None:
    found = list(tags(text))
    ends = [0, *(tag.end for tag in found)]
    assert all(end <= tag.start < tag.end for end, tag in zip(ends, found, strict=False))
    assert all(tag.is_finished for tag in found[:-1])
    assert not re.search(r"\{[{%#]", "".join(re.split("|".join(map(re.escape, _standing(text))), text)))


def test_tags_and_what_stands_between_them_are_replaced_apart() -> None:
    def mark(tag: Tag, written: str) -> str:
        return f"<{tag.opening}{len(written)}>"

    text = "a{{ b }}c{% d"
    assert with_tags_replaced(text, mark, str.upper) == "A<{{7>C<{%4>"
    assert with_tags_replaced(text, mark) == "a<{{7>c<{%4>"
    assert with_tags_replaced("e", mark, str.upper) == "E"


@pytest.mark.parametrize(
    "piece",
    ["{{", '{{ "', "{{ '", '{{ ""', "{%", "{#", "{{ }} ", '{{ "}}" }}', "}}", '"', "{ {{ a' ' ", "{{'\""],
)
def test_no_character_is_looked_at_twice(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one search has passed over no other begins with, whatever the text."""
    text = piece * 2000
    looked_at = 0
    search = prose_tags._found  # noqa: SLF001 - every search goes through it

    def counting(sign: re.Pattern[str], searched: str, position: int) -> re.Match[str] | None:
        nonlocal looked_at
        found = search(sign, searched, position)
        looked_at += (found.end() if found else len(searched)) - position
        return found

    monkeypatch.setattr(prose_tags, "_found", counting)
    list(tags(text))
    assert looked_at == len(text)
