"""Every kind of page: quiet, accessible in light and dark, no wider than a phone, and reached by keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.obstacles import serious_obstacles
from tests.browser.page_kinds import COUNTY_PAGES, OWN_PAGES, kind_at
from tests.browser.phones import unreadable_on_phones
from tests.browser.reader import PHONE, OpenPage
from tests.reading_sites.built_site import BuiltSite

_STEPS: Final = 26

_PUBLIC: Final = [pytest.param("public_site", at, id=f"public-{kind}") for kind, at in OWN_PAGES.items()]
_INTERNAL: Final = [
    pytest.param("internal_site", OWN_PAGES[kind], id=f"internal-{kind}")
    for kind in ("home", "404", "bulletin")
]
_LARGE: Final = [pytest.param("large_site", at, id=f"large-{kind}") for kind, at in COUNTY_PAGES.items()]

#: The internal site has the same pages under one more banner: some show that it stands nobody in the way.
_PAGES: Final = [*_PUBLIC, *_INTERNAL, *_LARGE]


@pytest.fixture
def root(request: pytest.FixtureRequest, site: str) -> str:
    """Return the address of the site that the test is about; builds only that one."""
    return str(request.getfixturevalue(site))


@pytest.mark.parametrize(("site", "address"), _PAGES)
def test_is_quiet_chinese_and_fits_a_narrow_phone(root: str, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root}{address}")

    assert page.locator("html").get_attribute("lang") == "zh-CN"
    assert page.title()
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).not_to_be_empty()
    assert unreadable_on_phones(page) == []
    assert _page_width(page) <= PHONE.width
    page.locator("[data-tb-large-type]").click()
    expect(page.locator("html")).to_have_attribute("data-tb-type", "large")
    assert _page_width(page) <= PHONE.width


def _page_width(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize(("site", "address"), [each for each in _PAGES if each.id != "large-board"])
def test_has_no_serious_obstacle_in_light_and_dark(root: str, address: str, open_page: OpenPage) -> None:
    """That of the large board takes a minute; :mod:`tests.browser.test_board` looks at a part of it."""
    page = open_page(f"{root}{address}")

    assert serious_obstacles(page) == []
    page.get_by_title("切换为深色").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert serious_obstacles(page, "color-contrast") == []


@pytest.mark.parametrize(("site", "address"), _PAGES)
def test_is_walked_by_keyboard(root: str, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root}{address}")

    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    seen = [_focus(page)]
    while len(seen) < _STEPS and seen[-1]["element"]:
        page.keyboard.press("Tab")
        seen.append(_focus(page))
    assert [each["element"] for each in seen if each["element"] and not each["visible"]] == []
    assert [each["element"] for each in seen if "md-search__input" in each["element"]]

    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('article :target') !== null")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-header, .md-tabs, .md-sidebar') === null")


def _focus(page: Page) -> dict[str, str]:
    """Return the focused element and whether that is seen: an outline on it, its label or its card.

    The element is empty once the focus has left the page.
    """
    found: dict[str, str] = page.evaluate(
        """() => {
            const focused = document.activeElement;
            if (focused === document.body) return { element: "", visible: true };
            const frame = focused.closest(".tb-tile, .tb-card, .tb-chip");
            const isOutlined = (part) => {
                if (!part) return false;
                const style = getComputedStyle(part);
                const isDrawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
                return isDrawn && part.offsetWidth > 0;
            };
            const isSeen = [focused, focused.nextElementSibling, frame].some(isOutlined);
            return { element: focused.outerHTML.slice(0, 160), visible: isSeen };
        }"""
    )
    return found


def test_search_is_reached_by_keyboard_on_a_phone(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site, PHONE)

    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.tbOpens") == "__search":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()


def test_menu_opens_and_shuts_by_keyboard_on_a_phone(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site, PHONE)
    button = page.locator("[data-tb-opens=__drawer]")

    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-sidebar--primary a:focus")).to_have_count(1)
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize(
    ("kind", "section"),
    [
        ("home", "首页"),
        ("programme", "工作"),
        ("village", "区划"),
        ("bulletin", "通报"),
        ("methods", "数据"),
    ],
)
def test_menu_marks_the_section_of_a_page(
    kind: str, section: str, public_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{public_site}{OWN_PAGES[kind]}")

    expect(page.locator(".md-tabs [aria-current]")).to_have_text(section)
    expect(page.locator(".md-tabs__item--active")).to_have_text(section)


@pytest.mark.parametrize(("kind", "section"), [("methods", "计算方法"), ("source", "出处")])
def test_menu_marks_the_section_within_its_group(
    kind: str, section: str, public_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{public_site}{OWN_PAGES[kind]}")

    expect(page.locator(".tb-subtabs [aria-current]")).to_have_text(section)


def test_drawer_leads_to_the_last_section(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site, PHONE)

    page.locator("[data-tb-opens=__drawer]").click()
    drawer = page.locator(".md-nav--primary")
    expect(drawer.get_by_role("link", name="首页", exact=True)).to_be_visible()
    drawer.get_by_role("link", name="关于", exact=True).click()
    expect(page).to_have_url(re.compile(r"/about/$"))


def test_unknown_address_is_answered_in_the_site_s_own_dress(public_site: str, chromium: Browser) -> None:
    page = chromium.new_page()
    try:
        answer = page.goto(f"{public_site}divisions/nowhere/at-all/")
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("h1")).to_have_text("没有找到这一页")
        assert page.locator(".tb-brand").evaluate("brand => getComputedStyle(brand).fontWeight") == "700"
        page.get_by_role("link", name="首页").first.click()
        assert page.url == public_site
    finally:
        page.close()


@pytest.mark.parametrize("folder", ["public_folder", "internal_folder"])
def test_every_title_is_said_once(folder: str, request: pytest.FixtureRequest) -> None:
    site = BuiltSite(request.getfixturevalue(folder))
    titles: dict[str, list[str]] = {}
    for page, tree in site.pages.items():
        title = tree.css_first("title")
        assert len(tree.css("h1")) == 1, page
        if page in site.framed_pages:
            titles.setdefault(title.text(strip=True) if title else "", []).append(page)

    assert {title: pages for title, pages in titles.items() if len(pages) > 1 or not title} == {}


def test_no_kind_of_page_is_forgotten(public_folder: Path) -> None:
    addresses = {page.removesuffix("index.html") for page in BuiltSite(public_folder).framed_pages}

    assert {address for address in addresses if kind_at(address) is None} == set()
    assert {kind_at(address) for address in addresses} <= set(OWN_PAGES)
    assert set(OWN_PAGES.values()) <= addresses
