"""``robots.txt``: what programs that read the web may take."""

from __future__ import annotations

from typing import Final

from generators.composing.kit.page import Download
from generators.composing.kit.site_address import site_address
from generators.disclosing.publication import Publication
from generators.model.visibility import Audience

_FILE: Final = "robots.txt"


def robots_file(publication: Publication) -> Download:
    """Return the file: the internal site disallows everything, the public one names its site map.

    It counts only at the root of a host; for other folders every internal page says the same in its head.
    """
    if publication.audience is Audience.INTERNAL:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", "Disallow:"]
        address = site_address(publication)
        if address:
            lines.append(f"Sitemap: {address}sitemap.xml")
    return Download(_FILE, ("\n".join(lines) + "\n").encode())
