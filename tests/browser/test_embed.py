"""Embedded views in Chromium: in a frame of another site's page, as high as they are, with their filter."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from typing import Final
from urllib.request import urlopen

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import OpenPage

ADDRESS: Final = "https://shili.example/"
"""The address of the example's public site in its ``site.yml``."""

VIEWS: Final = {
    "board": "boards/shili-double/",
    "ranking": "rankings/shili-double/progress/2026-Q3/",
    "chart": "rankings/shili-double/progress/",
}
"""Pages with an embedded view."""


def _code(site: str, path: str) -> str:
    """Return the code that the page offers, with the address under which the test serves the site."""
    with urlopen(f"{site}{path}") as answer:  # noqa: S310 - our own server
        text = answer.read().decode()
    found = re.search(r"tb-embed-hint.*?<code>(.*?)</code>", text, re.DOTALL)
    assert found is not None
    return html.unescape(found[1]).replace(ADDRESS, site)


@pytest.fixture
def embedding(chromium: Browser) -> Iterator[Page]:
    """Return an empty page of another origin, on a phone; nothing on it may be refused or fail."""
    context = chromium.new_context(viewport={"width": 320, "height": 640}, color_scheme="dark")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    yield page
    context.close()
    assert said == []


@pytest.mark.parametrize("view", VIEWS)
def test_the_code_of_a_page_shows_the_view_in_a_frame_as_high_as_itself(
    view: str, example_public_site: str, embedding: Page
) -> None:
    code = _code(example_public_site, VIEWS[view])
    embedding.set_content(f"<!doctype html><title>县门户</title><h1>县门户</h1>{code}")
    body = embedding.frame_locator("iframe").locator("body")
    expect(body.locator("table, svg").first).to_be_visible()
    expect(body.locator(".tb-fictional")).to_be_visible()
    expect(embedding.locator("iframe")).not_to_have_attribute("height", "600")
    frame = embedding.frames[1]
    overflow = frame.evaluate(
        "() => [document.documentElement.scrollHeight - innerHeight, document.body.scrollWidth - innerWidth]"
    )
    assert overflow == [0, 0]
    assert frame.evaluate("() => document.body.dataset.mdColorScheme") == "slate"
    assert frame.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"


def test_the_filter_in_the_address_filters_the_embedded_board(
    example_public_site: str, embedding: Page
) -> None:
    embedding.set_content(
        _code(example_public_site, VIEWS["board"]).replace('/" title', '/#?text=甲子" title')
    )
    rows = embedding.frame_locator("iframe").locator(
        "table[data-tb-board] tbody tr:not([data-tb-group], [data-tb-summary])"
    )
    expect(rows.filter(visible=True)).to_have_count(1)
    expect(embedding.frame_locator("iframe").locator(".tb-filter__count")).to_contain_text("显示 1 个")


def test_an_internal_view_says_that_it_is_internal(example_internal_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_internal_site}embed/boards/shili-double/")
    expect(page.locator(".tb-internal")).to_have_text("内部资料，注意保管")
    link = page.locator(".tb-embed__source a")
    assert link.evaluate("link => link.href") == f"{example_internal_site}boards/shili-double/"


def test_a_view_is_printed_without_its_controls(example_public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_public_site}embed/rankings/shili-double/progress/latest/")
    with pdfplumber.open(io.BytesIO(page.pdf())) as printed:
        text = "".join(each.extract_text() for each in printed.pages)
    assert "虚构" in text
    assert "清除筛选" not in text
    assert "共 12 个" not in text
