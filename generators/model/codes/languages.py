"""The codes of the languages of a site."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E190": CatalogueEntry("网站的语言写重了", "每种语言只写一次；第一种在根目录，其余各在一个子目录"),
}
