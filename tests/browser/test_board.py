"""A board of hundreds of divisions stays usable, and reads without script."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.obstacles import serious_obstacles
from tests.browser.reader import DARK, DESKTOP, PHONE, SCRIPTLESS, Device, OpenPage
from tests.browser.sites import BOARD, BOARD_ROWS, SILENT_VILLAGES

_MOST_BYTES: Final = 1_000_000
_PLANTED: Final = 1
"""The place of 补植林带 among the columns; only the silent villages have no number in it."""


_READABLE: Final = 4.5

#: The least contrast of any text in a cell, or its lamp, to what it stands on, by the shade of the cell.
_CONTRASTS: Final = """() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const parts = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (colour) => {
        const [r, g, b] = parts(colour).slice(0, 3).map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = (element) => {
        const colour = getComputedStyle(element).backgroundColor;
        return parts(colour)[3] ? colour : paper(element.parentElement);
    };
    const found = {};
    for (const cell of document.querySelectorAll("#board td[class^=tb-heat-]")) {
        for (const text of [cell, ...cell.querySelectorAll("*")]) {
            const pair = [light(getComputedStyle(text).color), light(paper(text))];
            const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
            const shade = cell.classList.item(0);
            found[shade] = Math.min(found[shade] ?? ratio, ratio);
        }
    }
    return found;
}"""

_ROWS: Final = "#board tbody tr:not([data-tb-group], [data-tb-summary])"
_GROUPS: Final = "#board tr[data-tb-group]"
_SUMMARIES: Final = "#board tr[data-tb-summary]"


@pytest.fixture
def board(large_site: str, open_page: OpenPage) -> Page:
    """Return the page of the large board."""
    return open_page(f"{large_site}{BOARD}")


def _shown(page: Page) -> Locator:
    return page.locator(f"{_ROWS}:visible")


def _sort_keys(page: Page, column: int) -> list[str]:
    """Return what the shown rows are sorted by in a column, from top to bottom."""
    found: list[str] = page.evaluate(
        """([rows, column]) => [...document.querySelectorAll(rows)].filter((row) => !row.hidden).map(
            (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent)""",
        [_ROWS, column],
    )
    return found


def _count(page: Page) -> Locator:
    return page.locator(".tb-filter__count")


def _sort(page: Page, column: int) -> None:
    page.locator("#board thead th").nth(column).locator("button").click()


def test_has_every_division_and_says_so(board: Page) -> None:
    expect(_count(board)).to_have_text(f"共 {BOARD_ROWS} 个")
    expect(_count(board)).to_have_attribute("role", "status")
    assert len(_sort_keys(board, _PLANTED)) == BOARD_ROWS


def test_is_not_too_large(large_folder: Path) -> None:
    assert (large_folder / BOARD / "index.html").stat().st_size < _MOST_BYTES


def test_sorts_by_number_both_ways_with_the_empty_last(board: Page) -> None:
    head = board.locator("#board thead th").nth(_PLANTED)
    as_written = _sort_keys(board, 0)

    _sort(board, _PLANTED)
    expect(head).to_have_attribute("aria-sort", "descending")
    falling = _numbers_before_the_empty(board)
    assert all(above >= below for above, below in pairwise(falling))
    _sort(board, _PLANTED)
    expect(head).to_have_attribute("aria-sort", "ascending")
    rising = _numbers_before_the_empty(board)
    assert all(above <= below for above, below in pairwise(rising))
    assert sorted(falling) == rising
    _sort(board, _PLANTED)
    assert head.get_attribute("aria-sort") is None
    assert _sort_keys(board, 0) == as_written


def _numbers_before_the_empty(page: Page) -> list[float]:
    """Return the numbers of a column that all silent villages leave empty, who stand at the very end."""
    keys = _sort_keys(page, _PLANTED)
    empty = keys.count("")
    assert empty >= SILENT_VILLAGES
    assert keys[-empty:] == [""] * empty
    return [float(key) for key in keys[:-empty]]


def test_head_of_a_column_still_leads_to_its_indicator(board: Page) -> None:
    head = board.locator("#board thead th").nth(_PLANTED)

    expect(head.get_by_role("link")).to_have_attribute("href", "../../programmes/green-valley/#i-planted")
    expect(head.get_by_role("button", name="按补植林带排序")).to_be_visible()


def test_heads_of_groups_stand_over_their_rows_only(board: Page) -> None:
    groups = board.locator(_GROUPS)
    as_written = _sort_keys(board, 0)
    expect(groups.first).to_contain_text("青崖县：乡镇（街道）")
    expect(groups.first).to_be_visible()

    _sort(board, 0)
    expect(board.locator(f"{_GROUPS}:visible")).to_have_count(0)
    _sort(board, 0)
    _sort(board, 0)
    assert _sort_keys(board, 0) == as_written
    expect(board.locator(f"{_GROUPS}:visible")).to_have_count(groups.count())
    board.locator(".tb-filter__input").fill("无声")
    expect(board.locator(f"{_GROUPS}:visible")).to_have_text(["无声镇：村（社区）"])


def test_without_script_the_name_stays_in_sight_on_a_phone_while_the_board_scrolls(
    large_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{large_site}{BOARD}", replace(PHONE, runs_scripts=False))
    region = page.get_by_role("region", name="绿谷看板")
    region.focus()
    expect(region).to_be_focused()
    page.keyboard.press("ArrowRight")
    region.evaluate("region => region.scrollTo(600, 0)")

    head = page.locator(f"{_ROWS} th").nth(12)
    place = head.evaluate(
        """head => head.getBoundingClientRect().left
            - head.closest("[role=region]").getBoundingClientRect().left"""
    )
    assert place == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width


@pytest.mark.parametrize("device", [DESKTOP, DARK], ids=["light", "dark"])
def test_text_stands_out_from_every_shade(device: Device, large_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{large_site}{BOARD}", device)
    ratios: dict[str, float] = page.evaluate(_CONTRASTS)

    assert set(ratios) >= {"tb-heat-1", "tb-heat-3", "tb-heat-5", "tb-heat-unknown"}
    assert min(ratios.values()) >= _READABLE


def test_sorts_by_name(board: Page) -> None:
    _sort(board, 0)

    is_ordered: bool = board.evaluate(
        """() => {
            const heads = [...document.querySelectorAll("#board tr:not([data-tb-summary]) > th[scope=row]")];
            const names = heads.map((cell) => cell.textContent.trim());
            const { compare } = new Intl.Collator("zh-CN", { numeric: true });
            return names.every((name, at) => !at || compare(names[at - 1], name) <= 0);
        }"""
    )
    assert is_ordered
    assert len(_sort_keys(board, 0)) == BOARD_ROWS


def test_filters_by_name_and_status_and_says_how_many(board: Page) -> None:
    text, chip = board.locator(".tb-filter__input"), board.get_by_role("checkbox", name="严重滞后")

    text.fill("无声")
    expect(_shown(board)).to_have_count(SILENT_VILLAGES)
    expect(_count(board)).to_have_text(f"显示 {SILENT_VILLAGES} 个，共 {BOARD_ROWS} 个")
    chip.check()
    expect(_count(board)).to_have_text(f"显示 0 个，共 {BOARD_ROWS} 个")
    text.fill("")
    far_behind = board.locator("#board tbody tr:has([data-status=far-behind])").count()
    assert 0 < far_behind < BOARD_ROWS
    expect(_count(board)).to_have_text(f"显示 {far_behind} 个，共 {BOARD_ROWS} 个")
    assert len(_sort_keys(board, 0)) == far_behind
    board.get_by_role("button", name="清除筛选").click()
    expect(_count(board)).to_have_text(f"共 {BOARD_ROWS} 个")
    expect(text).to_be_focused()
    assert not chip.is_checked()


def test_averages_are_not_sorted_and_stay_beside_any_of_their_rows(board: Page) -> None:
    every = board.locator(_SUMMARIES).count()
    first = board.locator(_SUMMARIES).first
    assert every
    _sort(board, _PLANTED)
    expect(board.locator(f"{_SUMMARIES}:visible")).to_have_count(every)
    expect(first).to_contain_text("平均")
    board.locator(".tb-filter__input").fill("没有这样的地方")
    expect(board.locator(f"{_SUMMARIES}:visible")).to_have_count(0)


def test_filtered_board_has_no_serious_obstacle(board: Page) -> None:
    board.locator(".tb-filter__input").fill("无声")
    expect(_shown(board)).to_have_count(SILENT_VILLAGES)

    # Axe would take a minute to look at hundreds of hidden rows.
    board.evaluate("document.querySelectorAll('#board tr[hidden]').forEach((row) => row.remove())")
    assert serious_obstacles(board) == []


def test_address_keeps_filter_and_order(board: Page) -> None:
    board.locator(".tb-filter__input").fill("松")
    board.get_by_role("checkbox", name="已完成").check()
    _sort(board, _PLANTED)
    before = _sort_keys(board, 0)
    assert 0 < len(before) < BOARD_ROWS

    board.reload()
    assert _sort_keys(board, 0) == before
    expect(board.locator(".tb-filter__input")).to_have_value("松")
    assert board.get_by_role("checkbox", name="已完成").is_checked()


def test_reads_in_full_without_script(large_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{large_site}{BOARD}", SCRIPTLESS)

    expect(page.locator(_ROWS)).to_have_count(BOARD_ROWS)
    expect(page.locator(_GROUPS).first).to_be_visible()
    expect(page.locator(_ROWS).last).to_be_visible()
    expect(page.locator(".tb-filter")).to_be_hidden()
    expect(page.locator(".tb-sort")).to_have_count(0)


def test_small_board_filters_by_indicator(public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{public_site}boards/yongkang-1357/")
    every = page.locator("#board tbody tr").count()
    name = page.locator("#board tbody th a").first.inner_text()

    page.locator(".tb-filter__input").fill(name)
    expect(_count(page)).to_have_text(re.compile(f"^显示 [1-{every}] 个，共 {every} 个$"))
    assert {name in each for each in _shown(page).all_inner_texts()} == {True}
