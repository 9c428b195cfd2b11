"""What a reader's first query loads: measured in Chromium over invented pages, of which no site is built."""

from __future__ import annotations

import gzip
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from generators.publishing.search.scripts import write_search
from generators.publishing.shipped import shipped_theme
from tests.bench.rows import Row
from tests.browser.chromium import launch_chromium
from tests.browser.static_site import served

_LIMITS: Final = {1_000: 60_000, 20_000: 100_000}
"""The bytes, compressed, that the first query of a reader may load, by the pages of the site."""

_QUERIES: Final = 30
_LONGEST: Final = 12
"""Characters of a query."""

_RESULTS: Final = 10
_SCRIPT: Final = "assets/javascripts/search-index.js"
_PAGE: Final = (
    f'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="{_SCRIPT}"></script>'
)
_LEVEL: Final = 6
"""How much servers compress."""

_FIRST_QUERY: Final = """async ([query, most]) => {
    const { first, isNear } = await tongbaoSearch.find(query, {}, most);
    if (!first.length || isNear) throw new Error(`${query} is not found`);
    return performance.getEntriesByType("resource").map(({ name }) => name);
}"""
"""Returns the addresses of all files that a page has loaded after a query, its script among them.

Throws an error for a query that finds nothing.
"""

_LETTERS: Final = [chr(code) for code in range(0x4E00, 0x4E00 + 900)]
_WORDS: Final = 2_000
_PHRASES: Final = 3_000
_AREAS: Final = 40


def search_rows(folder: Path, seed: int) -> Iterator[Row]:
    """Yield for each size of a site how much its first queries load; they are pieces of its texts."""
    for pages, limit in _LIMITS.items():
        site = folder / str(pages)
        entries = _entries(pages, random.Random(seed))  # noqa: S311 - invented text
        write_search(site / "search", entries)
        (site / _SCRIPT).parent.mkdir(parents=True)
        shutil.copy(shipped_theme() / _SCRIPT, site / _SCRIPT)
        (site / "index.html").write_text(_PAGE, "utf-8")
        loaded = _loaded(site, _queries(entries, random.Random(seed)))  # noqa: S311 - the same
        yield Row(
            f"检索，{pages}页，第一次查找（{_QUERIES}次，中位{median(loaded) / 1000:.0f} KB）最多读",
            f"{max(loaded) / 1000:.0f} KB",
            f"{limit / 1000:.0f} KB",
            max(loaded) / limit,
            1.0,
        )


def _entries(pages: int, chance: random.Random) -> list[dict[str, Any]]:
    """Return pages of a few hundred characters; some words are in most of them and most words in few."""
    words = ["".join(chance.choices(_LETTERS, k=chance.choice((1, 2, 2, 2, 3)))) for _ in range(_WORDS)]
    phrases = ["".join(chance.choices(words, k=chance.choice((2, 3, 4)))) for _ in range(_PHRASES)]
    weights = [1 / (rank + 3) for rank in range(_PHRASES)]

    def sentence() -> str:
        return (
            "".join(chance.choices(phrases, weights, k=chance.randint(2, 5)))
            + f"{chance.randint(1, 999)}户。"
        )

    found = []
    for number in range(pages):
        name = "".join(chance.choices(_LETTERS, k=2))
        sections = [["", f"{name}村", sentence()]]
        for at in range(chance.randint(2, 5)):
            text = " ".join(sentence() for _ in range(chance.randint(2, 8)))
            sections.append([f"#s{at}", words[at * 7], text])
        facets = {"类型": [words[number % 6]], "地方": [words[100 + number % _AREAS]]}
        found.append(
            {
                "location": f"p/{number}/",
                "tags": [words[300 + number % 9]],
                "facets": facets,
                "sections": sections,
            }
        )
    return found


def _queries(entries: Sequence[dict[str, Any]], chance: random.Random) -> list[str]:
    queries = []
    for _ in range(_QUERIES):
        _, title, text = chance.choice(chance.choice(entries)["sections"])
        word = chance.choice([title, *text.split()])
        length = min(len(word), chance.randint(1, _LONGEST))
        start = chance.randrange(len(word) - length + 1)
        queries.append(word[start : start + length])
    return queries


def _loaded(site: Path, queries: Sequence[str]) -> list[int]:
    """Return how many bytes, compressed, each query loads in a browser that has loaded nothing before."""
    found = []
    with sync_playwright() as playwright, served(site) as address:
        browser = launch_chromium(playwright)
        for query in queries:
            page = browser.new_page()
            page.goto(address)
            asked: Sequence[str] = page.evaluate(_FIRST_QUERY, [query, _RESULTS])
            page.close()
            files = [site / urlsplit(each).path.lstrip("/") for each in asked]
            found.append(sum(map(_compressed, files)))
        browser.close()
    return found


def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), _LEVEL, mtime=0))
