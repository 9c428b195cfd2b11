"""Replaces addresses of the site (``site:/path/``) by links relative to the page that contains them."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import Final

from generators.composing.kit.urls import SCHEME

_HREF: Final = 'href="'
_ADDRESS: Final = re.compile(rf"{_HREF}{re.escape(SCHEME)}(?P<path>[^\"#]*)(?P<anchor>#[^\"]*)?")
"""Matches within ``href`` only: elsewhere ``site:/`` is text.

It begins with plain characters, for which the standard library searches several times as fast.
"""
_WORD: Final = re.compile(r"\w")


class BrokenLinkError(LookupError):
    """A page links to an address that is no page and no download."""


def relative_address(path: str, page: str) -> str:
    """Return ``path`` relative to the page at ``page`` (a folder such as ``cases/x/``).

    Addresses have no ``.``, ``..`` or empty parts. What ``posixpath.relpath`` does for any path takes ten
    times as long, and a site has some links for each of its figures.
    """
    wanted, here = path.split("/"), page.split("/")
    shared = 0
    # The last part is the name of a file, or empty: it is no folder that both could share.
    while shared < min(len(wanted), len(here)) - 1 and wanted[shared] == here[shared]:
        shared += 1
    relative = "../" * (len(here) - 1 - shared) + "/".join(wanted[shared:])
    return relative or "./"


def with_relative_links(text: str, page: str, known: Container[str]) -> str:
    """Return ``text`` with every address made relative to the page at ``page``.

    Raises :class:`BrokenLinkError` for an address that is not in ``known``.
    """

    @cache
    def address_of(path: str) -> str:
        if path not in known:
            raise BrokenLinkError(f"{page}: {path}")
        return relative_address(path, page)

    def relative(match: re.Match[str]) -> str:
        if _WORD.match(text, match.start() - 1) and match.start():
            return match[0]  # an attribute whose name only ends in href
        address, anchor = address_of(match["path"]), match["anchor"] or ""
        return _HREF + (anchor if anchor and match["path"] == page else address + anchor)

    return _ADDRESS.sub(relative, text)
