from __future__ import annotations

from typing import Final

import markdown
import pytest

from generators.publishing.html_blocks import EarlyBlocks, HtmlBlocks

EXTENSIONS: Final = ("attr_list", "md_in_html", "tables", "footnotes", "toc", "fenced_code")

COMPONENT: Final = '<div class="tb-a"><div>甲 *乙*</div><p>丙</p></div>'

TEXTS: Final = {
    "between paragraphs": f"# 题\n\n前\n\n{COMPONENT}\n\n后 *文*\n",
    "at the beginning and the end": f"{COMPONENT}\n\n{COMPONENT}",
    "over two lines": '<table class="tb-table"><tr>\n<td>*1*</td></tr></table>\n\n后\n',
    "over a blank line": '<div class="tb-a">\n\n*甲*\n\n</div>\n\n后\n',
    "two in one line": f"{COMPONENT}{COMPONENT}\n\n后\n",
    "with text after it": f"{COMPONENT} *后*\n\n又\n",
    "with an element of the same name after text": '<p class="tb-a">甲</p> *乙* <p>丙</p>\n\n后\n',
    "never closed": '<div class="tb-a"><div>甲</div>\n\n*后*\n',
    "closed too often": '<div class="tb-a">甲</div></div>\n\n*后*\n',
    "with Markdown inside": '<div class="tb-a" markdown="1">\n*甲*\n</div>\n\n后\n',
    "in fenced code": f"```\n\n{COMPONENT}\n\n```\n",
    "in indented code": f"前\n\n    {COMPONENT}\n\n后\n",
    "in a list": f"- 前\n\n    {COMPONENT}\n\n- 后\n",
    "with footnotes and references": f"前[^1]\n\n{COMPONENT}\n\n[^1]: 注\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_page_is_the_same_to_the_byte(text: str) -> None:
    plain = markdown.Markdown(extensions=EXTENSIONS)
    ours = markdown.Markdown(extensions=[*EXTENSIONS, HtmlBlocks()])
    assert ours.convert(text) == plain.convert(text)


@pytest.mark.parametrize(
    "text",
    [*TEXTS.values(), f"前\n \n{COMPONENT}\n   \n\t后", f"{COMPONENT}\n  ", f"\x02{COMPONENT}\r\n\r\n后"],
)
def test_put_aside_early_the_page_is_the_same_to_the_byte(text: str) -> None:
    plain = markdown.Markdown(extensions=EXTENSIONS)
    ours = markdown.Markdown(extensions=[*EXTENSIONS, HtmlBlocks()])
    early = EarlyBlocks(ours)
    for _ in range(2):
        ours.reset()
        assert ours.convert(early.text(text)) == plain.reset().convert(text)


def test_a_component_is_not_read_as_markdown() -> None:
    converter = markdown.Markdown(extensions=[*EXTENSIONS, HtmlBlocks()])
    left = converter.preprocessors["tongbao_html_blocks"].run(["前", "", COMPONENT, "", "后", "", ""])
    assert "tb-a" not in "\n".join(left)
    assert left[0] == "前"
    assert left[4] == "后"


def test_what_an_author_wrote_is_left_to_markdown() -> None:
    converter = markdown.Markdown(extensions=[*EXTENSIONS, HtmlBlocks()])
    lines = ["前", "", '<div class="mine">甲</div>', "", '<span class="tb-figure">1</span>', "", ""]
    assert converter.preprocessors["tongbao_html_blocks"].run(lines) == lines
