"""Search finds what was typed, all of it and nothing else, and leads to the place."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.reader import PHONE, OpenPage

_EXPECTED: Final = {
    "何田乡": "divisions/kaihua/hetian/",
    "集体经济": "programmes/meixian-advance/",
    "一肩挑": "programmes/meixian-advance/",
    "红色引擎": "programmes/longxian-engine/",
    "治村导师团": "cases/village-mentors/",
}
"""The page that a reader who types this is looking for."""

_IDLE: Final = "输入文字开始搜索"
_NOTHING: Final = "没有找到，请换个说法或缩短词语"
_SAMPLES: Final = 60


@pytest.fixture
def search_page(public_site: str, open_page: OpenPage) -> Page:
    """Return the home page, its search ready."""
    page = open_page(public_site)
    _wait_until_said(page, is_idle=True)
    return page


def _wait_until_said(page: Page, *, is_idle: bool) -> None:
    """Wait until the search is idle, or is not; asks at every frame, where ``expect`` would take its time."""
    page.wait_for_function(
        "([text, is]) => (document.querySelector('.md-search-result__meta').textContent === text) === is",
        arg=[_IDLE, is_idle],
    )


def _search(page: Page, query: str) -> list[str]:
    """Type ``query`` and return the addresses of the pages shown, best first."""
    box = page.locator(".md-search__input")
    box.fill("")
    _wait_until_said(page, is_idle=True)
    box.fill(query)
    _wait_until_said(page, is_idle=False)
    links: list[str] = page.locator(".md-search-result__item > a:first-child").evaluate_all(
        "links => links.map(link => link.href)"
    )
    return [urlsplit(link).path.removeprefix("/") for link in links]


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


@pytest.mark.parametrize("term", _EXPECTED)
def test_first_result_opens_where_the_term_is_marked(term: str, search_page: Page) -> None:
    [first, *_] = _search(search_page, term)

    search_page.locator(".md-search-result__link").first.click()
    search_page.wait_for_url(f"**/{first}**")
    marks = search_page.locator("article mark[data-md-highlight]")
    expect(marks.first).to_be_attached()
    assert set(marks.all_inner_texts()) == {term}


def test_marks_nothing_rather_than_single_digits(search_page: Page) -> None:
    [first, *_] = _search(search_page, "1+8")

    search_page.locator(".md-search-result__link").first.click()
    search_page.wait_for_url(f"**/{first}**")
    expect(search_page.locator("article mark[data-md-highlight]")).to_have_count(0)


def test_finds_most_of_what_nowhere_stands_as_a_whole(search_page: Page) -> None:
    assert _search(search_page, "治村导师队")[0] == _EXPECTED["治村导师团"]


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


@pytest.mark.parametrize("query", ["青崖渡口放牛", "<script>alert(1)</script>", "&amp;", "%s", "\\"])
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


def test_looks_among_one_kind_of_page(search_page: Page) -> None:
    everywhere = _search(search_page, "双整")
    search_page.get_by_role("button", name="通报", exact=True).click()
    expect(search_page.locator(".md-search__input")).to_have_value("通报：双整")
    assert search_page.locator("[data-tb-search-kind='通报']").get_attribute("aria-pressed") == "true"

    bulletins = _search(search_page, "通报：双整")
    assert bulletins
    assert set(bulletins) == {each for each in everywhere if re.match(r"bulletins/[^/]+/.", each)}
    assert all(each.startswith("cases/") for each in _search(search_page, "案例:双整"))
    assert _search(search_page, "通报：青崖渡口放牛") == []
    expect(search_page.locator(".md-search-result__meta")).to_have_text(_NOTHING)


def test_a_result_says_that_it_is_a_bulletin_or_a_case(search_page: Page) -> None:
    _search(search_page, "案例：治村导师团")
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


def test_finds_any_words_on_their_page(search_page: Page, public_folder: Path) -> None:
    samples = _samples(public_folder)

    found: list[list[str]] = search_page.evaluate(
        """async (queries) => {
            const { search, base } = JSON.parse(document.getElementById("__config").textContent);
            const index = await (await fetch(`${base}/search/search_index.json`)).json();
            const worker = new Worker(search);
            const asked = (message) => new Promise((resolve) => {
                worker.onmessage = ({ data }) => resolve(data);
                worker.postMessage(message);
            });
            await asked({ type: 0, data: index });
            const pages = [];
            for (const data of queries) {
                const answer = await asked({ type: 2, data });
                pages.push(answer.data.items.map(([first]) => first.location.split("#")[0]));
            }
            worker.terminate();
            return pages;
        }""",
        [words for words, _ in samples],
    )

    assert len(samples) == _SAMPLES
    missed = [(words, page) for (words, page), pages in zip(samples, found, strict=True) if page not in pages]
    assert missed == []


def _samples(folder: Path) -> list[tuple[str, str]]:
    """Return words of two to eight characters from the text of searchable pages, each with its page."""
    chance = random.Random(20260930)  # noqa: S311 - nothing secret
    texts = sorted((words, page) for page in _searchable(folder) for words in _passages(folder, page))
    samples = []
    for words, page in chance.choices(texts, k=_SAMPLES):
        length = chance.randint(2, 8)
        start = chance.randrange(len(words) - length + 1)
        samples.append((words[start : start + length], page))
    return samples


def _passages(folder: Path, address: str) -> list[str]:
    """Return the unbroken passages of a page's paragraphs and lists, at least eight characters long."""
    tree = LexborHTMLParser((folder / address / "index.html").read_text(encoding="utf-8"))
    prose = tree.css("article > p:not([class]), article > ul:not([class]) > li, article > h2")
    return [words for each in prose for words in re.findall(r"[^\s¶]{8,}", each.text())]


def _searchable(folder: Path) -> set[str]:
    index = json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))
    return {doc["location"].partition("#")[0] for doc in index["docs"]}


def _words(path: Path) -> str:
    article = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article")
    assert article is not None
    return " ".join(article.text().split())


def _tags(folder: Path, address: str) -> str:
    index = json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))
    return " ".join(tag for doc in index["docs"] if doc["location"] == address for tag in doc.get("tags", ()))
