from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from generators.composing.documents.feeds import feeds_of
from generators.composing.kit import urls
from generators.composing.kit.feed import Feed
from generators.composing.site.sections import SECTIONS
from generators.disclosing import Publication
from generators.model.document import Withdrawal

SITE: Final = "https://fengping.example/jindu/"


@pytest.fixture(scope="module")
def feeds(publication: Publication) -> dict[str, Feed]:
    """Return the fictional county's feeds by the page that each is for."""
    return {feed.page: feed for feed in feeds_of(publication, SECTIONS)}


def test_one_feed_for_all_and_one_for_each_series(feeds: dict[str, Feed], publication: Publication) -> None:
    assert set(feeds) == {urls.HOME, *(urls.series(name) for name in publication.series)}
    assert feeds[urls.HOME].path == "feed.xml"
    assert feeds[urls.series("tidy-notes")].path == "bulletins/tidy-notes/feed.xml"
    everything = {entry.href for entry in feeds[urls.HOME].entries}
    assert everything == {
        *(f"{SITE}bulletins/{each.id}/" for each in publication.bulletins),
        *(f"{SITE}cases/{each.id}/" for each in publication.cases),
    }


def test_the_latest_comes_first_and_dates_the_feed(feeds: dict[str, Feed]) -> None:
    for feed in feeds.values():
        days = [entry.updated for entry in feed.entries]
        assert days == sorted(days, reverse=True)
        assert feed.updated == days[0]


def test_an_id_is_one_things_alone_and_the_same_every_time(publication: Publication) -> None:
    first, again = feeds_of(publication, SECTIONS), feeds_of(publication, SECTIONS)
    assert [feed.id for feed in first] == [feed.id for feed in again]
    ids = {feed.id for feed in first} | {entry.id for entry in first[0].entries}
    assert len(ids) == len(first) + len(first[0].entries)
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_without_an_address_there_is_no_feed(internal_publication: Publication) -> None:
    assert feeds_of(internal_publication, SECTIONS) == ()


def test_a_withdrawal_is_news_and_says_why(publication: Publication) -> None:
    document = publication.bulletins[0]
    withdrawn = Withdrawal(by="枫屏县示例办公室", on=date(2025, 6, 20), reason="数字有误")
    front = document.front.model_copy(update={"withdrawn": withdrawn})
    changed = replace(publication, bulletins=(replace(document, front=front),), cases=())
    (entry,) = feeds_of(changed, SECTIONS)[0].entries
    assert entry.updated == date(2025, 6, 20)
    assert entry.title == f"{document.front.title}（已废止）"
    assert entry.summary == "枫屏县示例办公室于2025年6月20日废止。原因：数字有误。"


def test_what_has_no_day_at_all_is_in_no_feed(publication: Publication) -> None:
    document = publication.bulletins[0]
    undated = document.front.model_copy(update={"date": None, "published": None, "reviewed": None})
    changed = replace(publication, bulletins=(replace(document, front=undated),), cases=())
    everything = feeds_of(changed, SECTIONS)[0]
    assert everything.entries == ()
    assert everything.updated == publication.as_of
