"""Single views of the site that other sites show in a frame: a board, a ranking, a chart."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

from generators.composing.kit.site_address import absolute, site_address
from generators.composing.kit.urls import EMBEDS
from generators.disclosing.publication import Publication
from generators.languages import marked, translated

_UNKNOWN_SITE: Final = marked("https://本站网址/")
_RESIZING: Final = (
    "<script>addEventListener('message', (e) => { for (const f of document.getElementsByTagName('iframe')) "
    "if (f.contentWindow === e.source && e.data.tongbaoHeight) f.height = e.data.tongbaoHeight; });</script>"
)
"""Fits a frame to the height that ``theme/assets/javascripts/embed.js`` tells; a page may do without it."""


@dataclass(frozen=True, slots=True)
class Embed:
    """The view of a page as a page of its own, without menu and search.

    ``address`` is stable, and takes the same filter after ``#?`` as the page. ``code`` is the HTML by which
    another site shows it.
    """

    address: str
    template: str
    title: str
    code: str


def embed_of(publication: Publication, path: str, template: str, title: str) -> Embed:
    """Return the embedded view at ``path`` below ``embed/``, drawn by ``template``."""
    address = f"{EMBEDS}{path}"
    source = absolute(site_address(publication) or translated(_UNKNOWN_SITE), address)
    frame = (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="600" loading="lazy" '
    )
    return Embed(address, template, title, f'{frame}style="border:0"></iframe>\n{_RESIZING}')
