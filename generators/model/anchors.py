"""Anchors of hand-written pages: the ids that links can point to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from markdown import Markdown

from generators.model.links import AnchoredLink, anchored_links
from generators.model.prose_comments import without_comments

EXTENSIONS: Final = ("attr_list", "md_in_html", "tables", "footnotes", "toc")
"""The Markdown extensions of the site; some of them create ids."""

_BUILT_IN: Final = ("fenced_code",)
"""What MkDocs adds to these by itself."""

_ID: Final = re.compile(r"""\bid=["']([^"']+)["']""")


class UnreadableMarkdownError(ValueError):
    """Python-Markdown failed on a text: it raises whatever its parts happen to raise."""


@cache
def page_html(body: str) -> str:
    """Return the HTML that the site makes of Markdown ``body``.

    Raises :class:`UnreadableMarkdownError` if the Markdown reader fails.
    """
    try:
        return Markdown(extensions=[*_BUILT_IN, *EXTENSIONS]).convert(body)
    except Exception as error:
        raise UnreadableMarkdownError(str(error)) from error


@cache
def anchors_in(body: str) -> frozenset[str]:
    """Return the ids of all HTML elements that the site makes of Markdown ``body``.

    Raises :class:`UnreadableMarkdownError` if the Markdown reader fails.
    """
    return frozenset(_ID.findall(page_html(without_comments(body))))


def dead_anchors(bodies: Mapping[str, str], document: str) -> Iterator[AnchoredLink]:
    """Yield the links of one page whose anchor does not exist on the page they point to.

    ``bodies`` maps the path of each page below ``content/`` to its Markdown; ``document`` is the path of
    the page whose links are checked. Links to files that are not in ``bodies`` are skipped.
    """
    for link in anchored_links(bodies[document], document):
        if link.path in bodies and link.anchor not in anchors_in(bodies[link.path]):
            yield link
