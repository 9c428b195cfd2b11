from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generators.model.anchors import EXTENSIONS
from generators.model.prose_markup.layout import laid_out


def html_of(text: str) -> str:
    """Return the HTML that the site makes of Markdown, without line breaks."""
    return Markdown(extensions=["fenced_code", *EXTENSIONS]).convert(text).replace("\n", "")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("做法如下：\n- 甲\n- 乙", "<p>做法如下：</p><ul><li>甲</li><li>乙</li></ul>"),
        ("做法：\n* 甲\n+ 乙", "<p>做法：</p><ul><li>甲</li><li>乙</li></ul>"),
        (
            "- 甲\n  - 乙\n    - 丙\n- 丁",
            "<ul><li>甲<ul><li>乙<ul><li>丙</li></ul></li></ul></li><li>丁</li></ul>",
        ),
        ("- 甲\n    - 乙\n- 丙", "<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>"),
        ("- 甲\n\n  续\n\n- 乙", "<ul><li><p>甲</p><p>续</p></li><li><p>乙</p></li></ul>"),
        ("　　- 甲\n　　- 乙", "<ul><li>甲</li><li>乙</li></ul>"),
        ("> 说：\n> - 甲\n> - 乙", "<blockquote><p>说：</p><ul><li>甲</li><li>乙</li></ul></blockquote>"),
        ("甲\n\n- - -\n\n乙", "<p>甲</p><hr /><p>乙</p>"),
        ("-5℃\n*强调*", "<p>-5℃<em>强调</em></p>"),
    ],
)
def test_a_list_needs_no_empty_line_and_is_nested_by_two_spaces(written: str, html: str) -> None:
    assert html_of(written) == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("1. 甲\n\n文\n\n2. 乙\n\n5. 丙", paragraphs("1. 甲", "文", "2. 乙", "5. 丙")),
        ("2. 甲\n2. 乙", paragraphs("2. 甲", "2. 乙")),
        ("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊", paragraphs("一、甲", "（一）乙", "1.丙", "（1）丁", "①戊")),
        ("要求\n　　（一）甲\n　　1、乙", paragraphs("要求", "（一）甲", "1、乙")),
        ("**一、甲**\n文", "<p><strong>一、甲</strong>文</p>"),
        ("- 甲\n  （1）乙", "<ul><li><p>甲</p><p>（1）乙</p></li></ul>"),
        ("> 甲\n> 2. 乙", "<blockquote><p>甲</p><p>2. 乙</p></blockquote>"),
    ],
)
def test_a_written_number_stays_and_begins_a_paragraph(written: str, html: str) -> None:
    assert html_of(written) == html


@pytest.mark.parametrize(
    "written", ["达到\n3.5万元", "见方案第\n（二）条", "甲、\n（一）乙", "共\n12个镇", "为\n2026.5"]
)
def test_a_number_within_a_sentence_begins_no_paragraph(written: str) -> None:
    assert html_of(written) == paragraphs(written.replace("\n", ""))


@pytest.mark.parametrize(
    "indent", ["    ", "     ", "\t", "\t\t", "　　", "　", "\u00a0\u00a0\u00a0\u00a0", " 　　 "]
)
def test_an_indented_text_is_a_paragraph(indent: str) -> None:
    within = indent.replace("　", " ")
    written = f"某单位办公室\n\n{indent}2026年7月19日\n\n{indent}有的镇行动迟缓，\n{within}台账不全。"
    assert html_of(written) == paragraphs("某单位办公室", "2026年7月19日", "有的镇行动迟缓，台账不全。")


def test_lines_indented_by_full_width_spaces_are_paragraphs_of_their_own() -> None:
    assert html_of("　　甲。\n　　乙。\n　　\n丙") == paragraphs("甲。", "乙。", "丙")


def test_a_signature_below_a_list_is_no_item() -> None:
    written = "- 甲\n- 乙\n\n" + " " * 20 + "某办\n" + " " * 18 + "2026年7月"
    assert html_of(written) == "<ul><li>甲</li><li>乙</li></ul><p>某办2026年7月</p>"


def test_fences_footnotes_tables_and_breaks_are_as_before() -> None:
    assert html_of("```\n    甲\n- 乙\n```") == "<pre><code>    甲- 乙</code></pre>"
    assert "<p>乙</p><p>丙" in html_of("甲[^1]\n\n[^1]: 乙\n\n    丙")
    assert html_of("| 甲 | 乙 |\n|---|---|\n| 1. | - |").count("<td>") == 2
    assert html_of("甲  \n乙") == "<p>甲<br />乙</p>"
    assert html_of('<div class="x" markdown="1">\n做法：\n- 甲\n</div>').count("<li>") <= 1


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", " ", "  ", "    ", "        ", "　　", "> ", "> > "]),
        st.sampled_from(
            ["", "甲", "- 乙", "* 丙", "1. 丁", "（一）戊", "## 己", "| 庚 |", "[^1]: 辛", "!!! note", "```"]
        ),
        st.sampled_from(["", "  ", "，"]),
    ).map("".join),
    max_size=12,
)


@given(LINES)
def test_no_character_is_lost(lines: list[str]) -> None:
    def shown(text: str) -> str:
        return "".join(each for each in text if not each.isspace() and each != ">")

    assert shown("\n".join(laid_out(lines))) == shown("\n".join(lines))


@given(LINES)
def test_what_is_laid_out_stays_as_it_is(lines: list[str]) -> None:
    once = "\n".join(laid_out(lines))
    assert Markdown(extensions=list(EXTENSIONS)).convert(once) == Markdown(
        extensions=list(EXTENSIONS)
    ).convert("\n".join(lines))
