from __future__ import annotations

import pytest
from material.plugins.search.plugin import Parser

from generators.publishing.search.unsearched import with_unsearched, without_unsearched

DRAWING = '<svg role="img"><title>走势</title><path d="M0 0"/></svg>'
REPEATED = f'<table class="tb-table" data-search-exclude><tr><td>1{DRAWING}</td></tr></table>'
SEARCHED = "<table><tr><td>东桥镇</td></tr></table>"


def test_the_search_plugin_sees_neither_drawings_nor_tables_kept_out() -> None:
    seen, unsearched = without_unsearched(f"<h1>题</h1>{DRAWING}<p>{DRAWING}</p>{REPEATED}{SEARCHED}")
    assert unsearched == [DRAWING, DRAWING, REPEATED]
    assert "走势" not in seen
    assert "东桥镇" in seen


def test_everything_comes_back_in_its_place() -> None:
    page = f"{DRAWING}<h1>题</h1>{REPEATED}<p>\\1</p>{SEARCHED}{DRAWING}"
    assert with_unsearched(*without_unsearched(page)) == page


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<table><tr><th>目标</th><th>数值</th></tr><tr><td>12</td>\n<td>8</td></tr></table>",
            "目标 数值 12 8",
        ),
        ("<p>云溪县办公室<br>2024年7月10日</p>", "<p>云溪县办公室 2024年7月10日</p>"),
        ("<div>甲</div><div>乙<div>丙</div>丁</div>", "甲 乙 丙 丁"),
        ("<p>达标<b>12</b><span>个</span></p>", "<p>达标12个</p>"),
        ('<table><tr><td>巡河<span class="tb-small">次</span></td></tr></table>', "巡河 次"),
        (
            "<dl><dt>期号</dt><dd>第3期</dd></dl><details><summary>另有</summary>两个</details>",
            "期号 第3期 另有 两个",
        ),
    ],
)
def test_the_search_plugin_parts_what_stands_apart(html: str, text: str) -> None:
    parser = Parser()
    parser.feed(without_unsearched(html)[0])
    parser.close()
    (section,) = parser.data
    assert " ".join("".join(section.text).split()) == text


def test_a_page_without_any_stays_as_it_is() -> None:
    assert without_unsearched("<p>东桥镇</p>") == ("<p>东桥镇</p>", [])
    assert with_unsearched(*without_unsearched(SEARCHED)) == SEARCHED
    assert with_unsearched(SEARCHED, []) == SEARCHED
