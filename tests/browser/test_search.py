"""Search finds what was typed, all of it and nothing else, and leads to the place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.reader import PHONE, OpenPage
from tests.reading_sites.search_files import searched_pages

_EXPECTED: Final = {
    "何田乡": "divisions/kaihua/hetian/",
    "集体经济": "programmes/meixian-advance/",
    "一肩挑": "programmes/meixian-advance/",
    "红色引擎": "programmes/longxian-engine/",
    "治村导师团": "cases/village-mentors/",
}
"""The page that a reader who types this is looking for."""

_IDLE: Final = "输入文字开始搜索"
_BUSY: Final = "正在查找"
_NOTHING: Final = "没有找到，请换个说法或缩短词语"


@pytest.fixture
def search_page(public_site: str, open_page: OpenPage) -> Page:
    """Return the home page."""
    return open_page(public_site)


def _wait_until_said(page: Page, *, is_idle: bool) -> None:
    """Wait until the search is idle, or has an answer; asks at every frame, as ``expect`` does not."""
    page.wait_for_function(
        """([idle, busy, isIdle]) => {
            const { textContent } = document.querySelector(".md-search-result__meta");
            return textContent !== busy && (textContent === idle) === isIdle;
        }""",
        arg=[_IDLE, _BUSY, is_idle],
    )


def _search(page: Page, query: str) -> list[str]:
    """Type ``query`` and return the addresses of the pages shown, best first."""
    box = page.locator(".md-search__input")
    box.fill("")
    _wait_until_said(page, is_idle=True)
    box.fill(query)
    _wait_until_said(page, is_idle=False)
    return _shown(page)


def _shown(page: Page) -> list[str]:
    links: list[str] = page.locator(".md-search-result__item > a:first-child").evaluate_all(
        "links => links.map(link => link.href)"
    )
    return [urlsplit(link).path.removeprefix("/") for link in links]


def _limit(page: Page, facet: str, value: str) -> list[str]:
    """Choose a value of a facet and return the addresses of the pages shown."""
    before = page.locator(".md-search-result__list").evaluate_handle("list => list.firstChild")
    page.get_by_role("combobox", name=facet, exact=True).select_option(value)
    page.wait_for_function("before => !before.isConnected", arg=before)
    _wait_until_said(page, is_idle=False)
    return _shown(page)


@pytest.mark.parametrize(("term", "address"), _EXPECTED.items())
def test_finds_the_page_about_a_term(term: str, address: str, search_page: Page) -> None:
    assert address in _search(search_page, term)[:3]

    for result in search_page.locator(".md-search-result__item").all()[:3]:
        shown = result.locator("mark").all_inner_texts() + result.locator(".md-tag").all_inner_texts()
        assert any(term in each for each in shown)


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [("\u2f00肩挑", "一肩挑"), ("红\u2f8a引擎", "红色引擎"), ("人\u2ea0", "人民"), ("\ufa08动", "行动")],
)
def test_radicals_and_compatibility_characters_are_read_as_ordinary_ones(
    pasted: str, meant: str, search_page: Page
) -> None:
    assert _search(search_page, pasted) == _search(search_page, meant) != []


@pytest.mark.parametrize("term", [*_EXPECTED, "1+8"])
def test_first_result_opens_where_the_term_is_marked(term: str, search_page: Page) -> None:
    [first, *_] = _search(search_page, term)

    search_page.locator(".md-search-result__link").first.click()
    search_page.wait_for_url(f"**/{first}**")
    marks = search_page.locator("article mark[data-md-highlight]")
    expect(marks.first).to_be_attached()
    assert set(marks.all_inner_texts()) == {term}


def test_a_term_is_marked_across_elements_and_nothing_else_is(public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{public_site}methods/?h=１%2B8+b")
    page.evaluate(
        """() => {
            document.querySelector("article").innerHTML = "<p>1<b>+8</b>，1 8 <i>B</i></p><p>1+</p><p>8</p>";
        }"""
    )
    page.add_script_tag(url=f"{public_site}assets/javascripts/highlight.js")
    assert page.locator("article mark").all_inner_texts() == ["1", "+8", "B"]


def test_says_that_what_it_finds_is_near_where_nothing_stands_as_a_whole(search_page: Page) -> None:
    assert _search(search_page, "治村导师队")[0] == _EXPECTED["治村导师团"]
    expect(search_page.locator(".md-search-result__meta")).to_have_text(
        re.compile(r"^没有原样出现的，相近的有 \d+ 页$")
    )


def test_shows_the_sections_of_a_page(search_page: Page) -> None:
    _search(search_page, "何田乡")

    sections = search_page.locator(".md-search-result__link[href*='#']")
    assert sections.count() > 0
    expect(sections.locator("h2").first).not_to_be_empty()
    expect(sections.locator("mark").first).to_have_text("何田乡")


@pytest.mark.parametrize("term", [*_EXPECTED, "1+8", "266"])
def test_every_result_contains_the_term(term: str, search_page: Page, public_folder: Path) -> None:
    found = _search(search_page, term)

    assert found
    for address in found:
        assert term in _words(public_folder / address / "index.html") + _tags(public_folder, address)


def test_finds_half_width_text_by_full_width_input(search_page: Page) -> None:
    assert _search(search_page, "１＋８") == _search(search_page, "1+8") != []


def test_terms_with_a_space_between_must_all_be_there(search_page: Page, public_folder: Path) -> None:
    both = _search(search_page, "何田乡 互学")

    assert both
    assert set(both) <= set(_search(search_page, "何田乡"))
    assert all("互学" in _words(public_folder / each / "index.html") for each in both)


@pytest.mark.parametrize(
    "query", ["青崖渡口放牛", "第98期", "<script>alert(1)</script>", "&amp;", "%s", "\\"]
)
def test_says_so_when_there_is_nothing(query: str, search_page: Page) -> None:
    assert _search(search_page, query) == []
    expect(search_page.locator(".md-search-result__meta")).to_have_text(_NOTHING)
    expect(search_page.locator(".md-search-result script")).to_have_count(0)


def test_works_on_a_phone(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site, PHONE)

    page.get_by_label("打开搜索").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    assert _EXPECTED["何田乡"] in _search(page, "何田乡")
    box = page.locator(".md-search__inner").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, PHONE.width)
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("h1")).to_have_text("何田乡")


def test_is_limited_by_kind_and_place(search_page: Page) -> None:
    everywhere = _search(search_page, "双整")
    bulletins = _limit(search_page, "类型", "通报")
    assert bulletins
    assert all(re.match(r"bulletins/[^/]+/.", each) for each in bulletins)
    assert _limit(search_page, "类型", "") == everywhere

    _search(search_page, "乡")
    said = search_page.locator(".md-search-result__meta")
    before = _count(said.inner_text())
    limited = _limit(search_page, "地方", "浙江省")
    assert limited
    assert not any(re.match(r"divisions/(shaanxi|baoji|meixian|longxian)/", each) for each in limited)
    assert _count(said.inner_text()) < before
    _search(search_page, "青崖渡口放牛")
    expect(search_page.locator(".md-search-result__meta")).to_have_text(_NOTHING)


def test_is_worked_by_keyboard(search_page: Page) -> None:
    search_page.keyboard.press("/")
    search_page.keyboard.type("双整")
    _wait_until_said(search_page, is_idle=False)
    focused = "document.activeElement.dataset.tbFacet ?? document.activeElement.className"
    search_page.keyboard.press("Tab")  # to the button that clears
    search_page.keyboard.press("Tab")
    assert search_page.evaluate(focused) == "类型"
    search_page.keyboard.press("Escape")
    assert not search_page.locator("#__search").is_checked()
    expect(search_page.locator(".tb-search-facets")).to_be_hidden()
    search_page.keyboard.press("/")
    search_page.keyboard.press("ArrowDown")
    assert "md-search-result__link" in search_page.evaluate(focused)
    first = _shown(search_page)[0]
    search_page.keyboard.press("Enter")
    search_page.wait_for_url(f"**/{first}**")


def test_more_results_follow_the_first(search_page: Page) -> None:
    first = _search(search_page, "村")
    assert len(first) == 10
    said = search_page.locator(".md-search-result__meta").inner_text()
    search_page.get_by_role("button", name="更多结果").click()
    search_page.wait_for_function("() => document.querySelectorAll('.md-search-result__item').length > 10")
    shown = _shown(search_page)
    assert shown[:10] == first
    assert len(shown) == len(set(shown)) == 20
    assert search_page.locator(".md-search-result__meta").inner_text() == said == f"找到 {_count(said)} 页"


def _count(said: str) -> int:
    return int(re.sub(r"\D", "", said))


def test_says_so_if_its_files_cannot_be_read(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site)
    page.route("**/search/pairs/*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.locator(".md-search__input").fill("何田乡")
    expect(page.locator(".md-search-result__meta")).to_have_text("检索数据没有读到，请稍后再试")
    page.unroute_all()
    assert _EXPECTED["何田乡"] in _search(page, "何田乡")


def test_a_site_that_was_replaced_meanwhile_is_read_anew(public_site: str, open_page: OpenPage) -> None:
    page = open_page(public_site)
    older = re.compile(r"search/index\.js$")
    page.route(
        older,
        lambda route: route.fulfill(
            body=re.sub(r'0,"\w+"', '0,"older"', route.fetch().text()), content_type="text/javascript"
        ),
    )
    assert _EXPECTED["何田乡"] in _search(page, "何田乡")


def test_a_result_says_that_it_is_a_bulletin_or_a_case(search_page: Page) -> None:
    _search(search_page, "治村导师团")
    _limit(search_page, "类型", "案例")
    expect(search_page.locator(".md-search-result__item .md-tag").first).to_have_text("案例")


def test_the_page_for_what_is_not_found_searches_the_site(public_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{public_site}404.html")

    page.get_by_label("搜索全站").fill("何田乡")
    page.get_by_role("button", name="搜索", exact=True).click()
    page.wait_for_url("**/?q=*")
    _wait_until_said(page, is_idle=False)
    links = page.locator(".md-search-result__item > a:first-child")
    expect(links.first).to_be_visible()
    assert _EXPECTED["何田乡"] in (links.first.get_attribute("href") or "")


def _words(path: Path) -> str:
    article = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article")
    assert article is not None
    return " ".join(article.text().split())


def _tags(folder: Path, address: str) -> str:
    return " ".join(searched_pages(folder)[address].tags)
