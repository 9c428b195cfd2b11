"""The places within a hand-written page that links can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from markdown import Markdown

from generators.model.links import AnchoredLink, anchored_links

EXTENSIONS: Final = ("attr_list", "md_in_html", "tables", "footnotes", "toc")
"""The Markdown extensions of the site, which give ids."""

_ID: Final = re.compile(r"""\bid=["']([^"']+)["']""")


@cache
def anchors_in(body: str) -> frozenset[str]:
    """Return the ids of headings and other parts of Markdown ``body``, as the site will have them."""
    return frozenset(_ID.findall(Markdown(extensions=list(EXTENSIONS)).convert(body)))


def dead_anchors(bodies: Mapping[str, str], document: str) -> Iterator[AnchoredLink]:
    """Yield the links of one page that lead to a place which the page they name does not have.

    ``bodies`` are all pages by their path below ``content/``. Links to files that are not among them are
    left out: there either is no such page, or it is no page.
    """
    for link in anchored_links(bodies[document], document):
        if link.path in bodies and link.anchor not in anchors_in(bodies[link.path]):
            yield link
