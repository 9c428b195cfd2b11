"""The example county, where all that townships are compared by is at work: every kind of page that has it."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.obstacles import serious_obstacles
from tests.browser.page_kinds import EXAMPLE_INTERNAL_PAGES, EXAMPLE_PAGES
from tests.browser.reader import PHONE, Device, OpenPage

_PUBLIC: Final = [
    pytest.param("example_public_site", at, id=f"public-{kind}") for kind, at in EXAMPLE_PAGES.items()
]
_INTERNAL: Final = [
    pytest.param("example_internal_site", at, id=f"internal-{kind}")
    for kind, at in (EXAMPLE_PAGES | EXAMPLE_INTERNAL_PAGES).items()
]

#: A common phone, on which a status has to be seen without scrolling sideways.
_COMMON_PHONE: Final = Device(width=390, height=844)


@pytest.fixture
def root(request: pytest.FixtureRequest, site: str) -> str:
    """Return the address of the site that the test is about; builds only that one."""
    return str(request.getfixturevalue(site))


def _page_width(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize(("site", "address"), [*_PUBLIC, *_INTERNAL])
def test_is_quiet_open_to_all_and_fits_a_narrow_phone(root: str, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root}{address}")

    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator(".tb-fictional")).to_be_visible()
    assert serious_obstacles(page) == []
    page.get_by_title("切换为深色").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert serious_obstacles(page, "color-contrast") == []
    page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    assert _page_width(page) <= PHONE.width


@pytest.mark.parametrize(
    ("site", "address", "table"),
    [
        pytest.param("example_internal_site", EXAMPLE_PAGES["home"], ".tb-progress", id="home"),
        pytest.param("example_internal_site", EXAMPLE_PAGES["township"], ".tb-progress", id="targets"),
        pytest.param("example_internal_site", EXAMPLE_PAGES["township"], "#ledger", id="own-problems"),
        pytest.param("example_internal_site", EXAMPLE_PAGES["ledger"], "#problems-list", id="problems"),
        pytest.param(
            "example_internal_site", EXAMPLE_PAGES["commitment-book"], "#commitments-list", id="commitments"
        ),
        pytest.param("example_internal_site", EXAMPLE_PAGES["changes-since"], ".tb-table", id="changes"),
    ],
)
def test_a_phone_shows_every_status(root: str, address: str, table: str, open_page: OpenPage) -> None:
    page = open_page(f"{root}{address}", _COMMON_PHONE)

    states = page.locator(f"{table} tbody .tb-status")
    assert states.count() > 0
    rights = states.evaluate_all("all => all.map((each) => each.getBoundingClientRect().right)")
    assert max(rights) <= _COMMON_PHONE.width


@pytest.mark.parametrize(
    ("address", "table", "label"),
    [
        pytest.param(EXAMPLE_PAGES["ledger"], "#problems-list", "责任单位：", id="problems"),
        pytest.param(EXAMPLE_PAGES["commitment-book"], "#commitments-list", "承诺单位：", id="commitments"),
    ],
)
def test_what_a_phone_leaves_out_of_a_row_is_below_its_head(
    example_internal_site: str, address: str, table: str, label: str, open_page: OpenPage
) -> None:
    wide = open_page(f"{example_internal_site}{address}")
    row = wide.locator(f"{table} tbody tr").first
    repeated, hidden = row.locator("th .tb-phone"), row.locator("td.tb-not-phone")
    expect(repeated).to_be_hidden()
    office = hidden.first.inner_text()
    assert office

    wide.set_viewport_size({"width": _COMMON_PHONE.width, "height": _COMMON_PHONE.height})
    expect(hidden.first).to_be_hidden()
    expect(repeated).to_be_visible()
    assert f"{label}{office}" in repeated.inner_text()


def test_the_name_filter_of_a_table_does_not_look_at_what_is_repeated(
    example_internal_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{example_internal_site}{EXAMPLE_PAGES['ledger']}")
    office = page.locator("#problems-list td.tb-not-phone").first.inner_text()
    page.locator('[data-tb-filter="problems-list"] .tb-filter__input').fill(office)
    expect(page.locator("#problems-list tbody tr:visible")).to_have_count(0)


def test_a_trend_is_drawn_once_for_each_indicator(example_internal_site: str, open_page: OpenPage) -> None:
    for kind in ("township", "village", "county"):
        page = open_page(f"{example_internal_site}{EXAMPLE_PAGES[kind]}")
        titles = page.locator("svg.tb-trend > title").all_text_contents()
        assert titles
        assert len(titles) == len(set(titles))


def test_programmes_are_named_once_above_their_targets(
    example_internal_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{example_internal_site}{EXAMPLE_PAGES['township']}")

    heads = page.locator(".tb-progress .tb-group").all_text_contents()
    assert heads == ["示例“一三五七”规范提升工程", "示例“双整”工作", "示例“五星三强”工作"]
    expect(page.locator(".tb-progress thead")).not_to_contain_text("工作")
