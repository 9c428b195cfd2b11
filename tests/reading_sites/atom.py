"""What RFC 4287 asks of a feed, asserted of a file."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM: Final = "{http://www.w3.org/2005/Atom}"
_ONCE: Final = frozenset({"id", "title", "updated", "subtitle", "summary", "published", "generator"})
_REQUIRED: Final = frozenset({"id", "title", "updated"})
_KNOWN: Final = {
    "feed": {"id", "title", "subtitle", "updated", "author", "generator", "link", "entry"},
    "entry": {"id", "title", "link", "published", "updated", "author", "category", "summary"},
}
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")


def assert_is_atom(content: bytes) -> ET.Element:
    """Assert that ``content`` is an Atom feed and return its root."""
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    feed = ET.fromstring(content)  # noqa: S314 - written by this very test run
    assert feed.tag == f"{ATOM}feed"
    _assert_is_whole(feed, "feed")
    assert feed.findall(f"{ATOM}link[@rel='self']")
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        _assert_is_whole(entry, "entry")
        assert entry.find(f"{ATOM}author") is not None or feed.find(f"{ATOM}author") is not None
        assert entry.find(f"{ATOM}link[@rel='alternate']") is not None
    ids = [each.findtext(f"{ATOM}id") for each in (feed, *entries)]
    assert len(ids) == len(set(ids))
    return feed


def _assert_is_whole(element: ET.Element, kind: str) -> None:
    names = [child.tag.removeprefix(ATOM) for child in element]
    assert set(names) <= _KNOWN[kind]
    assert set(names) >= _REQUIRED
    assert all(names.count(name) <= 1 for name in _ONCE)
    assert urlsplit(element.findtext(f"{ATOM}id") or "").scheme
    for cutoff in (*element.findall(f"{ATOM}updated"), *element.findall(f"{ATOM}published")):
        assert _MOMENT.fullmatch(cutoff.text or "")
        assert datetime.fromisoformat(cutoff.text or "").tzinfo is not None
    for author in element.findall(f"{ATOM}author"):
        assert author.findtext(f"{ATOM}name")
    alternates = [
        (link.get("type"), link.get("hreflang"))
        for link in element.findall(f"{ATOM}link")
        if link.get("rel") == "alternate"
    ]
    assert len(alternates) == len(set(alternates))
    for link in element.findall(f"{ATOM}link"):
        assert urlsplit(link.get("href") or "").netloc
    for category in element.findall(f"{ATOM}category"):
        assert category.get("term")
    for text in ("title", "subtitle", "summary"):
        assert all(each.get("type", "text") == "text" and each.text for each in element.findall(ATOM + text))
