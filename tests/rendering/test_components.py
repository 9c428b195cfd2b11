"""The smallest components as HTML, every part escaped."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generators.composing.kit.table import Emphasis
from generators.composing.kit.views import BarView, FigureView, Link, StatusView
from generators.rendering.components import (
    bar_html,
    figure_html,
    link_html,
    small_html,
    status_html,
    styled_html,
)

STATUS: Final = StatusView("missed", "逾期", "✕")
FIGURE: Final = FigureView("近", "9", "", "个", "")


def test_a_figure_prints_its_parts_in_order() -> None:
    figure = FigureView("近", "9", "余", "个", "以上", "site:/x/", "<年报>", is_corrected=True, is_stale=True)
    assert figure_html(figure) == (
        '<a class="tb-figure" href="site:/x/" title="&lt;年报&gt;"><span class="tb-figure__hedge">近</span>'
        '<span class="tb-figure__number">9</span><span class="tb-figure__hedge">余</span>'
        '<span class="tb-figure__unit">个</span><span class="tb-figure__hedge">以上</span>'
        '<span class="tb-figure__mark">更正</span><span class="tb-figure__mark">陈旧</span></a>'
    )


def test_a_figure_without_an_address_is_no_link() -> None:
    assert figure_html(replace(FIGURE, before="", is_missing=True)) == (
        '<span class="tb-figure tb-figure--missing"><span class="tb-figure__number">9</span>'
        '<span class="tb-figure__unit">个</span></span>'
    )


def test_a_status_has_a_shape_that_is_not_read_out() -> None:
    assert status_html(STATUS) == (
        '<span class="tb-status tb-tone--missed"><span class="tb-status__shape" aria-hidden="true">✕</span>'
        "逾期</span>"
    )


@pytest.mark.parametrize(("pace", "marks"), [("", 0), ("70", 2)])
def test_a_bar_marks_the_pace_if_there_is_one(pace: str, marks: int) -> None:
    html = bar_html(BarView("50", pace, "50%", "完成50%", STATUS))
    assert html.count(f'd="M{pace} -4V14"') == marks
    assert '<rect class="tb-bar__fill" width="50" height="10"/>' in html
    assert 'aria-label="完成50%"' in html


def test_whatever_is_text_is_escaped() -> None:
    text = "<b>&\"'"
    status = StatusView(text, text, text)
    figure = FigureView(text, text, text, text, text, text, text)
    drawn = (
        link_html(Link(text, text)),
        figure_html(figure),
        status_html(status),
        bar_html(BarView(text, text, text, text, status)),
        *(styled_html(text, emphasis) for emphasis in Emphasis),
    )
    assert [html for html in drawn if "<b>" in html or '&"' in html or "\"'" in html] == []


def test_the_content_of_a_secondary_line_is_html() -> None:
    assert small_html("<b>甲</b>", is_unbroken=True) == '<span class="tb-small tb-nowrap"><b>甲</b></span>'
