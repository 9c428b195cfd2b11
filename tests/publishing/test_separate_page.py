from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from generators.publishing.defaults import load_configuration
from generators.publishing.separate_page import SeparatePage, SharedContentError, separate
from tests.build.project import COUNTY_SMALL


def _page(folder: Path, title: str | None) -> Page:
    """Return a page that has got its metadata, with ``title`` in the menu."""
    config = load_configuration(COUNTY_SMALL, site_dir=str(folder))
    page = Page(title, File("cases/a.md", str(folder), str(folder), use_directory_urls=True), config)
    page.meta = {"title": "题"}
    return page


@pytest.fixture
def page(tmp_path: Path) -> SeparatePage:
    """Return a page with a title in its metadata."""
    page = _page(tmp_path, None)
    separate(page)
    assert isinstance(page, SeparatePage)
    return page


def test_everybody_may_read_what_the_metadata_says(page: SeparatePage) -> None:
    assert (page.title, page.meta, page.url) == ("题", {"title": "题"}, "cases/a/")


def test_a_title_in_the_menu_takes_precedence(tmp_path: Path) -> None:
    page = _page(tmp_path, "栏目")
    separate(page)
    assert page.title == "栏目"


@pytest.mark.parametrize("name", ["markdown", "content", "toc"])
def test_what_is_made_can_be_read_while_it_is_made(page: SeparatePage, name: str) -> None:
    with pytest.raises(SharedContentError, match=f"{name}: cases/a.md"):
        getattr(page, name)
    page.is_made_now = True
    setattr(page, name, "甲")
    assert getattr(page, name) == "甲"
    page.forget()
    with pytest.raises(SharedContentError):
        getattr(page, name)
