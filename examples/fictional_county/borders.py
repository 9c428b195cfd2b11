"""Invented borders of the townships, in the sea off Africa at 0° N 0° E, so that nobody takes them for real.

The townships of a county lie in strips from north to south. Neighbours share each point of their border.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, sqrt
from typing import Final, TypeAlias

from examples.fictional_county.dice import Dice
from examples.fictional_county.places import Area, County
from examples.fictional_county.sizes import shares
from examples.fictional_county.sources import BORDERS, cited
from examples.fictional_county.yaml_text import Node

_Point: TypeAlias = tuple[int, int]
"""East and north of 0° N 0° E, in ten-thousandths of a degree."""

_Line: TypeAlias = tuple[_Point, ...]

_CELL: Final = 1200
"""The mean width of a township: some 13 kilometres."""

_HEIGHT: Final = 1000
_SHIFT: Final = 220
"""How far a corner may lie from where it would in a regular grid."""

_WIGGLE: Final = 28
"""How far a point of a border may lie beside the straight line."""

_STEPS: Final = 14
"""How many pieces the border between two corners has."""

_COUNTIES_ABREAST: Final = 10
_UNIT: Final = 10_000


def map_of(area: Area) -> Node:
    """Return ``map.yml``: what the borders are, and the places of the tiles."""
    tiles: dict[str, Node] = {}
    for county in area.counties:
        at = iter(county.townships)
        for row, count in enumerate(_strips(len(county.townships)), start=1):
            for column in range(1, count + 1):
                tiles[next(at).id] = {"row": row, "column": column}
    return {
        "coordinate_system": "cgcs2000",
        "source": cited(BORDERS, "全图"),
        "licence": "虚构的数据，可以任意使用",
        "fictional": True,
        "tiles": tiles,
    }


def borders_of(area: Area, seed: int) -> str:
    """Return ``map.geojson``: a line for each township."""
    lines = [
        json.dumps(_feature(township, ring), ensure_ascii=False, separators=(",", ":"))
        for number, county in enumerate(area.counties)
        for township, ring in _outlines(county, number, seed)
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def _feature(township: str, ring: _Line) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"division": township},
        "geometry": {"type": "Polygon", "coordinates": [[[x / _UNIT, y / _UNIT] for x, y in ring]]},
    }


def _strips(townships: int) -> list[int]:
    """Return how many townships each strip has, from north to south."""
    return shares(townships, ceil(sqrt(townships * 0.7)))


@dataclass(frozen=True)
class _Strip:
    """A strip of townships: its borders to the north and south, each in one line for each township."""

    north: tuple[_Line, ...]
    south: tuple[_Line, ...]
    sides: tuple[_Line, ...]


def _outlines(county: County, number: int, seed: int) -> Iterator[tuple[str, _Line]]:
    """Yield each township of a county with its closed outline."""
    drawing = _Drawing(Dice(seed, f"borders of {county.id}"), number)
    strips = drawing.strips(_strips(len(county.townships)))
    rings = (
        (*north, *east[1:], *reversed(south[:-1]), *reversed(west[:-1]))
        for strip in strips
        for north, south, (west, east) in zip(strip.north, strip.south, pairwise(strip.sides), strict=True)
    )
    return zip((each.id for each in county.townships), rings, strict=True)


class _Drawing:
    """Draws the borders of one county."""

    def __init__(self, dice: Dice, number: int) -> None:
        self._dice = dice
        down, across = divmod(number, _COUNTIES_ABREAST)
        self._west = across * 10 * _CELL
        self._north = -down * 10 * _HEIGHT

    def strips(self, counts: Sequence[int]) -> list[_Strip]:
        """Return the strips with as many townships as ``counts`` says."""
        width = max(counts) * _CELL
        edges = [self._corners(counts, at, width) for at in range(len(counts) + 1)]
        found = []
        drawn = [self._along(corners) for corners in edges]
        for at, count in enumerate(counts):
            ends = [at * width // count for at in range(count + 1)]
            north = self._cut(edges[at], drawn[at], ends)
            south = self._cut(edges[at + 1], drawn[at + 1], ends)
            tops = [line[0] for line in north] + [north[-1][-1]]
            bottoms = [line[0] for line in south] + [south[-1][-1]]
            sides = tuple(self._wiggled(top, bottom) for top, bottom in zip(tops, bottoms, strict=True))
            found.append(_Strip(north, south, sides))
        return found

    def _corners(self, counts: Sequence[int], at: int, width: int) -> dict[int, _Point]:
        """Return the corners on the border north of strip ``at``, of the townships on either side of it."""
        beside = [counts[each] for each in (at - 1, at) if 0 <= each < len(counts)]
        places = sorted({step * width // count for count in beside for step in range(count + 1)})
        # Corners that are close together stay close to their places, so that no border crosses another.
        least = min((second - first for first, second in pairwise(places)), default=_CELL)
        most = min(_SHIFT, least // 4)
        return {place: self._shifted(place, -at * _HEIGHT, most) for place in places}

    def _shifted(self, x: int, y: int, most: int) -> _Point:
        east, north = (self._dice.between(-most, most) for _ in range(2))
        return self._west + x + east // 2, self._north + y + north

    def _along(self, corners: dict[int, _Point]) -> list[_Line]:
        return [self._wiggled(start, end) for start, end in pairwise(corners.values())]

    def _cut(
        self, corners: dict[int, _Point], pieces: Sequence[_Line], ends: Sequence[int]
    ) -> tuple[_Line, ...]:
        """Return a border in one line for each two neighbouring ``ends``."""
        places = list(corners)
        lines = []
        for start, end in pairwise(ends):
            inner = pieces[places.index(start) : places.index(end)]
            lines.append((inner[0][0], *(point for piece in inner for point in piece[1:])))
        return tuple(lines)

    def _wiggled(self, start: _Point, end: _Point) -> _Line:
        """Return the points of a border between two corners."""
        length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
        wiggle = min(_WIGGLE, length // (3 * _STEPS))
        inner = (
            (
                start[0] + (end[0] - start[0]) * step // _STEPS + self._dice.between(-wiggle, wiggle),
                start[1] + (end[1] - start[1]) * step // _STEPS + self._dice.between(-wiggle, wiggle),
            )
            for step in range(1, _STEPS)
        )
        return (start, *inner, end)
