from __future__ import annotations

import warnings
from dataclasses import replace
from datetime import date
from typing import Final

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.composing.kit.feed import Entry, Feed
from generators.composing.kit.views import ProseView
from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.rendering.atom import atom_file
from tests.reading_sites.atom import ATOM, assert_is_atom

ENTRY: Final = Entry(
    id="urn:uuid:00000000-0000-5000-8000-000000000001",
    title="甲 & 乙 <丙>",
    href="https://example.invalid/a/",
    published=date(2025, 4, 8),
    updated=date(2025, 6, 20),
    author="示例办公室",
    summary=ProseView("共{{ 数 }}个"),
    categories=("通报", "季度"),
)
FEED: Final = Feed(
    path="feed.xml",
    page="site:/",
    id="urn:uuid:00000000-0000-5000-8000-000000000002",
    title="通报",
    subtitle="最新",
    author="示例单位",
    href="https://example.invalid/feed.xml",
    page_href="https://example.invalid/",
    updated=date(2025, 6, 20),
    entries=(ENTRY,),
)


def _parsed(content: bytes) -> feedparser.FeedParserDict:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the parser's own
        return feedparser.parse(content)


def test_a_feed_is_read_as_it_was_meant() -> None:
    made = atom_file(FEED, lambda text: text.replace("{{ 数 }}", "5"))
    assert made.path == "feed.xml"
    assert_is_atom(made.content)
    found = _parsed(made.content)
    assert not found.bozo
    assert (found.version, found.feed.title, found.feed.language) == ("atom10", "通报", "zh-CN")
    (entry,) = found.entries
    assert (entry.title, entry.summary, entry.link) == ("甲 & 乙 <丙>", "共5个", "https://example.invalid/a/")
    assert entry.published == "2025-04-08T00:00:00+08:00"
    assert [each.term for each in entry.tags] == ["通报", "季度"]


def test_a_feed_without_entries_is_a_feed() -> None:
    assert_is_atom(atom_file(replace(FEED, entries=()), str).content)


@given(title=st.text(st.characters(codec="utf-8"), min_size=1), summary=st.text(st.characters(codec="utf-8")))
def test_no_text_breaks_the_file(title: str, summary: str) -> None:
    entry = replace(ENTRY, title=f"题{title}", summary=f"要{summary}")
    feed = assert_is_atom(atom_file(replace(FEED, entries=(entry,)), str).content)
    assert (feed.findtext(f"{ATOM}entry/{ATOM}title") or "").startswith("题")


@pytest.mark.parametrize("audience", Audience)
def test_every_feed_of_the_county_is_one(county: Examined, audience: Audience) -> None:
    site = county.site(audience)
    feeds = [each for each in site.downloads if each.path.endswith("feed.xml")]
    assert len(feeds) == (2 if audience is Audience.PUBLIC else 0)
    for feed in feeds:
        assert_is_atom(feed.content)
        assert not _parsed(feed.content).bozo
        assert "{{" not in feed.content.decode()
        assert "柳湾镇先行，投入20.5万元。" in feed.content.decode()
