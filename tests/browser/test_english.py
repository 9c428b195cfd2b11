"""The English edition of the example in Chromium: no obstacles, no sideways scrolling, scripts in English."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import expect

from generators.disclosing import Audience
from generators.languages import in_language
from generators.model.language import Language
from generators.pipeline import examine
from generators.publishing.build import build_site
from generators.rendering import RenderedPage
from tests.browser.obstacles import serious_obstacles
from tests.browser.reader import PHONE, OpenPage
from tests.browser.static_site import served
from tests.build.project import SHILI, SHILI_DAY, add_to

PAGES: Final = {
    "home": "",
    "board": "boards/shili-double/",
    "ranking": "rankings/shili-double/progress/2026-Q3/",
    "methods": "methods/",
    "compare": "compare/",
}

_DEEP: Final = ("sources/", "divisions/", "cards/", "tiers/", "ledgers/", "commitments/", "closed/")
"""Folders whose pages are left out: hundreds of them would take longer than all that is tested here."""


def _is_built(page: RenderedPage) -> bool:
    return not page.path.startswith(_DEEP) or page.path.count("/") == 1


def _build_english(target: Path) -> None:
    left_behind = shutil.ignore_patterns(".cache", "site")
    project = Path(shutil.copytree(SHILI, target.with_name("english-project"), ignore=left_behind))
    add_to(project, "data/site.yml", "languages: [en]\n")
    with in_language(Language.ENGLISH):
        site = examine(project, SHILI_DAY).site(Audience.PUBLIC)
        build_site(project, replace(site, pages=tuple(filter(_is_built, site.pages))), target)


@pytest.fixture(scope="session")
def english_site(built: Callable[[str, Callable[[Path], None]], Path]) -> Iterator[str]:
    """Return the address of the example's public site in English."""
    with served(built("english", _build_english)) as address:
        yield address


@pytest.mark.parametrize("kind", PAGES)
def test_pages_have_no_obstacles(kind: str, english_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{english_site}{PAGES[kind]}")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert serious_obstacles(page) == []


@pytest.mark.parametrize("kind", PAGES)
def test_pages_fit_the_narrowest_phone(kind: str, english_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{english_site}{PAGES[kind]}", PHONE)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_scripts_speak_english(english_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{english_site}{PAGES['board']}")
    expect(page.locator(".tb-filter__count").first).to_have_text("13 rows")
    page.locator(".tb-filter__input").first.fill("甲子")
    expect(page.locator(".tb-filter__count").first).to_have_text("1 of 13 rows")


def test_the_search_finds_english_and_chinese(english_site: str, open_page: OpenPage) -> None:
    page = open_page(english_site)
    for query, title in (("Rank interval", "Methods"), ("甲子镇", "甲子镇")):
        page.locator(".md-search__input").fill(query)
        expect(page.locator(".md-search-result__meta")).to_contain_text("found")
        expect(page.locator(".md-search-result__list")).to_contain_text(title)
