"""Anchors of hand-written pages: the ids that links can point to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from markdown import Markdown

from generators.model.caching import cached_by_text
from generators.model.document import AnyDocument
from generators.model.links import AnchoredLink, anchored_links
from generators.model.prose_comments import without_comments
from generators.model.prose_tags import with_tags_replaced

EXTENSIONS: Final = (
    "attr_list",
    "md_in_html",
    "tables",
    "footnotes",
    "toc",
    "generators.model.prose_markup:ProseMarkup",
)
"""The Markdown extensions of the site; some of them create ids. Ours is the last, as it changes others."""

_BUILT_IN: Final = ("fenced_code",)
"""What MkDocs adds to these by itself."""

_ID: Final = re.compile(r"""\bid=(?:"([^"]+)"|'([^']+)')""")

_UNKNOWN: Final = "ztagz"
"""Stands for a call while ids are made: what it shows is known only when the page is rendered."""


class UnreadableMarkdownError(ValueError):
    """Python-Markdown failed on a text: it raises whatever its parts happen to raise."""


@cached_by_text
def page_html(body: str) -> str:
    """Return the HTML that the site makes of Markdown ``body``.

    Raises :class:`UnreadableMarkdownError` if the Markdown reader fails.
    """
    try:
        return Markdown(extensions=[*_BUILT_IN, *EXTENSIONS]).convert(body)
    except Exception as error:
        raise UnreadableMarkdownError(str(error)) from error


def page_markdown(document: AnyDocument) -> str:
    """Return the Markdown of a document with its title, as far as it is known before rendering."""
    title = "".join(
        each if each.isalnum() or each == " " else f"&#{ord(each)};" for each in document.front.title
    )
    body = with_tags_replaced(without_comments(document.body), lambda _tag, _written: _UNKNOWN)
    return f"# {title}\n\n{body}"


@cached_by_text
def anchors_in(markdown: str) -> frozenset[str]:
    """Return the ids of all HTML elements that the site makes of Markdown.

    Raises :class:`UnreadableMarkdownError` if the Markdown reader fails.
    """
    return frozenset(unescape(double or single) for double, single in _ID.findall(page_html(markdown)))


def dead_anchors(documents: Mapping[str, AnyDocument], path: str) -> Iterator[AnchoredLink]:
    """Yield the links in the body of one document whose anchor does not exist on the page they point to.

    ``documents`` are the hand-written pages by their path below ``content/``; ``path`` is that of the page
    whose links are checked. Links to other files are skipped.
    """
    for link in anchored_links(documents[path].body, path):
        if link.path in documents and not _has_anchor(documents[link.path], link.anchor):
            yield link


def _has_anchor(document: AnyDocument, anchor: str) -> bool:
    found = anchors_in(page_markdown(document))
    return anchor in found or any(
        re.fullmatch(re.escape(each).replace(_UNKNOWN, ".*"), anchor) for each in found if _UNKNOWN in each
    )
