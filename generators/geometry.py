"""Plane geometry of polygons; the only module that knows shapely, which is the extra ``maps``.

Rings are arrays of x and y by turns (``model/outline.py``). Coordinates are degrees or anything else: no
function asks. All but :func:`is_available` raise ``ImportError`` without shapely.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
from typing import TYPE_CHECKING, Final

from generators.model.outline import Polygon, Ring

if TYPE_CHECKING:
    from shapely import Geometry

_LABEL_PRECISION: Final = 1.0
"""How far the middle of a label may be from the best one, in the unit of the polygons."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where polygons are invalid: the point, and shapely's words for it, such as ``Self-intersection``."""

    reason: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle of the largest circle within some polygons, and its radius."""

    x: float
    y: float
    radius: float


def is_available() -> bool:
    """Whether shapely is installed."""
    return find_spec("shapely") is not None


def crossing(polygons: Iterable[Polygon]) -> Crossing | None:
    """Return where polygons cross themselves or each other; ``None`` if they are valid together."""
    import shapely  # noqa: PLC0415 - an extra, and slow to import

    shape = _shape(polygons)
    if shape.is_valid:
        return None
    reason, _, at = shapely.is_valid_reason(shape).partition("[")
    x, _, y = at.rstrip("]").partition(" ")
    return Crossing(reason.strip(), float(x), float(y))


def overlaps(shapes: Mapping[str, Iterable[Polygon]], tolerance: float) -> Iterator[tuple[str, str, float]]:
    """Yield each two valid shapes that overlap by more than ``tolerance``, and by how much.

    That is the share of the area of the smaller one that both cover, a fraction of one.
    """
    import shapely  # noqa: PLC0415 - an extra, and slow to import

    names = list(shapes)
    found = [_shape(each) for each in shapes.values()]
    tree = shapely.STRtree(found)
    for first, shape in enumerate(found):
        for second in sorted(int(at) for at in tree.query(shape)):
            if second > first:
                common = shape.intersection(found[second]).area
                share = common / min(shape.area, found[second].area)
                if share > tolerance:
                    yield names[first], names[second], share


def gaps(shapes: Iterable[Iterable[Polygon]], tolerance: float) -> Iterator[tuple[float, float]]:
    """Yield a point in each gap that valid shapes enclose, if it is larger than ``tolerance``.

    That is a share of the mean area of a shape. A gap that is open to the outside cannot be told from a bay.
    """
    import shapely  # noqa: PLC0415 - an extra, and slow to import

    found = [_shape(each) for each in shapes]
    least = tolerance * sum(each.area for each in found) / len(found)
    whole = shapely.union_all(found)
    for part in shapely.get_parts(whole):
        for ring in part.interiors:
            hole = shapely.Polygon(ring)
            if hole.area > least:
                point = hole.representative_point()
                yield point.x, point.y


def simplified(shapes: Sequence[Sequence[Polygon]], tolerance: float) -> list[tuple[Polygon, ...]]:
    """Return the shapes with fewer points; neighbours go on sharing their borders.

    What is left out are corners of triangles of up to about ``tolerance`` squared (Visvalingam and Whyatt).
    """
    import shapely  # noqa: PLC0415 - an extra, and slow to import

    found = [_shape(each) for each in shapes]
    return [_polygons(each) for each in shapely.coverage_simplify(found, tolerance)]


def middle(polygons: Iterable[Polygon]) -> Middle:
    """Return the middle of the largest circle that fits into polygons: the place of a label."""
    import shapely  # noqa: PLC0415 - an extra, and slow to import

    line = shapely.maximum_inscribed_circle(_shape(polygons), tolerance=_LABEL_PRECISION)
    (x, y), _ = line.coords
    return Middle(x, y, line.length)


def _shape(polygons: Iterable[Polygon]) -> Geometry:
    import shapely  # noqa: PLC0415 - an extra, and slow to import

    found = [shapely.Polygon(_points(outer), [_points(hole) for hole in holes]) for outer, *holes in polygons]
    return found[0] if len(found) == 1 else shapely.MultiPolygon(found)


def _points(ring: Ring) -> list[tuple[float, float]]:
    return list(zip(ring[::2], ring[1::2], strict=True))


def _polygons(shape: Geometry) -> tuple[Polygon, ...]:
    import shapely  # noqa: PLC0415 - an extra, and slow to import

    return tuple(
        tuple(_ring(ring.coords) for ring in (each.exterior, *each.interiors))
        for each in shapely.get_parts(shape)
        if not each.is_empty
    )


def _ring(points: Iterable[tuple[float, float]]) -> Ring:
    return array("d", chain.from_iterable(points))
