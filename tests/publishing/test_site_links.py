"""Whatever a page points at is there, and nothing is fetched from elsewhere."""

from __future__ import annotations

import re

import pytest

from tests.reading_sites.built_site import BuiltSite


@pytest.fixture(params=["own_site", "county_site"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """Return each of the public sites in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, BuiltSite)
    return found


def test_every_reference_leads_to_a_file_of_the_site(site: BuiltSite) -> None:
    dead = [each for each in site.references() if not each.is_outside and each.file not in site.files]
    assert dead == []


def test_every_anchor_is_there(site: BuiltSite) -> None:
    dead = [
        each
        for each in site.references()
        if each.tag == "a"
        and not each.is_outside
        and each.anchor
        and not each.anchor.startswith("?")  # a choice that a script reads
        and each.file.endswith(".html")
        and each.anchor not in site.anchors[each.file]
    ]
    assert dead == []


def test_anchors_are_unique_on_their_page(site: BuiltSite) -> None:
    repeated = {
        name: ids
        for name, page in site.pages.items()
        if len(ids := [node.attributes["id"] for node in page.css("[id]")]) != len(set(ids))
    }
    assert repeated == {}


def test_no_page_requests_anything_from_elsewhere(site: BuiltSite) -> None:
    outside = [each for page in site.pages for each in site.requests(page) if each.is_outside]
    assert outside == []


def test_only_sources_link_to_elsewhere(site: BuiltSite) -> None:
    outside = {
        each.page for each in site.references() if each.is_outside and not each.page.startswith("sources/")
    }
    assert outside == set()


def test_no_style_fetches_anything_from_elsewhere(site: BuiltSite) -> None:
    sheets = [name for name in site.files if name.endswith(".css")]
    assert sheets
    for name in sheets:
        text = (site.folder / name).read_text(encoding="utf-8")
        assert re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", text) == [], name


def test_every_page_is_reached_from_home(site: BuiltSite) -> None:
    assert set(site.pages) - set(site.clicks_from_home()) == {"404.html"}


def test_the_site_refers_to_itself_relatively_only(site: BuiltSite) -> None:
    """So that it works in any folder of any server; the page for what is not found cannot."""
    absolute = [
        each for each in site.references() if each.written.startswith("/") and each.page != "404.html"
    ]
    assert absolute == []
