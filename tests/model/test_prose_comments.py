from __future__ import annotations

import pytest

from generators.model.links import relative_links
from generators.model.prose_comments import with_comments_blanked, without_comments

REMOVED = {
    "甲<!-- 乙 -->丙": "甲丙",
    "<!-- 甲 -->\n乙\n<!--\n丙\n\n丁 -->戊": "\n乙\n戊",
    "甲<!--乙--!>丙": "甲丙",
    "甲<!-->乙<!--->丙": "甲乙丙",
    "甲<!-- 乙": "甲",
    "甲 ` <!-- 乙 --> \n\n` 丙": "甲 `  \n\n` 丙",
    "```\n<!-- 甲 -->": "```\n",
}

KEPT = (
    "甲`<!-- 乙 -->`丙",
    "甲``<!-- ` -->``丙",
    "```\n<!-- 甲 -->\n```\n乙",
    "~~~ html\n<!-- 甲 -->\n\n<!-- 乙 -->\n~~~\n丙",
    "甲 <! -- 乙 -->",
)


@pytest.mark.parametrize(("text", "left"), REMOVED.items())
def test_comments_are_removed(text: str, left: str) -> None:
    assert without_comments(text) == left


@pytest.mark.parametrize("text", KEPT)
def test_code_that_looks_like_a_comment_is_kept(text: str) -> None:
    assert without_comments(text) == text


def test_blanking_keeps_every_place() -> None:
    text = "甲<!-- 乙\n丙 -->丁\n`<!-- 戊 -->`"
    blanked = with_comments_blanked(text)
    assert blanked == "甲" + " " * 6 + "\n" + " " * 5 + "丁\n`<!-- 戊 -->`"
    assert len(blanked) == len(text)


def test_a_link_in_a_comment_leads_nowhere() -> None:
    body = "[甲](a.pdf) <!-- [乙](b.pdf) <a href='c.pdf'> -->"
    assert [each.path for each in relative_links(body, "x.md")] == ["a.pdf"]
