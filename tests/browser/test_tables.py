"""Tables scroll with the page, their heads stay in sight, and one too wide says that it goes on."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.page_kinds import EXAMPLE_PAGES
from tests.browser.reader import DESKTOP, Device, OpenPage

_BOARD: Final = "boards/shili-1357/"
"""On the internal site its table has more columns than fit a desk, on the public site a dozen."""

_DESK: Final = Device(width=1440)
_COMMON_PHONE: Final = Device(width=390, height=844)

_WIDE: Final = ".tb-table-wrap[data-tb-after]"
_NOTE: Final = ".tb-wide-note"


@pytest.fixture
def wide(example_internal_site: str, open_page: OpenPage) -> Page:
    """Return a page with a table wider than the window."""
    return open_page(f"{example_internal_site}{_BOARD}", DESKTOP)


def _scroll_into(table: Locator) -> None:
    """Scroll the page until the middle of a table stands at the top of the window."""
    table.evaluate(
        """async (table) => {
            const box = table.getBoundingClientRect();
            scrollBy(0, box.top + box.height / 2);
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }"""
    )


def _is_below_header(head: Locator) -> bool:
    return bool(
        head.evaluate(
            """(head) => {
                const header = document.querySelector(".md-header").getBoundingClientRect();
                return Math.abs(head.getBoundingClientRect().top - header.bottom) <= 1;
            }"""
        )
    )


@pytest.mark.parametrize(
    ("address", "table"),
    [
        pytest.param(EXAMPLE_PAGES["ledger"], "#problems-list", id="as wide as the page"),
        pytest.param(_BOARD, "#board", id="wider"),
    ],
)
def test_heads_stay_below_the_header_while_the_page_scrolls(
    example_internal_site: str, address: str, table: str, open_page: OpenPage
) -> None:
    page = open_page(f"{example_internal_site}{address}", DESKTOP)
    found = page.locator(table)
    frame = page.locator(f".tb-table-wrap:has(> {table})")

    assert frame.evaluate("frame => frame.scrollHeight === frame.clientHeight")
    for column in (0, 2):
        assert not _is_below_header(found.locator("thead th").nth(column))
    _scroll_into(found)
    for column in (0, 2):
        assert _is_below_header(found.locator("thead th").nth(column))


def test_the_first_column_stays_while_a_wide_table_scrolls(wide: Page) -> None:
    frame = wide.locator(_WIDE)
    head = frame.locator("tbody th").nth(3)
    before = head.bounding_box()

    frame.evaluate("frame => frame.scrollTo(300, 0)")
    assert head.bounding_box() == before


def test_a_wide_table_says_that_it_goes_on(wide: Page) -> None:
    frame, note = wide.locator(_WIDE), wide.locator(_NOTE)
    expect(note).to_have_count(1)
    expect(frame).to_have_attribute("tabindex", "0")
    expect(frame).to_have_accessible_description("表格较宽，左右滚动看其余各列")
    assert frame.evaluate("frame => getComputedStyle(frame).maskImage") != "none"
    back, on = (note.get_by_role("button", name=name) for name in ("向左滚动", "向右滚动"))
    expect(back).to_be_disabled()

    on.click()
    expect(back).to_be_enabled()
    frame = wide.locator(".tb-table-wrap:has(> #board)")
    frame.evaluate("frame => frame.scrollTo(frame.scrollWidth, 0)")
    expect(on).to_be_disabled()
    assert frame.evaluate("frame => getComputedStyle(frame).maskImage") == "none"


def test_a_table_that_fits_is_no_stop_for_the_keyboard(
    example_internal_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{example_internal_site}{EXAMPLE_PAGES['ledger']}", DESKTOP)

    frames = page.locator(".tb-table-wrap")
    assert frames.count() > 0
    expect(page.locator(".tb-table-wrap[data-tb-fits]:not([tabindex])")).to_have_count(frames.count())
    expect(page.locator(_NOTE)).to_have_count(0)


def test_a_board_of_a_dozen_columns_fits_a_desk(example_public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{example_public_site}{_BOARD}", _DESK)

    expect(page.locator("#board thead th")).to_have_count(12)
    expect(page.locator(".tb-table-wrap:has(> #board)")).to_have_attribute("data-tb-fits", "")


def test_a_phone_shows_the_column_of_a_board_that_is_chosen(
    example_internal_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{example_internal_site}{_BOARD}", _COMMON_PHONE)
    heads = page.locator("#board thead th:visible")
    expect(heads).to_have_count(2)
    select = page.get_by_label("看哪一项")
    filled = [
        len(page.query_selector_all(f"#board td[data-status]:nth-child({option.get_attribute('value')})"))
        for option in select.locator("option").all()
    ]
    assert filled[int(select.input_value()) - 2] == max(filled)
    select.select_option(label="走访的农户")
    expect(heads.last).to_contain_text("走访的农户")
    expect(page.locator("#board tbody tr:not(.tb-group)").first.locator("td:visible")).to_have_count(1)

    page.reload()
    expect(heads.last).to_contain_text("走访的农户")
    page.set_viewport_size({"width": _DESK.width, "height": _DESK.height})
    assert heads.count() > 12
