"""Signatures: the lines of offices and date stay lines; everything else is joined as ever."""

from __future__ import annotations

import pytest
from markdown import Markdown

from generators.model.anchors import EXTENSIONS


def _html(text: str) -> str:
    return Markdown(extensions=list(EXTENSIONS)).convert(text)


SIGNED = '<p class="tb-signature">云溪县办公室<br />2024年7月10日</p>'


@pytest.mark.parametrize(
    "text",
    [
        "云溪县办公室\n2024年7月10日",
        "　　　　云溪县办公室\n　　　　2024年7月10日",
        "云溪县办公室  \n2024年7月10日",
        "\t\t云溪县办公室 \n\t\t2024年7月10日　",
    ],
)
def test_office_and_date_stay_two_lines(text: str) -> None:
    assert _html(f"按月通报。\n\n{text}").replace("\n", "") == f"<p>按月通报。</p>{SIGNED}"


def test_joint_offices_stay_lines_and_the_date_may_be_in_han_digits() -> None:
    html = _html("甲县办公室\n乙县**督查室**\n二〇二四年七月十日")
    assert html.replace("\n", "") == (
        '<p class="tb-signature">甲县办公室<br />乙县<strong>督查室</strong><br />二〇二四年七月十日</p>'
    )


def test_attachments_may_follow() -> None:
    html = _html("云溪县办公室\n2024年7月10日\n\n附件：名单")
    assert html.replace("\n", "") == f"{SIGNED}<p>附件：名单</p>"


@pytest.mark.parametrize("after", ["", "\n\n<div>末尾</div>"])
def test_paragraphs_at_the_end_are_made_one(after: str) -> None:
    html = _html(f"按月通报。\n\n云溪县办公室\n\n2024年7月10日{after}")
    assert html.replace("\n", "").startswith(f"<p>按月通报。</p>{SIGNED}")
    assert 'class="tb-signature"' not in _html("示例县简报\n\n2024年7月10日\n\n按月通报。")


def test_a_link_may_stand_for_an_office_but_a_block_of_html_does_not() -> None:
    html = _html('按月通报。\n\n<a href="x">云溪县</a>办公室\n2024年7月10日')
    assert html.endswith('<p class="tb-signature"><a href="x">云溪县</a>办公室<br />2024年7月10日</p>')
    assert "tb-signature" not in _html("<div>云溪县</div>\n\n2024年7月10日")


def test_its_own_class_and_anchor_stay() -> None:
    html = _html("云溪县办公室\n2024年7月10日\n{: .other #end }")
    assert 'class="other tb-signature"' in html
    assert 'id="end"' in html


@pytest.mark.parametrize(
    "text",
    [
        "各镇都已开工，\n2024年7月10日",
        "办公室的通知印发于\n2024年7月10日起施行",
        "会议时间：\n2024年7月10日",
        "2024年7月9日\n2024年7月10日",
        "2024年7月10日",
        "3.5\n2024年7月10日",
        "这一段写得很长" * 7 + "\n2024年7月10日",
        "- 云溪县办公室\n2024年7月10日",
    ],
)
def test_other_text_before_a_date_is_no_signature(text: str) -> None:
    html = _html(text)
    assert "tb-signature" not in html
    assert "<br" not in html
