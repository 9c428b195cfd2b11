"""The example county, where all that townships are compared by is at work: every kind of page that has it."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.obstacles import serious_obstacles
from tests.browser.page_kinds import EXAMPLE_INTERNAL_PAGES, EXAMPLE_PAGES
from tests.browser.phones import unreadable_on_phones
from tests.browser.reader import PHONE, Device, OpenPage

#: Kinds of pages on which the public reads something else than the office does.
_DIFFERENT: Final = (
    "home",
    "programme",
    "board",
    "township",
    "ranking",
    "source",
    "quality",
    "closed-period",
)

_PUBLIC: Final = [
    pytest.param("example_public_site", EXAMPLE_PAGES[kind], id=f"public-{kind}") for kind in _DIFFERENT
]
_INTERNAL: Final = [
    pytest.param("example_internal_site", at, id=f"internal-{kind}")
    for kind, at in (EXAMPLE_PAGES | EXAMPLE_INTERNAL_PAGES).items()
]

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
    assert unreadable_on_phones(page) == []
    assert _page_width(page) <= PHONE.width


@pytest.mark.parametrize(
    ("kind", "table"),
    [("ledger", "#problems-list"), ("commitment-book", "#commitments-list"), ("ranking", "#ranking")],
)
def test_a_phone_shows_every_cell_of_a_row_below_the_name_of_its_column(
    example_internal_site: str, kind: str, table: str, open_page: OpenPage
) -> None:
    page = open_page(f"{example_internal_site}{EXAMPLE_PAGES[kind]}", _COMMON_PHONE)
    names = page.locator(f"{table} > thead th").evaluate_all(
        "heads => heads.map((head) => head.textContent.replaceAll(/[↕↑↓]/g, ''))"
    )
    cells = page.locator(f"{table} tbody tr").first.locator("td")
    shown = cells.evaluate_all(
        """cells => cells.map((cell) => [
            cell.cellIndex,
            getComputedStyle(cell, "::before").content.slice(1, -1),
            cell.checkVisibility(),
        ])"""
    )
    assert len(shown) == len(names) - 1
    assert [(name, is_seen) for _, name, is_seen in shown] == [(names[at], True) for at, *_ in shown]


def test_a_phone_sorts_cards(example_internal_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_internal_site}{EXAMPLE_PAGES['ranking']}", _COMMON_PHONE)
    ranks = page.locator("#ranking .tb-rank")
    best = ranks.first.inner_text()

    page.locator("#ranking thead").get_by_role("button", name="名次").click()
    assert ranks.first.inner_text() != best
    page.locator("#ranking thead").get_by_role("button", name="名次").click()
    assert ranks.first.inner_text() == best


def test_the_ranks_of_the_latest_period_come_first(example_internal_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_internal_site}{EXAMPLE_PAGES['rank-history']}", _COMMON_PHONE)

    heads = page.locator("#history-list thead th a").all_inner_texts()
    assert heads == sorted(heads, reverse=True)
    chart = page.locator(".tb-table-wrap:has(> svg)")
    assert chart.evaluate("frame => frame.scrollWidth - frame.clientWidth - frame.scrollLeft") <= 1


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
