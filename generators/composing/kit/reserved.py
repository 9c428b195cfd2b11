"""The names directly below the root of the site that no file written by an editor may have."""

from __future__ import annotations

from typing import Final

_FILES: Final = frozenset(
    {
        "404",
        "404.html",
        "assets",
        "embed",
        "feed.xml",
        "robots.txt",
        "search",
        "sitemap.xml",
        "sitemap.xml.gz",
    }
)
"""What stands directly below the root beside the sections: files of the site, the theme and MkDocs."""

_SECTIONS: Final = frozenset(
    """
    boards cards changes closed commitments compare consequences divisions growth index inspections ledgers
    methods open-data programmes quality rankings remarks self-check sitemap sources tags tiers
    """.split()  # noqa: SIM905 - names read best as text
)
"""The folders of the sections that hold no documents: those of ``site.sections``, which imports all pages."""

RESERVED_NAMES: Final = _FILES | _SECTIONS
"""The names of generated pages directly below the root, which files written by editors must not have."""
