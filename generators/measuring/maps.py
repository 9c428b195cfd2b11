"""Draws the outlines of divisions in a box: projected, simplified with shared borders, and rounded."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators import geometry
from generators.model.dataset import Dataset
from generators.model.outline import Outline, Polygon, Ring, mapped_in
from generators.results.maps import DrawnMap, DrawnOutline, Line

WIDTH: Final = 640
"""The width of the box of a map, in units: pixels on a wide screen."""

MOST_HEIGHT: Final = 640
"""The maximum height of the box; a higher area is drawn narrower."""

TOLERANCE: Final = 1.5
"""How much simplification leaves out, in units: about the square root of the area of a corner."""

_MARGIN: Final = 2
_TENTHS: Final = 10


def drawn_maps(dataset: Dataset, as_of: date) -> Mapping[str, DrawnMap]:
    """Return a map of each area all of whose divisions have an outline, by the id of the area.

    The divisions are those that lie directly within the area on ``as_of``. Formulas: generators/formulas.md.
    Empty without outlines, and without shapely.
    """
    if not (dataset.outlines and geometry.is_available()):
        return {}
    outlines = {each.division: each for each in dataset.outlines}
    areas = dict.fromkeys(filter(None, (dataset.upper_on(as_of, name) for name in outlines)))
    found: dict[str, DrawnMap] = {}
    for area in areas:
        members = mapped_in(dataset, area, as_of)
        if all(name in outlines for name in members):
            found[area] = drawn_map(area, [outlines[name] for name in members])
    return found


@dataclass(frozen=True, slots=True)
class _Projection:
    """The equirectangular projection at the middle latitude of an area, into its box."""

    west: float
    north: float
    shrink: float
    scale: float

    def ring(self, ring: Ring) -> Ring:
        """Return a ring of degrees in units of the box."""
        flat = array("d")
        for longitude, latitude in zip(ring[::2], ring[1::2], strict=True):
            flat.append(_MARGIN + (longitude - self.west) * self.shrink * self.scale)
            flat.append(_MARGIN + (self.north - latitude) * self.scale)
        return flat

    def polygon(self, polygon: Polygon) -> Polygon:
        """Return a polygon of degrees in units of the box."""
        return tuple(map(self.ring, polygon))


def drawn_map(area: str, outlines: Sequence[Outline]) -> DrawnMap:
    """Return the map of ``outlines``, which are valid and at least one."""
    outer = [polygon[0] for each in outlines for polygon in each.polygons]
    west, east = _ends(ring[::2] for ring in outer)
    south, north = _ends(ring[1::2] for ring in outer)
    shrink = math.cos(math.radians((south + north) / 2))
    across, down = (east - west) * shrink, north - south
    scale = min((WIDTH - 2 * _MARGIN) / across, (MOST_HEIGHT - 2 * _MARGIN) / down)
    projection = _Projection(west, north, shrink, scale)
    projected = [tuple(map(projection.polygon, each.polygons)) for each in outlines]
    simple = geometry.simplified(projected, TOLERANCE)
    return DrawnMap(
        area,
        width=math.ceil(across * scale) + 2 * _MARGIN,
        height=math.ceil(down * scale) + 2 * _MARGIN,
        outlines=tuple(
            _drawn(each.division, polygons) for each, polygons in zip(outlines, simple, strict=True)
        ),
    )


def _ends(rings: Iterable[Ring]) -> tuple[float, float]:
    """Return the smallest and the largest number in the rings."""
    found = [(min(ring), max(ring)) for ring in rings]
    return min(low for low, _ in found), max(high for _, high in found)


def _drawn(division: str, polygons: tuple[Polygon, ...]) -> DrawnOutline:
    lines = tuple(filter(None, (_line(ring) for polygon in polygons for ring in polygon)))
    label = geometry.middle(polygons)
    return DrawnOutline(division, lines, _tenths(label.x), _tenths(label.y), _tenths(label.radius))


def _line(ring: Ring) -> Line:
    """Return a ring in tenths, without points that fall together and without the last."""
    flat = array("i")
    for x, y in _distinct((_tenths(x), _tenths(y)) for x, y in zip(ring[:-2:2], ring[1:-2:2], strict=True)):
        flat.append(x)
        flat.append(y)
    return flat


def _distinct(points: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = None
    for point in points:
        if point != last:
            yield point
        last = point


def _tenths(length: float) -> int:
    return round(length * _TENTHS)
