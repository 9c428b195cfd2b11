"""Text in Markdown stays text, whatever it looks like."""

from __future__ import annotations

import html

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError
from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generators.rendering.environment import html_in_markdown, markdown_text, page_environment

EXTENSIONS = ["attr_list", "md_in_html", "tables", "footnotes", "toc"]

# What XML and HTML allow; the reader of YAML refuses the rest.
_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])
    | st.sampled_from("#*_[]()`|~!<>&\"'\\{}:-+1.=^$ "),
    min_size=1,
    max_size=60,
).filter(lambda text: text.split())


def _html(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(markdown.markdown(text, extensions=EXTENSIONS))


def _only(page: LexborHTMLParser, selector: str) -> LexborNode:
    (node,) = page.css(selector)
    return node


@given(_TEXT)
def test_a_heading_reads_as_it_was_typed(text: str) -> None:
    heading = _only(_html(f"# {markdown_text(text)} {{: #here }}"), "h1")
    assert heading.text() == " ".join(text.split())
    assert heading.css("*") == [heading]
    assert heading.attributes == {"id": "here"}


@given(_TEXT)
def test_a_line_reads_as_it_was_typed(text: str) -> None:
    page = _html(str(markdown_text(text)))
    assert _only(page, "body").text().strip() == " ".join(text.split())
    assert [node.tag for node in page.css("body *")] == ["p"]


@given(_TEXT, _TEXT)
def test_what_is_drawn_into_prose_stays_as_it_is(label: str, title: str) -> None:
    drawn = f'<a class="tb__x" href="../a_b/#i-c_d.e" title="{escape(title)}">{escape(label)}</a>'
    page = _html(f"前*文* {html_in_markdown(drawn)} `后`")
    link = _only(page, "a")
    assert link.text() == label
    assert link.attributes == {"class": "tb__x", "href": "../a_b/#i-c_d.e", "title": title}
    assert [node.tag for node in page.css("body *")] == ["p", "em", "a", "code"]


def test_addresses_survive_for_whoever_makes_them_relative() -> None:
    drawn = '<a href="site:/sources/a-b/#x_y.z">甲*乙</a>'
    assert html_in_markdown(drawn) == '<a href="site:/sources/a-b/#x_y.z">甲&#42;乙</a>'


@given(_TEXT)
def test_escaping_changes_no_text(text: str) -> None:
    assert html.unescape(str(markdown_text(text))) == " ".join(text.split())
    assert html.unescape(str(html_in_markdown(str(escape(text))))) == text


def test_a_name_that_a_view_does_not_have_is_an_error() -> None:
    template = page_environment().from_string("{{ view.unknown }}")
    with pytest.raises(UndefinedError):
        template.render(view=object())


def test_everything_else_is_escaped_for_html() -> None:
    assert page_environment().from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"


def test_a_second_environment_compiles_no_template_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = page_environment().get_template("kit/charts.j2")
    monkeypatch.setattr(Environment, "_generate", None)
    second = page_environment().get_template("kit/charts.j2")
    assert second is not first
    with pytest.raises(TypeError):
        page_environment().from_string("never compiled")
