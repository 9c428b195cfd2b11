"""Reads the sections of a finished page for the search index, as Material's search plugin does.

The plugin reads pages with ``html.parser``, which takes half of the time of a build. Nearly all pages are
HTML of the simplest form, for which splitting at ``<`` and ``>`` finds the same tags and texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape, unescape
from itertools import islice
from math import inf
from typing import Any, Final, NamedTuple

from material.plugins.search.plugin import Element, Section

from generators.publishing.search.unsearched import EDGE_TAGS, GAP, HIDDEN, LINE, searched_parts

_VOID: Final = frozenset({"br", "hr", "img", "input", "wbr"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT: Final = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
"""The tags that the plugin keeps in the text."""

_ELEMENTS: Final = frozenset(
    (
        *_HEADINGS,
        *_KEPT,
        *(
            "a",
            "abbr",
            "article",
            "aside",
            "b",
            "blockquote",
            "button",
            "caption",
            "cite",
            "dd",
            "del",
            "details",
        ),
        *(
            "dfn",
            "div",
            "dl",
            "dt",
            "em",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "i",
        ),
        *("ins", "kbd", "label", "legend", "main", "mark", "nav", "optgroup", "option", "output", "q", "s"),
        *("samp", "section", "select", "small", "span", "strong", "summary", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "time", "tr", "u", "var"),
    )
)
"""Elements whose content every version of ``html.parser`` reads as tags and text."""

_ATTRIBUTES: Final = re.compile(
    r'(?:[a-z][a-z0-9-]*(?:="[^"]*")?(?: (?=[a-z/])|(?=/?\Z)))*/?', re.IGNORECASE | re.ASCII
)
_ATTRIBUTE: Final = re.compile(r'([a-z][a-z0-9-]*)(="([^"]*)")?', re.IGNORECASE | re.ASCII)

_TAG: Final = re.compile("<([^>]*)>")

_EXCLUDING: Final = "data-search-exclude"
_LINE_NUMBERS: Final = "linenodiv"
_PERMALINK: Final = "headerlink"


def sections_of(html: str) -> list[Section] | None:
    """Return the sections that the search plugin's parser finds in ``html``; ``None`` if it may differ.

    The parser is taken to see what :func:`without_unsearched` returns. Nothing is said of comments, scripts,
    attributes without quotation marks, permalinks, and whatever else is not written as Markdown and our
    templates write it.
    """
    if _PERMALINK in html or "<>" in html or HIDDEN in html:
        return None
    # What is hidden parts the text before it from the text after it, as a comment does.
    texts_and_tags = _TAG.split("<>".join(searched_parts(html)[::2]))
    if "<" in texts_and_tags[-1]:
        return None
    reader = _Reader()
    try:
        tags = [_tag(each) for each in texts_and_tags[1::2]]
        reader.read(texts_and_tags[0], tags, _with_gaps(tags, texts_and_tags[2::2]))
    except _UnlikeParserError:
        return None
    return reader.sections


class _UnlikeParserError(Exception):
    """The parser of the plugin may read this otherwise."""


class _Tag(NamedTuple):
    """A start or end tag with its attributes as written.

    ``is_edge`` tells whether it parts texts, ``is_special`` whether it does more than begin or end an
    element.
    """

    name: str
    written: str
    is_end: bool
    is_edge: bool
    is_special: bool


@lru_cache(maxsize=20_000)
def _tag(tag: str) -> _Tag:
    """Return the tag that is written as ``tag`` between its brackets; one without a name is a mark."""
    is_end = tag.startswith("/")
    name, _, written = (tag[1:], "", "") if is_end else tag.partition(" ")
    is_void = name in _VOID and not is_end
    if not (is_void or name in _ELEMENTS or not tag):
        raise _UnlikeParserError
    if written and ((written.endswith("/") and not is_void) or not _ATTRIBUTES.fullmatch(written)):
        raise _UnlikeParserError
    is_special = (
        not tag
        or is_void
        or name in _KEPT
        or name in _HEADINGS
        or _EXCLUDING in written
        or _LINE_NUMBERS in written
    )
    return _Tag(name, written, is_end, name in EDGE_TAGS or written.startswith(LINE), is_special)


_MARK: Final = _tag("")


def _with_gaps(tags: Sequence[_Tag], texts: Iterable[str]) -> Iterator[str]:
    """Yield the text after each tag, with a gap where edges end that have only white space between them."""
    for tag, following, text in zip(tags, (*tags, _MARK)[1:], texts, strict=True):
        if not tag.is_edge:
            yield text
        elif rest := text.lstrip():
            yield f"{text[: -len(rest)]}{GAP}{rest}"
        else:
            yield text if following.is_edge else text + GAP


class _Reader:
    """The state of the plugin's parser, with the names of open elements in the place of objects.

    The plugin compares elements by their names alone; what follows from that is kept.
    """

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._section: Any = None  # a section of the plugin, once there is one
        self._open: list[str] = []
        self._skipped: set[str] = set()
        self._is_title = False

    def read(self, before: str, tags: Iterable[_Tag], texts: Iterable[str]) -> None:
        """Read the text ``before`` the first tag, and each tag with the text after it."""
        opened, skipped = self._open, self._skipped
        if before:
            self._text(before)
        for (name, attributes, is_end, _, is_special), text in zip(tags, texts, strict=True):
            if not is_end:
                if is_special or self._section is None:
                    self._start(name, attributes)
                else:
                    opened.append(name)
            elif opened and opened[-1] == name:
                if is_special or name in skipped or self._section.depth > len(opened):
                    self._end(name)
                else:
                    opened.pop()
            if text:
                self._text(text)

    def _start(self, name: str, written: str) -> None:
        if name in _VOID or not name:
            return
        self._open.append(name)
        if name in _HEADINGS:
            self._start_heading(name, written)
        if self._section is None:
            self._enter(Section(Element("hx")))
        if (_EXCLUDING in written or _LINE_NUMBERS in written) and _is_skipped(_attributes(written)):
            self._skipped.add(name)
        elif name in _KEPT and not self._is_skipping():
            self._data().append(f"<{name}>")

    def _start_heading(self, name: str, written: str) -> None:
        attributes = _attributes(written)
        if "id" in attributes:
            depth = len(self._open)
            if name != "h1" and not self.sections:
                self._enter(Section(Element("hx"), depth))
            section = Section(Element(name, attributes), depth)
            if self.sections:
                section.id = attributes["id"]
            self._enter(section)
        self._look_for_title()

    def _end(self, name: str) -> None:
        """End the innermost element."""
        has_left = self._section.depth > len(self._open)
        if has_left:
            self._leave()
        self._open.pop()
        if has_left or name in _HEADINGS:
            self._look_for_title()
        if name in self._skipped:
            self._skipped.remove(name)
        elif name in _KEPT and not self._is_skipping():
            self._end_kept(name)

    def _text(self, written: str) -> None:
        if self._skipped and self._is_skipping():
            return
        data = unescape(written) if "&" in written else written
        is_space = data.isspace()
        is_preformatted = "pre" in self._open
        if not is_preformatted:
            data = " " if is_space else data.replace("\n", " ")
        if self._section is None:
            self._enter(Section(Element("hx")))
        found = self._data()
        if self._is_title or not is_space:
            found.append(escape(data, quote=False) if "&" in written or ">" in written else data)
        elif not found or is_preformatted or not found[-1].isspace():
            found.append(data)

    def _enter(self, section: Section) -> None:
        self._section = section
        self.sections.append(section)

    def _leave(self) -> None:
        """Go on with the last section that the element being closed does not end."""
        for section in reversed(self.sections):
            if section.depth <= len(self._open):
                self._section.depth = inf
                self._section = section
                break

    def _end_kept(self, name: str) -> None:
        """Close an element that is kept; remove it if there is nothing but white space in it."""
        data = self._data()
        if f"<{name}>" not in data:
            raise _UnlikeParserError  # of the plugin's parser this is the end
        begun = data.index(f"<{name}>")
        if all(map(str.isspace, islice(data, begun + 1, None))):
            del data[begun:]
        else:
            data.append(f"</{name}>")

    def _look_for_title(self) -> None:
        self._is_title = self._section is not None and self._section.el.tag in self._open

    def _data(self) -> list[str]:
        """Return the texts that the current place adds to: of the section's title, or of its text."""
        found: list[str] = self._section.title if self._is_title else self._section.text
        return found

    def _is_skipping(self) -> bool:
        return not self._skipped.isdisjoint(self._open)


def _attributes(written: str) -> dict[str, str | None]:
    """Return the attributes of a start tag by name, the last of several as ``html.parser`` does.

    Versions of ``html.parser`` differ in how they read character references here.
    """
    if "&" in written:
        raise _UnlikeParserError
    return {
        name.lower(): value if is_valued else None for name, is_valued, value in _ATTRIBUTE.findall(written)
    }


def _is_skipped(attributes: dict[str, str | None]) -> bool:
    return _EXCLUDING in attributes or attributes.get("class") == _LINE_NUMBERS
