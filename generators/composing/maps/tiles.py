"""A tile grid: the divisions of an area as equal tiles, in their order or where ``map.yml`` places them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generators.composing.kit.parts import Parts
from generators.composing.maps.views import MapTile, MapView, Mark
from generators.languages import marked, translated
from generators.model.area_map import AreaMap, TilePlace

_IN_ORDER: Final = marked("每个方格一个单位，按区划次序排列，位置和大小不代表实地。")
_PLACED: Final = marked("每个方格一个单位，大致按方位排列（窄屏上按区划次序），大小不代表实地。")


def with_tiles(parts: Parts, view: MapView, record: AreaMap, shown: Mapping[str, Mark]) -> MapView:
    """Return the map as a tile grid; divisions without a stated place follow below those with one."""
    stated = {name: record.tiles[name] for name in shown if name in record.tiles}
    columns = max((each.column for each in stated.values()), default=0)
    places = _places(stated, [name for name in shown if name not in stated], columns) if stated else {}
    return replace(
        view,
        tiles=tuple(
            MapTile(
                parts.division_link(name),
                mark,
                places[name].row if name in places else 0,
                places[name].column if name in places else 0,
            )
            for name, mark in shown.items()
        ),
        columns=columns,
        basis=translated(_PLACED if stated else _IN_ORDER),
    )


def _places(stated: Mapping[str, TilePlace], others: list[str], columns: int) -> Mapping[str, TilePlace]:
    """Return the place of each tile: as stated, counted from the first row and column, or below these."""
    top = min(each.row for each in stated.values()) - 1
    below = max(each.row for each in stated.values()) - top
    return {
        **{name: TilePlace(row=each.row - top, column=each.column) for name, each in stated.items()},
        **{
            name: TilePlace(row=below + 1 + at // columns, column=1 + at % columns)
            for at, name in enumerate(others)
        },
    }
