"""A map in the browser: by keyboard and by its words, on a phone and on paper."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.page_kinds import EXAMPLE_PAGES
from tests.browser.reader import PHONE, OpenPage


def test_areas_are_links_that_a_keyboard_reaches_and_that_say_their_value(
    example_public_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{example_public_site}{EXAMPLE_PAGES['programme']}")
    areas = page.locator(".tb-map__area")
    expect(areas).to_have_count(12)
    expect(page.get_by_role("group", name="示例县：目标进度")).to_be_visible()
    first = page.get_by_role("link", name="己巳街道：").first
    first.focus()
    width = first.locator("path").evaluate("path => getComputedStyle(path).strokeWidth")
    assert width == "4px"
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("己巳街道")


def test_names_leave_a_phone_to_the_signs(example_public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_public_site}{EXAMPLE_PAGES['ranking']}")
    names = page.locator(".tb-map__name")
    expect(names.first).to_be_visible()
    page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    expect(names.first).to_be_hidden()
    expect(page.locator(".tb-map__shape").first).to_be_visible()


def test_folded_maps_stay_off_the_paper(example_public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_public_site}{EXAMPLE_PAGES['board']}")
    folds = page.locator("details.tb-map-fold")
    expect(folds.first).to_be_visible()
    page.emulate_media(media="print")
    expect(folds.first).to_be_hidden()
    expect(page.locator(".tb-map__drawing").first).to_be_visible()
