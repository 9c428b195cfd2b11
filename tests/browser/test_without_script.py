"""Without JavaScript every kind of page reads, and every section is reached."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browser.page_kinds import OWN_PAGES
from tests.browser.reader import PHONE, SCRIPTLESS, OpenPage

_SECTIONS = ("工作", "看板", "区划", "通报", "案例", "关于")
_GROUP = "数据"
_SECTIONS_OF_GROUP = ("出处", "计算方法", "数据质量", "开放数据")


@pytest.mark.parametrize("address", OWN_PAGES.values(), ids=OWN_PAGES)
def test_reads_to_the_end(address: str, public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{public_site}{address}", SCRIPTLESS)

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".md-footer")).to_be_visible()
    hidden = page.locator(
        "article :is(p, table, tr, li, h2, h3):not(:visible)"
        ":not(.tb-filter *, .tb-print-name, details:not([open]) *)"
    )
    assert hidden.evaluate_all("found => found.map(each => each.outerHTML.slice(0, 120))") == []


def test_every_section_is_reached_from_the_menu(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site, SCRIPTLESS)

    for section in _SECTIONS:
        page.locator(".md-tabs").get_by_role("link", name=section, exact=True).click()
        expect(page.locator(".md-tabs__item--active")).to_have_text(section)


def test_every_section_of_a_group_is_reached_from_the_menu(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site, SCRIPTLESS)

    page.locator(".md-tabs").get_by_role("link", name=_GROUP, exact=True).click()
    for section in _SECTIONS_OF_GROUP:
        page.locator(".tb-subtabs").get_by_role("link", name=section, exact=True).click()
        expect(page.locator(".tb-subtabs [aria-current]")).to_have_text(section)
        expect(page.locator(".md-tabs__item--active")).to_have_text(_GROUP)


def test_every_section_is_reached_on_a_phone(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site, replace(PHONE, runs_scripts=False))

    for section in (*_SECTIONS, _GROUP):
        expect(page.get_by_role("link", name=section, exact=True).first).to_be_visible()
    page.get_by_role("link", name=_GROUP, exact=True).first.click()
    for section in _SECTIONS_OF_GROUP:
        expect(page.locator(".tb-subtabs").get_by_role("link", name=section, exact=True)).to_be_visible()
