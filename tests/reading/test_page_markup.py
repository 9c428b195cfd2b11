"""What a page may bring into the site: refused with its place, or left to the byte."""

from __future__ import annotations

import pytest

from generators.model.problem import Problem
from generators.model.record import Place
from generators.reading.page_markup import markup_limit_problems, refused_markup
from tests.build.hostile_text import HOSTILE_MARKUP, LONG_TEXTS

BEGINNING = Place("content/a.md", 5)

ADMITTED = {
    "Markdown": '# 题 {: #a .b }\n\n*甲* **乙** `<script>` [丙](d.md) ![丁](e.png "题")\n\n> 引\n\n1. 一\n',
    "table": "|甲|乙|\n|:-|-:|\n|1|2|\n",
    "footnote": "甲[^1]\n\n[^1]: 注\n",
    "addresses": "<https://example.org/> <a@example.org> [电话](tel:12345) [信](mailto:a@example.gov.cn)",
    "HTML": '<details open><summary>题</summary>\n<table><tr><td colspan="2">1</td></tr></table></details>',
    "comparison": "1<2，3>2，a<b，<某某>",
    "code": "```\n<script>alert(1)</script>\n<!-- 注 -->\n```\n",
    "comment": "甲<!-- 注 <script> -->乙\n",
    "call": '{{ division("a") }}、[乙](c.md)',
    "anchor": "[甲](#乙)",
    "a long word": "见 https://example.invalid/" + "a" * 60 + " 。\n",
    "an indented paragraph": "甲\n\n    乙\n",
}

NOT_ADMITTED = {
    "script": ("甲\n\n<script>x()</script>", 7, "<script>"),
    "script in capitals": ("<ScRiPt src=//example.org/a.js>", 5, "<script>"),
    "handler": ("甲<b\nonclick=x()>乙</b>", 6, "onclick"),
    "handler after a quotation": ("<p title='a'onpointerover=x()>甲", 5, "onpointerover"),
    "handler after a slash": ("<br/onfocus=x()>", 5, "onfocus"),
    "handler of Markdown": ("# 甲 {: onclick=x() }", 5, "onclick"),
    "frame": ('<iframe srcdoc="<b>甲</b>">', 5, "<iframe>"),
    "style": ("甲\n<style>p{color:red}</style>", 6, "<style>"),
    "style of an element": ('<td style="background:url(//example.org)"><p style="color:red">', 5, "style"),
    "form": ("<form action=/x><button>甲", 5, "<form>"),
    "vector graphic": ("<svg/onload=x()>", 5, "<svg>"),
    "formula": ("<math><mtext><p>", 5, "<math>"),
    "refresh": ('<meta http-equiv=refresh content="0;url=//example.org">', 5, "<meta>"),
    "base": ("<base href=//example.org>", 5, "<base>"),
    "template": ("<template><b>", 5, "<template>"),
    "javascript": ("甲\n\n[乙](javascript:x())", 7, "javascript:"),
    "javascript with a tab": ("[乙](java&Tab;script:x())", 5, "http"),
    "javascript as entities": ("<a href='&#106;&#x61vascript:x()'>甲</a>", 5, "http"),
    "javascript by reference": ("[乙][a]\n\n[a]: JavaScript:x()", 7, "JavaScript:"),
    "data": ("[乙](data:text/html;base64,PGI+)", 5, "data:"),
    "blob": ("<a href=blob:x>甲</a>", 5, "blob:x"),
    "picture elsewhere": ("![甲](https://example.org/a.png)", 5, "不在本站"),
    "picture by the same scheme": ("<img src='//example.org/a.png'>", 5, "不在本站"),
    "picture by backslashes": ("<img src='\\\\example.org/a.png'>", 5, "不在本站"),
    "picture in the text": ("![甲](data:image/png;base64,AAAA)", 5, "不在本站"),
    "choice of pictures": ("<img src=a.png srcset='//example.org/a.png 2x'>", 5, "srcset"),
    "class of the site": ('<p class="b tb-figure">甲</p>', 5, "tb-"),
    "id of the theme": ('<p id="__config">甲</p>', 5, "__"),
    "call in an attribute": ('<p title="{{ value("a", "b") }} onclick=x() ">甲</p>', 5, "{{ }}"),
    "call as an address": ('[甲]({{ value("a", "b") }})', 5, "{{ }}"),
    "open comment": ("甲\n<!-- 注", 6, "注释"),
    "declaration": ("<!doctype html>", 5, "doctype"),
    "instruction": ("<?php x() ?>", 5, "php"),
    "address that is none": ("[甲](http://[::1/)", 5, "http://[::1/"),
}


def _problems(body: str) -> tuple[Problem, ...]:
    return markup_limit_problems(body, BEGINNING) or refused_markup(body, BEGINNING)


@pytest.mark.parametrize("body", ADMITTED.values(), ids=ADMITTED)
def test_what_the_list_allows_has_no_problem(body: str) -> None:
    assert _problems(body) == ()


@pytest.mark.parametrize(("body", "line", "words"), NOT_ADMITTED.values(), ids=NOT_ADMITTED)
def test_everything_else_is_refused_at_its_line(body: str, line: int, words: str) -> None:
    problems = _problems(body)
    assert {each.code for each in problems} == {"E541"}
    assert [each for each in problems if each.place.line == line and words in each.detail], problems


@pytest.mark.parametrize("body", HOSTILE_MARKUP.values(), ids=HOSTILE_MARKUP)
def test_what_would_stall_a_reader_is_refused_before_it_is_read(body: str) -> None:
    assert {each.code for each in markup_limit_problems(body, BEGINNING)} == {"E542"}


@pytest.mark.parametrize("body", LONG_TEXTS.values(), ids=LONG_TEXTS)
def test_long_ordinary_texts_are_within_the_limits(body: str) -> None:
    assert _problems(body) == ()
