"""Comparing places in the browser, and report cards on one sheet of paper."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from playwright.sync_api import expect

from tests.browser.reader import OpenPage


def test_places_are_chosen_and_kept_in_the_address(example_public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_public_site}compare/")
    choosers = page.locator(".tb-compare__select")
    expect(choosers).to_have_count(5)
    expect(page.locator(".tb-compare table")).to_have_count(0)
    choosers.nth(1).select_option("shilixian/jiazi")
    choosers.nth(2).select_option("shilixian/dingmao")
    heads = page.locator(".tb-compare thead th")
    expect(heads).to_have_count(3)
    assert "places=shilixian%2Fjiazi%2Cshilixian%2Fdingmao" in page.url
    choosers.nth(0).select_option("shili-double")
    expect(page.locator(".tb-compare tbody th").filter(has_text="达标村").first).to_be_visible()
    # The address alone gives the same again.
    again = open_page(page.url)
    expect(again.locator(".tb-compare thead th")).to_have_count(3)
    expect(again.locator(".tb-compare__select").nth(0)).to_have_value("shili-double")


@pytest.mark.parametrize("township", ["dingmao", "jiazi", "yihai"])
def test_a_card_is_one_sheet(township: str, example_internal_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_internal_site}cards/shilixian/{township}/")
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        assert len(printed.pages) == 1
