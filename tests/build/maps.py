"""Borders for tests: squares in a row, as outlines and as GeoJSON."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, Final

from generators.model.area_map import AreaMap
from generators.model.outline import Outline, Ring
from generators.model.record import Place

MAP_FILE: Final = "data/map.yml"
BORDERS_FILE: Final = "data/map.geojson"

DESCRIBED: Final = "coordinate_system: cgcs2000\nsource: {document: plan, at: 附图}\nlicence: 虚构的数据\n"
INVENTED: Final = f"{DESCRIBED}fictional: true\n"

Points = Sequence[Sequence[float]]


def square(west: float, south: float, size: float = 1) -> Points:
    """Return the closed ring of a square."""
    east, north = west + size, south + size
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def ring(points: Points) -> Ring:
    """Return points as the ring of an outline."""
    return array("d", [number for point in points for number in point])


def outline(division: str, *rings: Points) -> Outline:
    """Return an outline of polygons without holes."""
    return Outline(division, tuple((ring(each),) for each in rings), Place(BORDERS_FILE))


def row_of(divisions: Iterable[str], west: float = 0) -> tuple[Outline, ...]:
    """Return squares of one degree in a row, each beside the one before."""
    return tuple(outline(name, square(west + at, 0)) for at, name in enumerate(divisions))


def feature(division: object, geometry: object, key: str = "division") -> dict[str, Any]:
    """Return a feature of GeoJSON."""
    return {"type": "Feature", "properties": {key: division}, "geometry": geometry}


def polygon(*rings: object) -> dict[str, Any]:
    """Return a polygon of GeoJSON; anything can stand for a ring."""
    return {"type": "Polygon", "coordinates": list(rings)}


def collection(*features: object, **more: object) -> str:
    """Return a file of features, each on a line of its own from the second."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    rest = "".join(f', "{key}": {json.dumps(value)}' for key, value in more.items())
    return f'{{"type": "FeatureCollection"{rest}, "features": [\n{lines}\n]}}\n'


def area_map(**fields: object) -> AreaMap:
    """Return the record of a map."""
    return AreaMap.model_validate({"coordinate_system": "cgcs2000", "licence": "虚构", **fields})
