"""A simple page is the page of Python-Markdown and MkDocs, to the byte; of another one nothing is said."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.structure.pages import _ExtractTitleTreeprocessor
from mkdocs.structure.toc import AnchorLink, get_toc

from generators.model.anchors import EXTENSIONS
from generators.publishing import separate_page
from generators.publishing.html_blocks import HtmlBlocks
from generators.publishing.plain_text import PlainText
from generators.publishing.simple_pages import simple_page
from tests.build.project import FIXTURES_DAY, copy_county
from tests.running import build

COMPONENT: Final = '<div class="tb-a"><div>甲 *乙*</div><p>丙</p></div>'

SIMPLE: Final = {
    "headings": "# 东桥镇\n\n## 目标 {: #progress }\n\n### 甲\n\n## 甲\n\n# 甲",
    "an id that another heading would get": "## 甲\n\n## 乙 {: #a }\n\n## a",
    "spaces in a heading": "# 甲  1.5 乙\n\n## 2. 丙",
    "no title": "甲\n\n# 乙",
    "a component": f"# 题\n\n{COMPONENT}\n\n后文，“一二”。\n\n\n\n（一）再后\n",
    "paragraphs in HTML": '<p>甲&amp;<a href="a/" title="b">乙*</a></p>\n\n<p><b>丙</b></p>',
    "nothing": "",
    "nothing but lines": "\n\n\n",
}

NOT_SIMPLE: Final = {
    "emphasis": "甲*乙*",
    "a list": "- 甲",
    "a second line": "甲\n乙",
    "an attribute of a paragraph": "甲 {: .a }",
    "a character reference": "# 甲&#45;乙",
    "a long word": "甲abcdefghijklmnopqrstuvwxyz",
    "a long word in a heading": "# abcdefghijklmnopqrstuvwxyz",
    "a signature": "示例县办公室\n\n2026年10月15日",
    "raw HTML": "<section>甲</section>",
    "a long paragraph with an element that templates do not write": f"<p>{'甲' * 80}<i>乙</i></p>",
    "a component that is not closed": '<div class="tb-a"><div>甲</div>',
    "a component with Markdown": '<div class="tb-a" markdown="1">甲</div>',
    "a component beside text": f"甲\n{COMPONENT}",
    "a fence": "```\n\n甲\n\n```",
    "a heading closed": "# 甲 #",
    "letters": "abc",
}


def _by_markdown(text: str) -> tuple[str, str, str | None]:
    md = Markdown(extensions=["toc", "tables", "fenced_code", *EXTENSIONS, HtmlBlocks(), PlainText()])
    title = _ExtractTitleTreeprocessor()
    title._register(md)  # noqa: SLF001 - as MkDocs does
    html = md.convert(text)
    return html, _shown(get_toc(getattr(md, "toc_tokens", []))), title.title


def _shown(toc: Iterable[AnchorLink]) -> str:
    return json.dumps([[each.level, each.id, each.title, _shown(each.children)] for each in toc])


@pytest.mark.parametrize("text", SIMPLE.values(), ids=SIMPLE)
def test_a_simple_page_is_that_of_markdown(text: str) -> None:
    page = simple_page(text)
    assert page is not None
    assert (page.html, _shown(page.toc), page.title) == _by_markdown(text)


@pytest.mark.parametrize("text", NOT_SIMPLE.values(), ids=NOT_SIMPLE)
def test_of_other_pages_nothing_is_said(text: str) -> None:
    assert simple_page(text) is None


BLOCKS: Final = (
    *("# 甲", "## 甲", "## 乙 {: #a }", "### a", "#### 1.", "# 甲 ", "##甲", "####### 甲", "# “甲”：乙/丙"),
    *(
        "甲乙丙。",
        "一、甲",
        "（一）甲",
        "2026年10月15日",
        "示例县办公室",
        "甲 ",
        " 甲",
        "　甲",
        "甲|乙",
        "甲:乙",
    ),
    *(
        COMPONENT,
        '<p class="tb-a">甲</p>',
        "<p>甲</p>",
        "<p>甲<b>乙</p>",
        "<p>&甲</p>",
        "<p>甲</b></p>",
        "<p></p>",
    ),
    *(
        '<ul class="tb-a"><li>甲</ul>',
        "<p>",
        "</p>",
        "<div>甲</div>",
        "- 甲",
        "1. 甲",
        "> 甲",
        "| 甲 |",
        "---",
        "===",
    ),
    *(
        "*甲*",
        "[甲](乙)",
        "[甲]: 乙",
        "[^1]: 注",
        "甲[^1]",
        "`甲`",
        "\\*",
        "\t甲",
        "甲\u2028乙",
        "甲\x0c",
        "{: #a }",
        "",
    ),
)


@given(
    st.lists(st.sampled_from(BLOCKS) | st.text(max_size=4), max_size=7),
    st.lists(st.sampled_from(("\n", "\n\n", "\n\n", "\n\n\n", "\n\n\n\n")), min_size=7, max_size=7),
)
def test_whatever_is_simple_is_what_markdown_makes_of_it(blocks: list[str], gaps: list[str]) -> None:
    text = "".join(block + gap for block, gap in zip(blocks, gaps, strict=False))
    page = simple_page(text)
    if page is not None:
        assert (page.html, _shown(page.toc), page.title) == _by_markdown(text)


def test_most_pages_of_a_site_are_simple(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []

    def counted(markdown: str) -> object:
        found.append(simple_page(markdown))
        return found[-1]

    monkeypatch.setattr(separate_page, "simple_page", counted)
    build(copy_county(tmp_path / "project"), "--jobs", "1", as_of=FIXTURES_DAY)
    assert sum(each is not None for each in found) > len(found) / 2 > 1
