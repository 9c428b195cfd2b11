"""Anchors of hand-written pages: the ids that links can point to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from markdown import Markdown

from generators.model.links import AnchoredLink, anchored_links

EXTENSIONS: Final = ("attr_list", "md_in_html", "tables", "footnotes", "toc")
"""The Markdown extensions of the site; some of them create ids."""

_ID: Final = re.compile(r"""\bid=["']([^"']+)["']""")


@cache
def anchors_in(body: str) -> frozenset[str]:
    """Return the ids of all HTML elements that the site makes of Markdown ``body``."""
    return frozenset(_ID.findall(Markdown(extensions=list(EXTENSIONS)).convert(body)))


def dead_anchors(bodies: Mapping[str, str], document: str) -> Iterator[AnchoredLink]:
    """Yield the links of one page whose anchor does not exist on the page they point to.

    ``bodies`` maps the path of each page below ``content/`` to its Markdown; ``document`` is the path of
    the page whose links are checked. Links to files that are not in ``bodies`` are skipped.
    """
    for link in anchored_links(bodies[document], document):
        if link.path in bodies and link.anchor not in anchors_in(bodies[link.path]):
            yield link
