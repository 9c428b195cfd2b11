"""Where this build is served, and the absolute addresses that follow from it."""

from __future__ import annotations

from urllib.parse import urlsplit

from generators.composing.kit.urls import path_of
from generators.disclosing.publication import Publication
from generators.model.site import AudienceText
from generators.model.visibility import Audience


def own_texts(publication: Publication) -> AudienceText:
    """Return how the build of this publication's audience names itself."""
    texts = publication.site.audiences
    return texts.public if publication.audience is Audience.PUBLIC else texts.internal


def site_address(publication: Publication) -> str:
    """Return where this build is served, ending in a slash; empty where nobody has said."""
    address = own_texts(publication).address
    return f"{address.rstrip('/')}/" if address else ""


def domain_of(address: str) -> str:
    """Return the host that an absolute address names, empty for an empty one."""
    return urlsplit(address).hostname or ""


def absolute(site: str, address: str) -> str:
    """Return the absolute form of ``site:/…`` below the site at ``site``; empty where that is."""
    return f"{site}{path_of(address)}" if site else ""
