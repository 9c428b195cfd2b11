"""The site code, the addresses and the licence in ``site.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from generators.checking.kit.context import Context
from generators.model.licence import LICENCE_NAMES, licence_of
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.reading.quoting import quoted

_SITE_CODE: Final = re.compile(r"\d{10}|bm\d{8}", re.ASCII)
_HOST: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.ASCII)


def misformed_site_codes(context: Context) -> Iterator[Problem]:
    """A site code has ten digits, or ``bm`` and eight digits."""
    site = context.dataset.site
    code = site.footer.site_code
    if code and not _SITE_CODE.fullmatch(code):
        yield problem("E530", site.place("footer", "site_code"), f"此处是{quoted(code)}")


def misformed_addresses(context: Context) -> Iterator[Problem]:
    """A site's address is an absolute web address of a folder, without query, anchor or password."""
    site = context.dataset.site
    for name, texts in (("public", site.audiences.public), ("internal", site.audiences.internal)):
        if texts.address and not _is_folder_address(texts.address):
            place = site.place("audiences", name, "address")
            yield problem("E531", place, f"此处是{quoted(texts.address)}")


def unknown_licences(context: Context) -> Iterator[Problem]:
    """The licence of the open data is one of the list, or the address of the office's own terms."""
    site = context.dataset.site
    if site.licence and licence_of(site.licence) is None:
        known = "、".join(LICENCE_NAMES)
        yield problem("E169", site.place("licence"), f"此处是{quoted(site.licence)}；可以写 {known}")


def repeated_languages(context: Context) -> Iterator[Problem]:
    """A language of the frame is listed once."""
    site = context.dataset.site
    for at, language in enumerate(site.languages):
        if language in site.languages[:at]:
            yield problem("E190", site.place("languages", at), f"{quoted(language.value)}写了两次")


def _is_folder_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = parts.netloc.removesuffix(f":{port}") if port else parts.netloc
    return (
        address.isascii()
        and address.isprintable()
        and parts.scheme in {"http", "https"}
        and bool(_HOST.fullmatch(host))
        and not (parts.query or parts.fragment or {"?", "#", " "} & set(address))
    )
