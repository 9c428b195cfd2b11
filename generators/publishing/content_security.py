"""The Content-Security-Policy of every page: nothing runs or is asked for that is not the site's own."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

_INLINE_SCRIPT: Final = re.compile(
    r"<(?i:script)(?P<attributes>[^>]*)>(?P<text>(?:[^<]+|<(?!(?i:/script)))*)<(?i:/script)"
)
_NOT_RUN: Final = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_HEAD: Final = re.compile(r"<head[^>]*>(?:\s*<meta charset[^>]*>)?", re.IGNORECASE)

_POLICY: Final = (
    "default-src {own}; script-src {scripts}; style-src {own} 'unsafe-inline'; img-src {own} data:; "
    "object-src 'none'; frame-src 'none'; base-uri {own}; form-action {own}"
)
"""Styles stand in attributes of our drawings; pictures in the theme's style sheets are ``data:``."""


_SITE: Final = "'self'"
FOLDER: Final = f"{_SITE} file:"
"""The files of a folder that is opened without a server, which browsers differ in calling the site's own."""


def with_policy(page: str, content: str, own: str = _SITE) -> str:
    """Return the HTML ``page`` with its policy at the head of everything that the policy governs.

    The inline scripts of the theme are admitted by their hashes; those that ``content``, the part of the
    page made from Markdown, contains are not. ``own`` is where the site's own files are. A page without
    ``<head>`` is returned unchanged.
    """
    head = _HEAD.search(page)
    if head is None:
        return page
    hashes = sorted(_hash_of(text) for text in _inline_scripts(page) - _inline_scripts(content))
    policy = _POLICY.format(own=own, scripts=" ".join([own, *hashes]))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"{page[: head.end()]}{meta}{page[head.end() :]}"


def _inline_scripts(page: str) -> set[str]:
    return {
        match["text"] for match in _INLINE_SCRIPT.finditer(page) if not _NOT_RUN.search(match["attributes"])
    }


def _hash_of(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
