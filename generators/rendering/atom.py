"""Serializes feeds as Atom XML (RFC 4287); deterministic."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final
from xml.etree import ElementTree as ET

from generators.composing.kit.feed import Entry, Feed
from generators.composing.kit.page import Download
from generators.composing.kit.views import ProseView

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_IN_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_file(feed: Feed, plain: Callable[[str], str]) -> Download:
    """Return the feed as a UTF-8 file; ``plain`` renders the calls in a summary as plain text."""
    return Download(feed.path, partial(_atom_bytes, feed, plain))


def _atom_bytes(feed: Feed, plain: Callable[[str], str]) -> bytes:
    root = ET.Element("feed", {"xmlns": NAMESPACE, _LANGUAGE: "zh-CN"})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", _timestamp(feed.updated))
    _add_author(root, feed.author)
    _add(root, "generator", "Tongbao")
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.href)
    _add(root, "link", rel="alternate", type="text/html", href=feed.page_href)
    for entry in feed.entries:
        _add_entry(root, entry, plain)
    ET.indent(root, space=" ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _add_entry(feed: ET.Element, entry: Entry, plain: Callable[[str], str]) -> None:
    element = _add(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.href)
    _add(element, "published", _timestamp(entry.published))
    _add(element, "updated", _timestamp(entry.updated))
    _add_author(element, entry.author)
    for term in entry.categories:
        _add(element, "category", term=term)
    summary = plain(entry.summary.text) if isinstance(entry.summary, ProseView) else entry.summary
    if summary:
        _add(element, "summary", summary, type="text")


def _add_author(parent: ET.Element, name: str) -> None:
    _add(_add(parent, "author"), "name", name)


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    kept = {key: _NOT_IN_XML.sub("", value) for key, value in attributes.items()}
    element = ET.SubElement(parent, name, kept)
    if text is not None:
        element.text = _NOT_IN_XML.sub("", text)
    return element


def _timestamp(day: date) -> str:
    """Return midnight in China (UTC+8) of ``day``: documents have dates, but Atom requires timestamps."""
    return f"{day.isoformat()}T00:00:00+08:00"
