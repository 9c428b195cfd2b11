"""What a page written by hand may bring into the site: an allow-list of HTML, judged by nh3.

nh3 reads HTML as browsers do. What it would take out is reported instead, so that nothing vanishes
without its editor's knowledge: a page is published as it was written, or not at all.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

import nh3

ALLOWED_TAGS: Final = frozenset(
    """
    a abbr b blockquote br caption cite code col colgroup dd del details div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s section small span strong sub
    summary sup table tbody td tfoot th thead time tr u ul
    """.split()  # noqa: SIM905 - names read best as text
)
_EVERYWHERE: Final = frozenset({"class", "dir", "id", "lang", "title"})
_ALLOWED_ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "*": _EVERYWHERE,
        "a": frozenset({"href"}),
        "blockquote": frozenset({"cite"}),
        "col": frozenset({"span"}),
        "colgroup": frozenset({"span"}),
        "del": frozenset({"cite", "datetime"}),
        "details": frozenset({"open"}),
        "img": frozenset({"alt", "height", "src", "width"}),
        "ins": frozenset({"cite", "datetime"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"reversed", "start", "type"}),
        "q": frozenset({"cite"}),
        "td": frozenset({"colspan", "headers", "rowspan", "style"}),
        "th": frozenset({"abbr", "colspan", "headers", "rowspan", "scope", "style"}),
        "time": frozenset({"datetime"}),
    }
)
_LINK_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
_ADDRESSES: Final = frozenset({"cite", "href", "src"})
_ALIGNMENT: Final = re.compile(r"text-align: ?(?:left|center|right);?")
"""The only style that Markdown itself writes: that of a column of a table."""

_OF_THE_SITE: Final = re.compile(r"(?:tb|md)-|__", re.IGNORECASE)
"""How the classes and ids begin by which the site's own styles and scripts find their elements."""

_TAG: Final = re.compile(r"<[/!?]*([a-zA-Z][^\s/>]*)")
_NAME: Final = re.compile(r"[^\s\"'<>/=]+")
_ADDRESS: Final = re.compile(r"\b(?:href|src|cite)\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*(?=:)")
_IGNORED_IN_ADDRESSES: Final = re.compile(r"[\x00-\x20]")

STAND_IN: Final = "TONGBAOCALL"
"""A word to write for each ``{{ }}`` before a page is judged: within a tag it is refused."""


@dataclass(frozen=True, slots=True, order=True)
class Refused:
    """Something that is not on the allow-list: an element, or one of its attributes with its value.

    ``attribute`` and ``value`` are empty for an element; all three are for what only nh3 recognises.
    """

    tag: str = ""
    attribute: str = ""
    value: str = ""


def refused_in(page: str) -> tuple[Refused, ...]:
    """Return what the allow-list does not contain of the HTML ``page``, each once, sorted.

    Empty means that the sanitiser leaves ``page`` as it is.
    """
    tags = {name.lower() for name in _TAG.findall(page)}
    refused = {Refused(tag) for tag in tags - ALLOWED_TAGS}
    refused |= {Refused("a", "href", each) for each in _unreadable_addresses(page)}
    seen: set[Refused] = set()

    def note(tag: str, attribute: str, value: str) -> str:
        seen.add(Refused(tag, attribute, value))
        return value

    # Read once with every name that occurs in the text admitted, once with the allow-list alone.
    admitting = partial(nh3.clean, tags=set(ALLOWED_TAGS), clean_content_tags=set(), link_rel=None)
    names = {name.lower() for name in _NAME.findall(page)}
    everything = admitting(
        page,
        attributes={"*": names | _EVERYWHERE},
        url_schemes=set(_schemes_in(page)) | _LINK_SCHEMES,
        attribute_filter=note,
        strip_comments=False,
    )
    cleaned = admitting(
        page,
        attributes={tag: set(listed) for tag, listed in _ALLOWED_ATTRIBUTES.items()},
        url_schemes=set(_LINK_SCHEMES),
        attribute_filter=_admitted_value,
    )
    refused |= {each for each in seen if not _is_allowed(each)}
    if everything != cleaned and not refused:
        return (Refused(),)
    return tuple(sorted(refused))


def _unreadable_addresses(page: str) -> Iterator[str]:
    """Yield the addresses that are no valid ones: nh3 drops them whatever is allowed, others raise errors."""
    for written in _ADDRESS.findall(page):
        address = html.unescape(written)
        try:
            _ = urlsplit(address).port
        except ValueError:
            yield address


def _schemes_in(page: str) -> Iterator[str]:
    """Yield every scheme that an address of ``page`` may have, in lower case."""
    for scheme in _SCHEME.findall(_IGNORED_IN_ADDRESSES.sub("", html.unescape(page))):
        yield scheme.lower()


def _is_allowed(attribute: Refused) -> bool:
    allowed = _EVERYWHERE | _ALLOWED_ATTRIBUTES.get(attribute.tag, frozenset())
    if attribute.attribute not in allowed:
        return False
    return _admitted_value(attribute.tag, attribute.attribute, attribute.value) is not None


def _admitted_value(tag: str, attribute: str, value: str) -> str | None:
    """Return ``value`` if the attribute may have it, else ``None``."""
    if STAND_IN in value:
        return None
    if attribute == "style":
        return value if _ALIGNMENT.fullmatch(value) else None
    if attribute in {"class", "id"}:
        return None if any(map(_OF_THE_SITE.match, value.split())) else value
    if attribute in _ADDRESSES:
        return value if _is_admitted_address(tag, value) else None
    return value


def _is_admitted_address(tag: str, address: str) -> bool:
    """Whether a link leads to a page or a mailbox, and a picture is one of the site's own."""
    written = _IGNORED_IN_ADDRESSES.sub("", address).replace("\\", "/")
    scheme = _SCHEME.match(written)
    if tag == "img":
        return scheme is None and not written.startswith("//")
    return scheme is None or scheme[0].lower() in _LINK_SCHEMES
