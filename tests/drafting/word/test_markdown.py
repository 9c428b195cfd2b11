from __future__ import annotations

from html import escape, unescape

import pytest

from generators.drafting.word.markdown import markdown_of, plain_text
from generators.model.anchors import page_html
from generators.model.html_tree import tree_of


def _markdown(html: str) -> str:
    return markdown_of(tree_of(html))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3*4*5米", "3*4*5米"),
        ("a*b_c", "a\\*b\\_c"),
        ("〔2026〕[1]", "〔2026〕\\[1\\]"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("{{ value() }}", "\\{\\{ value() \\}\\}"),
        ("中 文 English text", "中文English text"),
    ],
)
def test_text_is_shown_as_it_is(text: str, expected: str) -> None:
    assert plain_text(text) == expected


@pytest.mark.parametrize("text", ["# 不是标题", "- 不是列表", "+ 同上", "> 不是引文", "=== 线", "2. 不改"])
def test_marks_at_the_beginning_are_text(text: str) -> None:
    html = page_html(_markdown(f"<p>{escape(text)}</p>"))
    assert "".join(unescape(html).split()) == "".join(f"<p>{text}</p>".split())


def test_blocks() -> None:
    html = (
        "<h2><strong>一、甲</strong></h2><p>　　乙<strong>丙</strong>丁<br/>戊</p>"
        "<ul><li>己<ul><li>庚</li></ul></li></ul><ol><li>辛</li></ol>"
        '<p><a href="https://example.com/">壬</a><a href="file:///c/x">癸</a>'
        '<img src="1-1.png" alt="子"/></p>'
    )
    assert _markdown(html) == (
        "## 一、甲\n\n乙**丙**丁<br>\n戊\n\n- 己\n  - 庚\n\n1. 辛\n\n[壬](https://example.com/)癸![子](1-1.png)\n"
    )


def test_notes_at_the_foot_and_at_the_end() -> None:
    html = (
        '<p>甲<sup><a href="#footnote-2" id="footnote-ref-2">[1]</a></sup>乙'
        '<sup><a href="#endnote-2" id="endnote-ref-2">[2]</a></sup></p>'
        '<ol><li id="footnote-2"><p> 注一 <a href="#footnote-ref-2">↑</a></p></li>'
        '<li id="endnote-2"><p>注二 <a href="#endnote-ref-2">↑</a></p></li></ol>'
    )
    assert _markdown(html) == "甲[^2]乙[^e2]\n\n[^2]: 注一\n\n[^e2]: 注二\n"


def test_a_signature_in_one_paragraph_keeps_its_lines() -> None:
    assert _markdown("<p>某办<br/>2026年1月2日</p>") == "某办\n2026年1月2日\n"


def test_bullets_typed_by_hand_are_a_list() -> None:
    assert _markdown("<p>• 甲</p><p>●乙</p>") == "- 甲\n\n- 乙\n"
