"""The offline edition is read from its folder: every link leads to a file, and every script works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import DESKTOP, new_reader

_ADDRESSES: Final = """() => {
    const linked = document.querySelectorAll("a[href], form[action], link[href], script[src], img[src]");
    return [...linked].map((each) => String(each.href ?? each.action ?? each.src));
}"""


@pytest.fixture
def offline_page(chromium: Browser, offline_folder: Path) -> Iterator[Page]:
    """Return a page at the cover; none may complain, nor ask for anything that is not in the folder."""
    complaints: list[str] = []
    with new_reader(chromium, DESKTOP) as reader:
        reader.on("console", lambda message: complaints.append(message.text))
        reader.on("weberror", lambda error: complaints.append(str(error.error)))
        reader.on("request", lambda request: _note_foreign(request.url, offline_folder, complaints))
        page = reader.new_page()
        page.goto((offline_folder / "index.html").as_uri())
        yield page
    assert complaints == []


def _note_foreign(url: str, folder: Path, complaints: list[str]) -> None:
    if not url.startswith((folder.as_uri(), "data:", "blob:")):
        complaints.append(url)


def test_every_link_leads_to_a_file_and_every_page_is_reached(
    offline_page: Page, offline_folder: Path
) -> None:
    waiting = [offline_folder / "index.html"]
    reached = set(waiting)
    broken = []
    while waiting:
        page = waiting.pop()
        offline_page.goto(page.as_uri())
        for address in offline_page.evaluate(_ADDRESSES):
            parts = urlsplit(address)
            file = Path(unquote(parts.path))
            if parts.scheme != "file" or file in reached:
                continue
            reached.add(file)
            if not file.is_file():
                broken.append((page, address))
            elif file.suffix == ".html":
                waiting.append(file)
    assert broken == []
    assert set(offline_folder.rglob("*.html")) <= reached
    assert {path.suffix for path in reached} >= {".csv", ".json", ".xlsx", ".html", ".css", ".js"}


def test_it_holds_nothing_that_only_servers_read(offline_folder: Path) -> None:
    assert [name for name in ("404.html", "sitemap.xml") if (offline_folder / name).exists()] == []


def test_the_cover_says_which_edition_this_is(offline_page: Page) -> None:
    cover = offline_page.locator("h2#offline + dl")
    rows = dict(
        zip(cover.locator("dt").all_inner_texts(), cover.locator("dd").all_inner_texts(), strict=True)
    )
    assert re.fullmatch(r"\d{8}-[0-9a-f]{12}", rows.pop("版本"))
    assert rows.pop("生成日期") == rows["数据日期"]
    assert rows.keys() == {"数据日期", "读者"}
    assert rows["读者"] == "内部，注意保管"


def test_the_search_leads_to_files(offline_page: Page) -> None:
    offline_page.locator(".md-search__input").fill("柳湾镇")
    offline_page.locator(".md-search-result__link").first.click()
    offline_page.wait_for_url("**/index.html?h=*")
    expect(offline_page.locator("article mark").first).to_have_text("柳湾镇")


def test_boards_and_comparisons_work(offline_page: Page, offline_folder: Path) -> None:
    board = next((offline_folder / "boards").glob("*/index.html"))
    offline_page.goto(board.as_uri())
    offline_page.locator(".tb-filter__input").first.fill("没有这样的名字")
    expect(offline_page.locator(".tb-filter__count").first).to_contain_text("显示 0 个")
    offline_page.goto(f"{(offline_folder / 'compare/index.html').as_uri()}#?programme=tidy-villages")
    places = offline_page.locator(".tb-compare__bar select")
    places.nth(1).select_option(index=1)
    places.nth(2).select_option(index=2)
    expect(offline_page.locator(".tb-compare tbody tr").first).to_be_visible()
    chosen = offline_page.url
    offline_page.reload()
    assert offline_page.url == chosen
    expect(offline_page.locator(".tb-compare tbody tr").first).to_be_visible()
