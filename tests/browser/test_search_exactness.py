"""Search finds every text that a page shows, and nothing that none shows, from a server and from a folder."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from generators.publishing.search.comparable import comparable
from tests.browser.reader import OpenPage
from tests.reading_sites.search_files import searched_pages

_SAMPLES: Final = 200
_LONGEST: Final = 12

_SHOWN: Final = """() => {
    const leftOut = "[data-search-exclude], svg, .tb-page-head, .tb-fictional, .headerlink, .tb-sr-only, " +
        ".tb-filter";
    for (const each of document.querySelectorAll("article details")) each.open = true;
    for (const each of document.querySelector("article").querySelectorAll(leftOut)) each.remove();
    return document.querySelector("article").innerText;
}"""
"""Returns what of a page is searched, as a browser lays it out: what stands apart is on lines of its own."""

_FOUND: Final = """async (queries) => {
    const found = [];
    for (const query of queries) {
        const results = await tongbaoSearch.find(query, {}, 10);
        const pages = results.first;
        while (results.hasMore()) pages.push(...await results.next(50));
        found.push(pages.map(({ location }) => location));
    }
    return found;
}"""


def test_any_text_of_any_kind_of_page_is_found_on_all_pages_that_have_it(
    example_internal_folder: Path, example_internal_site: str, open_page: OpenPage, chromium: Browser
) -> None:
    page = open_page(example_internal_site)
    texts = _texts(page, example_internal_site, example_internal_folder)
    samples = _samples(texts)
    page.goto(example_internal_site)
    _check(page, samples, texts)
    from_folder = chromium.new_page()
    from_folder.goto((example_internal_folder / "index.html").as_uri())
    _check(from_folder, samples, texts)
    from_folder.close()


def _check(page: Page, samples: list[str], texts: Mapping[str, list[str]]) -> None:
    page.locator(".md-search__input").focus()
    page.wait_for_function("() => Boolean(window.tongbaoSearch?.find)")
    for query, found in zip(samples, page.evaluate(_FOUND, samples), strict=True):
        wanted = comparable(query)
        having = {address for address, words in texts.items() if any(wanted in word for word in words)}
        assert having == texts.keys() & set(found), query


def _texts(page: Page, site: str, folder: Path) -> Mapping[str, list[str]]:
    """Return the words that two pages of each kind show, and their tags, by the address of the page."""
    pages = searched_pages(folder)
    kinds: dict[tuple[str, int], list[str]] = {}
    for address in sorted(pages):
        kinds.setdefault((address.partition("/")[0], address.count("/")), []).append(address)
    assert len(kinds) >= 15
    found = {}
    for address in [each for same in kinds.values() for each in dict.fromkeys((same[0], same[-1]))]:
        page.goto(f"{site}{address}")
        words = [*page.evaluate(_SHOWN).split(), *pages[address].tags]
        found[address] = [comparable(word) for word in words]
    return found


def _samples(texts: Mapping[str, list[str]]) -> list[str]:
    """Return pieces of one to twelve characters, as many of each page."""
    chance = random.Random(20261015)  # noqa: S311 - nothing secret
    pages = list(texts.values())
    samples = []
    for at in range(_SAMPLES):
        word = chance.choice(pages[at % len(pages)])
        length = min(len(word), chance.randint(1, _LONGEST))
        start = chance.randrange(len(word) - length + 1)
        samples.append(word[start : start + length])
    return samples


@pytest.mark.parametrize("query", ["第3期", "2026年9月", "第三季度督查"])
def test_what_people_look_for_is_marked_in_results_and_on_the_page(
    query: str, example_internal_site: str, open_page: OpenPage
) -> None:
    page = open_page(example_internal_site)
    page.locator(".md-search__input").fill(query)
    page.locator(".md-search-result__item mark").first.wait_for()
    assert query in page.locator(".md-search-result__item mark").all_inner_texts()
    page.locator(".md-search-result__link:has(mark)").first.click()
    page.wait_for_url(re.compile(r"\?h="))
    page.locator("article mark").first.wait_for(state="attached")
    assert query in "".join(page.locator("article mark").all_inner_texts())
