"""A site that is rendered and not yet built: its pages and downloads by their paths."""

from __future__ import annotations

from generators.rendering import RenderedSite


def pages_of(site: RenderedSite) -> dict[str, str]:
    """Return the Markdown of every page by its path, without the metadata before it."""
    return {page.path: page.markdown for page in site.pages}


def downloads_of(site: RenderedSite) -> dict[str, str]:
    """Return the text of every download that is one by its path, without a byte order mark."""
    return {
        download.path: download.content.decode("utf-8-sig")
        for download in site.downloads
        if not download.path.endswith(".xlsx")
    }
