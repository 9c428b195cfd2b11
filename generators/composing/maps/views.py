"""Views of maps: areas with borders, or tiles; each links to its division and says its value in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generators.composing.kit.table import NO_TABLE, TableView
from generators.composing.kit.views import Link, StatusView

NO_LINK: Final = Link("")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a map shows of a division: the state that decides its shade, and its value in words.

    ``sign`` stands in its area: a short value, or else the shape of the state.
    """

    state: StatusView
    text: str
    sign: str


@dataclass(frozen=True, slots=True)
class MapArea:
    """A division on a map: its page, its mark, and the SVG path of its borders, in tenths of a unit.

    The sign of the mark is at ``x``, ``y``; ``is_named`` is false where the name has no room.
    """

    division: Link
    mark: Mark
    path: str
    x: int
    y: int
    is_named: bool


@dataclass(frozen=True, slots=True)
class MapTile:
    """A division as a tile; ``row`` and ``column`` from 1 if they are stated, else 0."""

    division: Link
    mark: Mark
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class MapView:
    """A map of the divisions directly within one area: ``areas`` in a box, or ``tiles`` without borders.

    ``width`` and ``height`` are in tenths. ``columns`` is the number of columns of tiles with stated places,
    0 if they follow the order of the divisions. ``legend`` has each state with the number of its divisions;
    ``basis`` says where the borders come from, or that tiles have no place on the ground, with ``source``.
    """

    name: str
    title: str
    description: str
    legend: tuple[tuple[StatusView, int], ...]
    basis: str = ""
    source: Link = NO_LINK
    width: int = 0
    height: int = 0
    areas: tuple[MapArea, ...] = ()
    tiles: tuple[MapTile, ...] = ()
    columns: int = 0
    table: TableView = NO_TABLE
