from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generators.model.anchors import EXTENSIONS
from generators.model.prose_markup.long_words import LONG_WORD

ADDRESS = "https://example.invalid/" + "a" * 60


def html_of(text: str) -> str:
    return Markdown(extensions=["fenced_code", *EXTENSIONS]).convert(text)


def marked(word: str) -> str:
    return f'<span class="{LONG_WORD}">{word}</span>'


def test_every_long_word_is_marked_wherever_it_stands() -> None:
    assert html_of(f"见 {ADDRESS} 和 {ADDRESS}。") == f"<p>见 {marked(ADDRESS)} 和 {marked(ADDRESS)}。</p>"
    assert html_of(f"**粗**{ADDRESS}") == f"<p><strong>粗</strong>{marked(ADDRESS)}</p>"
    assert html_of(f"[{ADDRESS}](a.md)") == f'<p><a href="a.md">{marked(ADDRESS)}</a></p>'
    assert marked(ADDRESS) in html_of(f"| 甲 |\n|---|\n| {ADDRESS} |")


def test_words_and_code_blocks_stay_as_they_are() -> None:
    assert LONG_WORD not in html_of("an ordinary sentence of short words, 1,234,567.89 and 2026-11-28")
    assert LONG_WORD not in html_of(f"```\n{ADDRESS}\n```")


@given(st.lists(st.sampled_from(["甲", " ", "a" * 30, "b" * 24, "。", "c" * 80]), max_size=12).map("".join))
def test_the_text_is_the_same(text: str) -> None:
    html = html_of(text)
    plain = re.sub(r"<[^>]+>", "", html)
    assert "".join(plain.split()) == "".join(text.split())
    assert html.count(LONG_WORD) >= ("a" * 30 in text)
