"""On paper: what was written, whole, and nothing to click."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Final

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from tests.browser.page_kinds import COUNTY_PAGES, EXAMPLE_PAGES, OWN_PAGES
from tests.browser.reader import DARK, DESKTOP, OpenPage

#: The type area of A4 between the margins of print.css, in CSS pixels: 210 mm less twice 18.
_PAPER_WIDTH: Final = 657

#: The same of A4 across, between margins of 12 mm.
_ACROSS_WIDTH: Final = 1031

_KINDS: Final = ("home", "programme", "board", "bulletin", "case", "county", "village", "source", "quality")
_NOT_PRINTED: Final = (
    ".md-header, .md-tabs, .md-sidebar, .md-search, .md-footer, .tb-filter, .tb-crumbs, .md-top"
)


def _print(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": _PAPER_WIDTH, "height": 970})


@pytest.mark.parametrize("kind", _KINDS)
def test_prints_the_text_alone_and_nothing_is_cut_off(
    kind: str, public_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{public_site}{OWN_PAGES[kind]}", replace(DARK, width=_PAPER_WIDTH))
    _print(page)

    assert page.locator(_NOT_PRINTED).locator("visible=true").count() == 0
    assert _cut_off(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= _PAPER_WIDTH
    assert (
        page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    if kind != "bulletin":  # its own name stands at its head
        expect(page.locator(".tb-print-name")).to_be_visible()


def _cut_off(page: Page, width: int = _PAPER_WIDTH) -> list[str]:
    """Return what stands out of the paper, or is hidden in something that scrolls."""
    found: list[str] = page.evaluate(
        """(width) => [...document.querySelectorAll("article *")].filter((each) => {
            const box = each.getBoundingClientRect();
            if (!box.width || getComputedStyle(each).position === "absolute") return false;
            const isClipping = getComputedStyle(each).overflowX !== "visible" && !each.closest("svg");
            return box.right > width + 1 || (isClipping && each.scrollWidth > each.clientWidth + 1);
        }).map((each) => each.outerHTML.slice(0, 120))""",
        width,
    )
    return found


@pytest.mark.parametrize("kind", ["programme", "board", "bulletin", "county"])
def test_makes_a_document_to_keep(kind: str, public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{public_site}{OWN_PAGES[kind]}", DESKTOP)

    document = page.pdf(prefer_css_page_size=True, print_background=False)
    assert document.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 595" in document.replace(b"594.95", b"595")


def test_a_heat_map_is_printed_across_with_every_column(large_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{large_site}{COUNTY_PAGES['board']}", DESKTOP)
    # Hundreds of rows more would only take longer.
    page.evaluate(
        "document.querySelectorAll('#board tbody:nth-of-type(n + 3)').forEach((body) => body.remove())"
    )
    document = page.pdf(prefer_css_page_size=True, print_background=False)
    assert b"/MediaBox [0 0 841" in document.replace(b"842", b"841")

    page.emulate_media(media="print")
    page.set_viewport_size({"width": _ACROSS_WIDTH, "height": 700})
    assert _cut_off(page, _ACROSS_WIDTH) == []


@pytest.mark.parametrize("kind", ["township", "village", "commitment-book"])
def test_a_whole_ledger_is_printed_across_and_the_rest_upright(
    kind: str, example_internal_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{example_internal_site}{EXAMPLE_PAGES[kind]}", DESKTOP)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": _ACROSS_WIDTH, "height": 700})
    assert _cut_off(page, _ACROSS_WIDTH) == []

    page.evaluate("document.querySelectorAll('.tb-across').forEach((table) => table.remove())")
    _print(page)
    assert _cut_off(page) == []


def test_the_head_of_a_long_ledger_is_on_every_sheet(example_internal_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_internal_site}{EXAMPLE_PAGES['township']}", DESKTOP)
    document = page.pdf(prefer_css_page_size=True, print_background=False)

    with pdfplumber.open(io.BytesIO(document)) as sheets:
        across = [sheet.extract_text() for sheet in sheets.pages if sheet.width > sheet.height]
    assert len(across) > 1
    first, *others = [text.splitlines() for text in across]
    assert first[0] == "问题台账"
    assert [lines for lines in others if "销号" not in lines[0]] == []


def test_shut_branches_are_printed_open(public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{public_site}{OWN_PAGES['programme']}")
    page.locator(".tb-tree details").first.evaluate("branch => { branch.open = false; }")
    inside = page.locator(".tb-tree details").first.locator(".tb-tree__node").first
    expect(inside).to_be_hidden()

    _print(page)
    expect(inside).to_be_visible()


@pytest.mark.parametrize("kind", ["township", "bulletin", "case", "village"])
def test_invented_data_is_called_so_on_paper(kind: str, large_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{large_site}{COUNTY_PAGES[kind]}")
    _print(page)

    expect(page.locator(".tb-fictional")).to_be_visible()
    expect(page.locator(".tb-fictional")).to_contain_text("虚构示例数据")


def test_internal_pages_are_called_so_on_paper(internal_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{internal_site}{OWN_PAGES['bulletin']}")
    _print(page)

    expect(page.locator(".tb-internal")).to_be_visible()
