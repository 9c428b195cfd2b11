"""``robots.txt``: what web crawlers may read."""

from __future__ import annotations

from typing import Final

from generators.composing.kit.page import Download
from generators.composing.kit.site_address import site_address
from generators.disclosing.publication import Publication
from generators.model.visibility import Audience

_FILE: Final = "robots.txt"


def robots_file(publication: Publication) -> Download:
    """Return the file: the internal site disallows everything, the public site names its site map.

    Crawlers read the file only at the root of a host, so every internal page also has a robots tag.
    """
    if publication.audience is Audience.INTERNAL:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", "Disallow:"]
        address = site_address(publication)
        if address:
            lines.append(f"Sitemap: {address}sitemap.xml")
    content = ("\n".join(lines) + "\n").encode()
    return Download(_FILE, lambda: content)
