"""What a reader chose stays chosen: type size and colours."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.reader import DARK, OpenPage


def _type_size(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))


def test_large_type_stays_on_over_pages_until_it_is_switched_off(
    public_site: str, open_page: OpenPage
) -> None:
    page = open_page(public_site)
    button = page.get_by_role("button", name="大字")
    normal = _type_size(page)
    expect(button).to_have_attribute("aria-pressed", "false")

    button.click()
    assert _type_size(page) > 1.2 * normal
    page.goto(f"{public_site}programmes/kaihua-double/")
    assert _type_size(page) > 1.2 * normal
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    page.reload()
    assert _type_size(page) == normal


def test_colours_stay_chosen_over_pages(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")

    page.get_by_title("切换为深色").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{public_site}methods/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("切换为浅色").click()
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_colours_follow_the_device_at_first(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site, DARK)

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
