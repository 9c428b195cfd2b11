"""Relative and anchored links in the Markdown of hand-written pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from generators.model.caching import cached_by_text
from generators.model.document import AnyDocument
from generators.model.prose_comments import with_comments_blanked

_TARGETS: Final = re.compile(
    r"""\]\(\s*<?(?P<inline>[^)\s>]{1,500})(?=[)\s>])(?=[^)]{0,300}\))  # [a](target "title"), ![a](target)
    |^\ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<reference>[^\s>]+)    # [name]: target; [^1]: begins a note
    |(?:src|href)\s*=\s*["'](?P<attribute>[^"']+)["']""",
    re.MULTILINE | re.VERBOSE,
)
_OUTSIDE: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\{")


@dataclass(frozen=True, slots=True)
class RelativeLink:
    """A link to a file of the project.

    ``path`` is the target's path below ``content/``, ``written`` the target as in the text, ``offset`` the
    position of the link in the text.
    """

    path: str
    written: str
    offset: int


@cached_by_text
def _targets(body: str) -> tuple[tuple[str, int], ...]:
    """Return the targets of all links of Markdown ``body`` with their offsets; several checks want them."""
    return tuple(
        (match["inline"] or match["reference"] or match["attribute"], match.start())
        for match in _TARGETS.finditer(with_comments_blanked(body))
    )


def relative_links(body: str, document: str) -> Iterator[RelativeLink]:
    """Yield the relative links of Markdown ``body``; ``document`` is its own path below ``content/``.

    Links to other sites, to anchors of the same page, in comments and template calls are left out. A path
    that climbs out of ``content/`` keeps its leading ``..``.
    """
    folder = posixpath.dirname(document)
    for written, offset in _targets(body):
        if _OUTSIDE.match(written):
            continue
        target = unquote(written.partition("#")[0].partition("?")[0])
        if target:
            yield RelativeLink(posixpath.normpath(posixpath.join(folder, target)), written, offset)


def links_of(document: AnyDocument) -> Iterator[RelativeLink]:
    """Yield the relative links in the body of a document."""
    return relative_links(document.body, document.place.file.removeprefix("content/"))


@dataclass(frozen=True, slots=True)
class AnchoredLink:
    """A link to an anchor: the page's path below ``content/``, the anchor, the offset in the text."""

    path: str
    anchor: str
    offset: int


def anchored_links(body: str, document: str) -> Iterator[AnchoredLink]:
    """Yield the links of Markdown ``body`` that have an anchor, on the same page or another.

    ``document`` is the path of the page below ``content/``.
    """
    for written, offset in _targets(body):
        if written.startswith("#") and len(written) > 1:
            yield AnchoredLink(document, unquote(written[1:]), offset)
    for link in relative_links(body, document):
        anchor = unquote(link.written.partition("#")[2])
        if anchor:
            yield AnchoredLink(link.path, anchor, link.offset)
