"""The address at which a site is served, and absolute addresses."""

from __future__ import annotations

from urllib.parse import urlsplit

from generators.composing.kit.urls import path_of
from generators.disclosing.publication import Publication
from generators.languages import current_language
from generators.model.site import AudienceText
from generators.model.visibility import Audience


def own_texts(publication: Publication) -> AudienceText:
    """Return the texts of the site for this publication's audience."""
    texts = publication.site.audiences
    return texts.public if publication.audience is Audience.PUBLIC else texts.internal


def site_address(publication: Publication) -> str:
    """Return the address of the edition being made, ending in a slash; empty if none is configured."""
    address = own_texts(publication).address
    folder = publication.site.edition_folder(current_language())
    return f"{address.rstrip('/')}/{folder}" if address else ""


def domain_of(address: str) -> str:
    """Return the host of an absolute address; empty for an empty one."""
    return urlsplit(address).hostname or ""


def absolute(site: str, address: str) -> str:
    """Return the absolute form of the address ``site:/…`` below ``site``; empty if ``site`` is."""
    return f"{site}{path_of(address)}" if site else ""
