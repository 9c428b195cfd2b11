"""Sites of projects in which what is internal bears a mark that nothing else has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generators.disclosing import Audience
from generators.pipeline import examine
from generators.rendering import RenderedSite
from tests.checking.broken_projects import AS_OF

_MARK: Final = re.compile(r"zz(?:secret|hidden)\d+")


def marks_in(texts: Iterable[str]) -> frozenset[str]:
    """Return every mark that stands anywhere in ``texts``."""
    return frozenset(mark for text in texts for mark in _MARK.findall(text))


def texts_of(site: RenderedSite) -> Iterator[str]:
    """Yield the path and source of every page, and every download."""
    for page in site.pages:
        yield page.path
        yield page.source
    for download in site.downloads:
        yield download.content.decode()


def site_of(project: Path, audience: Audience) -> RenderedSite:
    """Return the site of a project that has no problems."""
    examined = examine(project, AS_OF)
    assert examined.problems == ()
    return examined.site(audience)
