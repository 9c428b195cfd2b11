"""A map with borders: SVG paths with the place of each label, and where the borders come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from generators.composing.kit.parts import Parts
from generators.composing.maps.views import MapArea, MapView, Mark
from generators.languages import gettext
from generators.model.area_map import AreaMap
from generators.results.maps import DrawnMap, DrawnOutline, Line

_TENTHS: Final = 10
_EM: Final = 130
"""The width of a character of a name, in tenths; see ``.tb-map__name`` in the stylesheet."""

_ROOM: Final = 2.4
"""The length of a name that an area has room for, in radii of the circle in it: more than its diameter."""


def with_borders(
    parts: Parts, view: MapView, record: AreaMap, drawn: DrawnMap, shown: Mapping[str, Mark]
) -> MapView:
    """Return the map with the areas of its divisions and the origin of their borders."""
    return replace(
        view,
        width=drawn.width * _TENTHS,
        height=drawn.height * _TENTHS,
        areas=tuple(_area(parts, each, shown[each.division]) for each in drawn.outlines),
        basis=gettext("%(names)s。", names=gettext("。").join(_basis(record))),
        source=parts.source_link(record.source),
    )


def _area(parts: Parts, outline: DrawnOutline, mark: Mark) -> MapArea:
    link = parts.division_link(outline.division)
    return MapArea(
        link,
        mark,
        "".join(map(_path, outline.lines)),
        outline.x,
        outline.y,
        is_named=_EM * len(link.label) <= _ROOM * outline.radius,
    )


def _path(line: Line) -> str:
    """Return a closed line as an SVG path: its first point, and the steps to the others."""
    points = list(zip(line[::2], line[1::2], strict=True))
    steps = [(x - before[0], y - before[1]) for before, (x, y) in pairwise(points)]
    first = f"M{points[0][0]} {points[0][1]}"
    return f"{first}l{' '.join(f'{x} {y}' for x, y in steps)}z"


def _basis(record: AreaMap) -> Iterator[str]:
    """Yield what is to be known of the borders, as sentences without the full stop."""
    if record.fictional:
        yield gettext("边界是虚构的，不表示任何实地")
    elif record.map_approval is not None:
        yield gettext("审图号：%(map_approval)s", map_approval=record.map_approval)
    else:
        yield gettext("边界未经审图，不得公开")
    yield gettext("CGCS2000 坐标，化简到画面所需")
    if record.licence:
        yield gettext("许可：%(licence)s", licence=record.licence)
