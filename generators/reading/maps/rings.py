"""The rings of a geometry: checked point by point, and kept as arrays."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from generators.model.outline import Polygon, Ring

_LEAST_POINTS: Final = 4
_MOST_NUMBERS: Final = 3
_LONGITUDES: Final = (73.0, 136.0)
_LATITUDES: Final = (3.0, 54.0)
"""Between these lies China."""

_MOST_LONGITUDE: Final = 180.0
_MOST_LATITUDE: Final = 90.0


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a geometry: a code, where in it, and why."""

    code: str
    path: tuple[str | int, ...]
    detail: str


class GeometryError(ValueError):
    """A geometry cannot be used; ``flaw`` says why."""

    def __init__(self, flaw: Flaw) -> None:
        """Create the error for ``flaw``."""
        super().__init__(flaw.detail)
        self.flaw = flaw


def polygons_of(geometry: Any, *, is_fictional: bool) -> tuple[Polygon, ...]:  # noqa: ANN401 - decoded JSON
    """Return the polygons of a geometry of GeoJSON; raises :class:`GeometryError` with the first flaw.

    The points of an invented map may lie anywhere on Earth, those of others in China.
    """
    if geometry is None:
        raise GeometryError(Flaw("E180", (), "geometry 为 null，没有边界"))
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    inner = geometry.get("coordinates") if isinstance(geometry, dict) else None
    match kind:
        case "Polygon":
            parts: list[tuple[tuple[str | int, ...], object]] = [(("coordinates",), inner)]
        case "MultiPolygon":
            if not isinstance(inner, list) or not inner:
                raise GeometryError(Flaw("E180", ("coordinates",), "coordinates 应为若干个面"))
            parts = [(("coordinates", at), each) for at, each in enumerate(inner)]
        case "GeometryCollection":
            raise GeometryError(
                Flaw("E180", ("type",), "GeometryCollection 不能用，请合并为 Polygon 或 MultiPolygon")
            )
        case _:
            raise GeometryError(Flaw("E180", ("type",), f"应为 Polygon 或 MultiPolygon，现为{_shown(kind)}"))
    return tuple(
        tuple(_ring(ring, (*path, at), is_fictional=is_fictional) for at, ring in _rings(part, path))
        for path, part in parts
    )


def _shown(kind: object) -> str:
    return f"“{kind[:20]}”" if isinstance(kind, str) else "别的内容"


def _rings(part: object, path: tuple[str | int, ...]) -> Iterator[tuple[int, object]]:
    if not isinstance(part, list) or not part:
        raise GeometryError(Flaw("E180", path, "一个面应为若干个环"))
    return enumerate(part)


def _ring(points: object, path: tuple[str | int, ...], *, is_fictional: bool) -> Ring:
    if not isinstance(points, list):
        raise GeometryError(Flaw("E180", path, "一个环应为若干个点"))
    flat = array("d")
    for at, point in enumerate(points):
        if (
            type(point) is not list
            or not 1 < len(point) <= _MOST_NUMBERS
            or any(type(number) is not float for number in point)
        ):
            raise GeometryError(Flaw("E182", (*path, at), "一个点应为 [经度, 纬度]，两个数"))
        longitude, latitude = point[:2]
        reason = _out_of_range(longitude, latitude, is_fictional=is_fictional)
        if reason:
            raise GeometryError(Flaw("E182", (*path, at), reason))
        flat.append(longitude)
        flat.append(latitude)
    if len(points) < _LEAST_POINTS:
        raise GeometryError(Flaw("E183", path, f"一个环至少要有{_LEAST_POINTS}个点，这里有{len(points)}个"))
    if flat[:2] != flat[-2:]:
        raise GeometryError(Flaw("E183", path, "环没有闭合：最后一个点应与第一个点相同"))
    return flat


def _out_of_range(longitude: float, latitude: float, *, is_fictional: bool) -> str:
    """Return why a point cannot be used; empty if it can."""
    shown = f"[{longitude:g}, {latitude:g}]"
    if not (math.isfinite(longitude) and math.isfinite(latitude)):
        return "坐标不是数（NaN 或无穷大）"
    if not is_fictional and _lies_in_china(longitude, latitude):
        return ""
    is_on_earth = _lies_on_earth(longitude, latitude)
    is_reversed = _lies_on_earth(latitude, longitude) if is_fictional else _lies_in_china(latitude, longitude)
    if is_reversed and not (is_fictional and is_on_earth):
        return f"{shown} 像是经度、纬度写反了，应先写经度"
    if not is_on_earth:
        return f"{shown} 不是经纬度；像是以米计的投影坐标，请转换为 CGCS2000 的经纬度"
    return "" if is_fictional else f"{shown} 不在中国范围内"


def _lies_in_china(longitude: float, latitude: float) -> bool:
    return _LONGITUDES[0] <= longitude <= _LONGITUDES[1] and _LATITUDES[0] <= latitude <= _LATITUDES[1]


def _lies_on_earth(longitude: float, latitude: float) -> bool:
    return abs(longitude) <= _MOST_LONGITUDE and abs(latitude) <= _MOST_LATITUDE
