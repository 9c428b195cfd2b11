from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generators.model.anchors import EXTENSIONS
from generators.model.prose_markup.line_breaks import CHINESE, without_line_breaks


def text_of(markdown: str) -> str:
    """Return the text that a page shows, with line breaks as the spaces that a browser shows."""
    html = Markdown(extensions=["fenced_code", *EXTENSIONS]).convert(markdown)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).strip()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("全县\n各镇", "全县各镇"),
        ("全县，\n各镇", "全县，各镇"),
        ("全县 \n  各镇", "全县各镇"),
        ("共\n12个", "共12个"),
        ("共12\n个", "共12个"),
        ("the town\nhall", "the town hall"),
        ("用 API\n接口", "用 API接口"),
        ("全县\n**各镇**", "全县各镇"),
        ("**全县**\n各镇", "全县各镇"),
        ("全县[各\n镇](a.md)\n都", "全县各镇都"),
        ('共\n<a href="a">12个</a>\n镇', "共12个镇"),
        ("共\n<b>\n镇</b>", "共镇"),
        ("全县\n&#8220;各镇", "全县&#8220;各镇"),
        ("甲\\*\n乙", "甲*乙"),
        ("A\\*\nB", "A* B"),
        ("全县\n`a b`\n各镇", "全县a b各镇"),
        ("- 全县\n各镇", "全县各镇"),
        ("> 全县\n> 各镇", "全县各镇"),
        ("## 甲\n乙", "甲 乙"),
        ("𠮷\n野", "𠮷野"),
    ],
)
def test_a_line_break_beside_chinese_is_no_space(written: str, shown: str) -> None:
    assert text_of(written) == shown


def test_code_keeps_its_lines() -> None:
    html = Markdown(extensions=["fenced_code", *EXTENSIONS]).convert("```\n甲\n乙\n```")
    assert "甲\n乙" in html


def test_a_written_break_stays() -> None:
    assert "<br />" in Markdown(extensions=list(EXTENSIONS)).convert("甲  \n乙")


PIECES = st.lists(st.sampled_from(["甲", "，", "a", "1", "\n", " ", "\n\n", "“"]), max_size=20).map("".join)


@given(PIECES)
def test_plain_text_loses_only_breaks_and_the_spaces_around_them(text: str) -> None:
    joined = without_line_breaks(text)
    assert "".join(joined.split()) == "".join(text.split())
    assert not re.search(rf"[{CHINESE}]\n\S|\S\n[{CHINESE}]", joined)
    assert without_line_breaks(joined) == joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("甲 乙\n丙", "甲 乙丙"),
        ("a\nb", "a\nb"),
        ("a\n甲", "a甲"),
        ("甲\n\n乙", "甲\n\n乙"),
        ("甲\n \n乙", "甲\n \n乙"),
    ],
)
def test_spaces_within_a_line_and_empty_lines_stay(text: str, joined: str) -> None:
    assert without_line_breaks(text) == joined
