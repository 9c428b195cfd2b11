"""Whatever a page contains: the sections of the plugin's own parser, or none at all."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser, Section

from generators.publishing.search.sections import sections_of
from generators.publishing.search.unsearched import without_unsearched
from tests.reading_sites.built_site import BuiltSite

_ARTICLE: Final = re.compile("<article.*?</article>", re.DOTALL)

READ: Final = {
    "nothing": "",
    "text alone": "字 &amp; 字",
    "headings": '<h1 id="a">题 <code>x</code></h1>\n<p>一<br />二</p>\n<h2 id="b">甲</h2>乙',
    "no first heading": '<p>一</p><h2 id="b">甲</h2><p>二</p><h3>丙</h3>丁',
    "a heading in an element": '<div><h2 id="b">甲</h2><p>一</p></div><p>二</p>',
    "an element without text": '<h1 id="a">题</h1><ul>\n<li> </li>\n</ul><p></p>后',
    "an excluded section": '<h1 id="a">题</h1><h2 id="b" data-search-exclude>甲</h2><p>一</p>',
    "an excluded element in one of its name": "<b>一<b data-search-exclude>二<b>三</b>四</b>五</b>",
    "line numbers": '<div class="linenodiv"><pre>1</pre></div><pre>a\n  b</pre>',
    "closed in another order": "<div><p>一</div>二</p>三",
    "character references": "<p>&lt;a&gt; &nbsp; &#1; &copy &quot;</p>",
    "a drawing": "<p>一<svg><title>图</title></svg>\n二</p>",
    "a table left out": "<div><table data-search-exclude><tr><td>1</td></tr></table></div>一",
    "cells": "<table><tr><th>甲</th><th>乙</th></tr>\n<tr><td>1<br>2</td> <td></td></tr></table> \n ",
    "a line of a cell": '<td>甲<span class="tb-small">乙</span>丙<a class="tb-small x" href="x">丁</a></td>',
    "edges around white space": "<div> <p> </p> </div> <hr> 一 <div>二</div>",
}

UNREAD: Final = {
    "a comment": "<p>一<!-- 注 --></p>",
    "a script": "<script>a<b</script>",
    "no quotation marks": "<p class=a>一</p>",
    "a bare bracket": "1 < 2",
    "an empty tag": "<>",
    "the mark of something hidden": "<p>一<!--tongbao:unsearched-->\n二</p>",
    "an unclosed tag": "<p",
    "capitals": "<P>一</P>",
    "a permalink": '<h1 id="a">题<a class="headerlink" href="#a">#</a></h1>',
    "an attribute with a bracket": '<p title="a>b">一</p>',
    "an element that closes itself": "<p />一",
    "a kept element that begins where it is skipped": "<b data-search-exclude><p><b></b></p></b>",
}


def _by_the_plugin(html: str) -> list[Section]:
    parser = Parser()
    parser.feed(without_unsearched(html)[0])
    parser.close()
    found: list[Section] = parser.data
    return found


def _shown(sections: list[Section]) -> list[tuple[Any, ...]]:
    return [(each.el.tag, each.el.attrs, each.id, each.depth, each.title, each.text) for each in sections]


@pytest.mark.parametrize("html", READ.values(), ids=READ)
def test_simple_pages_are_read_as_by_the_plugin(html: str) -> None:
    found = sections_of(html)
    assert found is not None
    assert _shown(found) == _shown(_by_the_plugin(html))


@pytest.mark.parametrize("html", UNREAD.values(), ids=UNREAD)
def test_of_other_pages_nothing_is_said(html: str) -> None:
    assert sections_of(html) is None


PIECES: Final = (
    *('<h1 id="a">', '<h2 id="b">', "<h2>", "</h1>", "</h2>", "<p>", "</p>", "<div>", "</div>", "<span>"),
    *("</span>", "<li>", "</li>", "<ul>", "</ul>", "<pre>", "</pre>", "<br>", "<br />", '<td data-sort="1">'),
    *("</td>", "<span data-search-exclude>", "<p data-search-exclude>", '<div class="linenodiv">', "字", " "),
    *(
        "\n",
        "&amp;",
        "&",
        ";",
        "&#60;",
        "<",
        ">",
        '"',
        "'",
        "=",
        "/",
        "<!--tongbao:unsearched-->",
        "<!-- a -->",
    ),
    *(
        '<img src="a" alt="b &gt;" />',
        "<script>",
        "</script>",
        "<textarea>",
        '<p class="a" id>',
        "<a name=b>",
    ),
    *(
        '<h3 id="c&amp;d">',
        "</h3>",
        '<h3 id="x" id="y">',
        "</p >",
        "<p\n>",
        '<p  class="a">',
        "<svg>",
        "</svg>",
        "<table data-search-exclude>",
        "<table>",
        "</table>",
        "\x00",
    ),
    *(
        "<code>",
        "</code>",
        "<object>",
        "</object>",
        "<?a?>",
        "<!DOCTYPE a>",
        "<![CDATA[",
        "]]>",
        "a",
        "<title>",
    ),
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join))
def test_whatever_is_read_is_read_as_by_the_plugin(html: str) -> None:
    found = sections_of(html)
    if found is not None:
        assert _shown(found) == _shown(_by_the_plugin(html))


def test_the_pages_of_a_site_are_read_as_by_the_plugin(county_site: BuiltSite) -> None:
    articles = [
        article
        for path in sorted(county_site.folder.rglob("*.html"))
        for article in _ARTICLE.findall(path.read_text(encoding="utf-8"))
    ]
    found = [(article, sections_of(article)) for article in articles]
    read = [(article, sections) for article, sections in found if sections is not None]
    assert len(read) > 0.9 * len(articles) > 1
    assert all(_shown(sections) == _shown(_by_the_plugin(article)) for article, sections in read)
