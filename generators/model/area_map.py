"""``data/map.yml``: where the borders of ``data/map.geojson`` come from, and the places of the tiles."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generators.model.names import DivisionName
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, NonEmptyStr
from generators.model.source import Citation

MOST_TILES: Final = 60
"""The last row and column of a tile."""

_REFUSED: Final = {
    "gcj02": "GCJ-02（火星坐标）加了几百米的偏移，不能与 CGCS2000 的边界放在一起",
    "bd09": "BD-09（百度坐标）在 GCJ-02 之上又加了偏移，不能与 CGCS2000 的边界放在一起",
    "wgs84": "WGS 84 不是国家大地坐标系",
}
"""Coordinate systems that maps are often in, and why they are refused."""

_APPROVAL: Final = re.compile(r"\w*S\w*[(（\[〔【][0-9]{4}[)）\]〕】][0-9]+号")


class CoordinateSystem(Choice):
    """The coordinate system of the borders: CGCS2000, in degrees of longitude and latitude."""

    CGCS2000 = "cgcs2000"


def _refuse_other_systems(value: object) -> object:
    """Raise E181 for a known coordinate system other than CGCS2000."""
    plain = re.sub(r"[^a-z0-9]", "", value.lower()) if isinstance(value, str) else ""
    if plain in _REFUSED:
        raise PydanticCustomError("E181", "{reason}", {"reason": _REFUSED[plain]})
    return value


class TilePlace(Record):
    """The place of a township's tile in the grid of its county: row and column from 1."""

    row: int = Field(ge=1, le=MOST_TILES)
    column: int = Field(ge=1, le=MOST_TILES)


class AreaMap(Record):
    """The content of ``map.yml``; all but ``tiles`` is about the borders in ``map.geojson``.

    ``division_property`` is the property of a feature that names its division, by id or by name.
    ``map_approval`` is the number under which the map was approved for publication (审图号).
    """

    coordinate_system: Annotated[CoordinateSystem | None, BeforeValidator(_refuse_other_systems)] = None
    division_property: NonEmptyStr = "division"
    map_approval: NonEmptyStr | None = None
    source: Citation | None = None
    licence: str = ""
    fictional: bool = False
    disclosure: Disclosure = Disclosure.PUBLIC
    tiles: dict[DivisionName, TilePlace] = Field(default_factory=dict)

    @property
    def is_publishable(self) -> bool:
        """Whether the borders may be published: approved under a number, or invented."""
        return self.fictional or (self.map_approval is not None and is_approval(self.map_approval))


def is_approval(number: str) -> bool:
    """Whether a text is written as the number of an approved map, such as ``浙S(2023)12号``."""
    return _APPROVAL.fullmatch(re.sub(r"\s", "", number)) is not None
