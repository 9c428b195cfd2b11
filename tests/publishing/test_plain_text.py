"""Text that is kept from the inline patterns comes out as it would from them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from generators.model.anchors import EXTENSIONS
from generators.publishing.defaults import load_configuration
from generators.publishing.html_blocks import EarlyBlocks, HtmlBlocks
from generators.publishing.plain_text import PlainText, has_only_own_extensions
from tests.build.project import COUNTY_SMALL, copy_county

FIGURE: Final = (
    '<a class="tb-figure" href="a/#b_c" title="“报表”，第3行">'
    '<span class="n">4.5</span><span class="u">万元</span></a>'
)
LINK: Final = '<a href="../b/">东桥镇</a>'

TEXTS: Final = {
    "plain": "合作社现场会诊，3.5%\n\n- 甲\n- 乙\n\n# 题",
    "links": f"{FIGURE}\n\n前{FIGURE}后，{LINK}。\n\n# {FIGURE}题",
    "a table": f"| 村 | 数 |\n|---|---:|\n| {LINK} | {FIGURE} |\n| 甲 | *1* |",
    "marks beside a link": f"**{FIGURE}**与`{LINK}`、[{LINK}](c.md)",
    "marks in a link": '<a href="a">*甲*</a> <a href="a">&amp;</a> <a href="a`b">乙</a>`',
    "a long word in a link": '<a href="a">https://example.gov.cn/a/b/c</a>',
    "a line break beside a link": f"前{LINK}\n后\n\nabc\n{FIGURE}",
    "attributes behind text": "题 {: .a }\n\n# 甲 {: #b }\n\n*丙*{: .c }",
    "footnotes": "甲[^1]\n\n[^1]: 乙",
    "Markdown in HTML": '<div markdown="1">\n甲 *乙*\n</div>',
}


def _converted(text: str) -> tuple[str, str]:
    plain = markdown.Markdown(extensions=["fenced_code", *EXTENSIONS])
    ours = markdown.Markdown(extensions=["fenced_code", *EXTENSIONS, PlainText()])
    return ours.convert(text), plain.convert(text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_page_is_the_same_to_the_byte(text: str) -> None:
    ours, plain = _converted(text)
    assert ours == plain


PIECES: Final = (
    *(
        FIGURE,
        LINK,
        "甲",
        "乙，",
        "a",
        " ",
        "  \n",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "`",
        "[",
        "]",
        "(",
        ")",
        "!",
        "<",
        ">",
    ),
    *(
        "&",
        "&amp;",
        "\\",
        "|",
        "|---|\n",
        "# ",
        "- ",
        "{: .a }",
        "[^1]",
        "[^1]: ",
        "<b>",
        "</b>",
        "<a href='c'>",
        "</a>",
    ),
    *(
        '<a href="d">',
        "<br>",
        "http://a",
        "a@b.c",
        "[甲](e.md)",
        '<p class="tb-a">',
        "</p>",
        "1. ",
        "    ",
        "x" * 26,
    ),
    *('<span class="n">', "</span>", "~~~\n", "***"),
)


def _converted_early(text: str) -> tuple[str, str]:
    plain = markdown.Markdown(extensions=["fenced_code", *EXTENSIONS])
    ours = markdown.Markdown(extensions=["fenced_code", *EXTENSIONS, HtmlBlocks(), PlainText()])
    return ours.convert(EarlyBlocks(ours).text(text)), plain.convert(text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_with_links_put_aside_early_the_page_is_the_same_to_the_byte(text: str) -> None:
    ours, plain = _converted_early(text)
    assert ours == plain


ROWS: Final = (*PIECES, *3 * (FIGURE, LINK, "甲", "乙，", "| ", " |\n", "| ", "|---|---|\n", "\n\n", "\n"))


@given(st.lists(st.sampled_from(ROWS), max_size=30).map("".join))
def test_whatever_stands_beside_links_put_aside_early_the_page_is_the_same(text: str) -> None:
    ours, plain = _converted_early(text)
    assert ours == plain


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_whatever_stands_beside_it_the_page_is_the_same(text: str) -> None:
    ours, plain = _converted(text)
    assert ours == plain


def test_no_pattern_looks_at_plain_text_and_links(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    usual = InlineProcessor._InlineProcessor__applyPattern  # type: ignore[attr-defined] # noqa: SLF001

    def counted(processor: InlineProcessor, pattern: object, data: str, *others: int) -> object:
        looked_at.append(data)
        return usual(processor, pattern, data, *others)

    monkeypatch.setattr(InlineProcessor, "_InlineProcessor__applyPattern", counted)
    markdown.markdown(f"甲乙\n\n{FIGURE}，{LINK}", extensions=[*EXTENSIONS, PlainText()])
    assert looked_at == []
    markdown.markdown("甲*乙*", extensions=[*EXTENSIONS, PlainText()])
    assert looked_at


def test_the_extensions_of_the_site_are_its_own(tmp_path: Path) -> None:
    config = load_configuration(COUNTY_SMALL, site_dir=str(tmp_path))
    assert has_only_own_extensions(config)


@pytest.mark.parametrize("written", ["[smarty]", "[toc: {permalink: true}]"])
def test_others_may_change_plain_text(written: str, tmp_path: Path) -> None:
    project = copy_county(tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"\nmarkdown_extensions: {written}\n")
    assert not has_only_own_extensions(load_configuration(project))
