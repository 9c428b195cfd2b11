"""The head of every built page: the tags of government pages by kind, share cards, feeds, who may take it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests.reading_sites.built_site import BuiltSite

SITE: Final = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN: Final = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE: Final = ("ArticleTitle", "PubDate", "ContentSource")
OPTIONAL: Final = {"Keywords", "Author", "Image", "Url"}
ADDRESS: Final = "https://fengping.example/jindu/"

_COLUMNS: Final = re.compile(r"[^/]+/index\.html|bulletins/[^/]+/index\.html")


@pytest.fixture(scope="module")
def internal_site(county_project: Path) -> BuiltSite:
    """Return the fictional county's internal site, which has no address."""
    return BuiltSite(county_project / "site" / "internal")


def _government_names(site: BuiltSite, page: str) -> tuple[str, ...]:
    """Return the names of the rule that a page has, in their order, without the optional ones."""
    return tuple(name for name in site.meta(page) if name[0].isupper() and name not in OPTIONAL)


def test_every_page_has_the_tags_of_its_kind(county_site: BuiltSite) -> None:
    expected: tuple[str, ...]
    for page in county_site.framed_pages:
        if page in {"index.html", "404.html"}:
            expected = SITE
        elif _COLUMNS.fullmatch(page):
            expected = SITE + COLUMN
        else:
            expected = SITE + COLUMN + ARTICLE
        assert _government_names(county_site, page) == expected, page


def test_no_tag_is_empty_or_twice(county_site: BuiltSite) -> None:
    for page, tree in county_site.pages.items():
        names = [
            str(node.attributes.get("name") or node.attributes.get("property")).lower()
            for node in tree.css("meta[name], meta[property]")
        ]
        assert len(names) == len(set(names)), page
        assert all(county_site.meta(page).values()), page


def test_what_nobody_filled_in_is_left_out(internal_site: BuiltSite) -> None:
    for page in internal_site.framed_pages:
        names = internal_site.meta(page)
        assert {"SiteName", "SiteIDCode"} <= names.keys(), page
        assert not names.keys() & {"SiteDomain", "Url", "Image", "og:url", "og:image"}, page


def test_an_article_names_its_column_its_day_and_its_source(county_site: BuiltSite) -> None:
    page = "bulletins/tidy-notes/2025/1/index.html"
    found = county_site.meta(page)
    assert found["SiteDomain"] == "fengping.example"
    assert found["ColumnName"] == county_site.meta("bulletins/tidy-notes/index.html")["ColumnName"]
    assert found["PubDate"] == "2025-04-11 00:00"
    assert found["ContentSource"] == found["Author"]
    assert found["Url"] == found["og:url"] == f"{ADDRESS}bulletins/tidy-notes/2025/1/"
    assert found["og:type"] == "article"
    assert found["og:title"] == found["ArticleTitle"]
    assert found["og:description"] == found["description"]


def test_a_day_is_written_as_the_rule_wants_it(county_site: BuiltSite) -> None:
    days = {names["PubDate"] for page in county_site.pages if "PubDate" in (names := county_site.meta(page))}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", day) for day in days)


def test_the_picture_of_a_card_is_there(county_site: BuiltSite) -> None:
    image = county_site.meta("index.html")["og:image"]
    content = (county_site.folder / image.removeprefix(ADDRESS)).read_bytes()
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    assert content.startswith(b"\x89PNG")
    assert (width, height) == (1200, 630)
    assert county_site.meta("index.html")["og:image:width"] == "1200"


def test_every_page_offers_the_feed_of_all_and_an_issue_that_of_its_series(county_site: BuiltSite) -> None:
    for page, tree in county_site.framed_pages.items():
        links = [node.attributes["href"] or "" for node in tree.css('link[type="application/atom+xml"]')]
        depth = page.count("/")
        expected = [] if page == "404.html" else [f"{'../' * depth}feed.xml" if depth else "feed.xml"]
        if page.startswith("bulletins/tidy-notes/"):
            expected.append(f"{'../' * (depth - 2)}feed.xml" if depth > 2 else "feed.xml")
        assert links == expected, page


def test_only_the_internal_site_turns_search_engines_away(
    county_site: BuiltSite, internal_site: BuiltSite
) -> None:
    assert all("robots" not in county_site.meta(page) for page in county_site.framed_pages)
    assert {internal_site.meta(page)["robots"] for page in internal_site.framed_pages} == {
        "noindex, nofollow"
    }
    assert all(internal_site.meta(page)["robots"].startswith("noindex") for page in internal_site.pages)


def test_the_sitemap_lists_every_page_with_its_day(county_site: BuiltSite) -> None:
    text = (county_site.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns=')
    listed = dict(re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(\d{4}-\d\d-\d\d)</lastmod>", text))
    pages = {page.removesuffix("index.html") for page in county_site.framed_pages if page != "404.html"}
    assert listed.keys() == {f"{ADDRESS}{page}" for page in pages}
    assert text.count("<url>") == len(pages)
    assert listed[f"{ADDRESS}bulletins/tidy-notes/2025/1/"] == "2025-04-11"
    assert listed[ADDRESS] == "2025-06-30"


def test_without_an_address_there_is_neither_sitemap_nor_feed(internal_site: BuiltSite) -> None:
    assert not {name for name in internal_site.files if name.endswith(("sitemap.xml", "sitemap.xml.gz"))}
    assert not {name for name in internal_site.files if name.endswith("feed.xml")}


def test_robots_txt_says_who_may_read(county_site: BuiltSite, internal_site: BuiltSite) -> None:
    public = (county_site.folder / "robots.txt").read_text(encoding="utf-8")
    internal = (internal_site.folder / "robots.txt").read_text(encoding="utf-8")
    assert public == f"User-agent: *\nDisallow:\nSitemap: {ADDRESS}sitemap.xml\n"
    assert internal == "User-agent: *\nDisallow: /\n"


def test_the_page_for_what_is_not_found_leads_on_from_any_depth(county_site: BuiltSite) -> None:
    """Its links count from where the site is served, for nobody knows how deep the missing page is."""
    links = [reference.written for _, reference in county_site.links("404.html")]
    sections = {node.attributes["href"] for node in county_site.pages["404.html"].css(".md-nav--primary a")}
    assert all(link.startswith(("/jindu/", "#")) for link in links)
    assert len(sections) > 5
    assert sections <= set(links)
    assert "/jindu/sitemap/" in links
