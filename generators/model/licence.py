"""The licences under which a site may publish its data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generators.model.language import marked


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its identifier in the SPDX list (empty for an office's own terms), title and address."""

    name: str
    title: str
    url: str


_LISTED: Final[Mapping[str, Licence]] = MappingProxyType(
    {
        name: Licence(name, title, url)
        for name, title, url in (
            ("CC0-1.0", marked("CC0 1.0 公共领域贡献"), "https://creativecommons.org/publicdomain/zero/1.0/"),
            ("CC-BY-4.0", marked("知识共享 署名 4.0 国际"), "https://creativecommons.org/licenses/by/4.0/"),
            (
                "CC-BY-SA-4.0",
                marked("知识共享 署名—相同方式共享 4.0 国际"),
                "https://creativecommons.org/licenses/by-sa/4.0/",
            ),
            (
                "PDDL-1.0",
                marked("开放数据 公共领域贡献 1.0"),
                "https://opendatacommons.org/licenses/pddl/1-0/",
            ),
            ("ODC-By-1.0", marked("开放数据 署名 1.0"), "https://opendatacommons.org/licenses/by/1-0/"),
            ("ODbL-1.0", marked("开放数据库许可 1.0"), "https://opendatacommons.org/licenses/odbl/1-0/"),
        )
    }
)

LICENCE_NAMES: Final = tuple(_LISTED)
"""The identifiers that ``site.yml`` may state."""

_WEB: Final = ("https://", "http://")


def licence_of(text: str) -> Licence | None:
    """Return the licence that ``text`` states: by identifier, or as the address of terms of the office's own.

    ``None`` if it is neither.
    """
    if text.startswith(_WEB) and text.isascii() and text.isprintable() and " " not in text:
        return Licence("", marked("主办单位的使用条款"), text)
    return _LISTED.get(text)
