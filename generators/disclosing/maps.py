"""Visible maps: borders without the number of an approval are not published; tiles stand in their place."""

from __future__ import annotations

from collections.abc import Mapping

from generators.model.area_map import AreaMap
from generators.model.dataset import Dataset
from generators.model.visibility import Visibility
from generators.results.maps import DrawnMap


def shows_borders(record: AreaMap, visibility: Visibility) -> bool:
    """Whether the audience sees the borders: the public if they are public, and approved or invented."""
    return visibility.is_whole or (visibility.shows(record) and record.is_publishable)


def visible_map(
    dataset: Dataset, visibility: Visibility, drawn: Mapping[str, DrawnMap]
) -> tuple[AreaMap | None, Mapping[str, DrawnMap]]:
    """Return what the audience sees of the record of the map, and of the drawn maps by area.

    Without the borders the record says no more than the places of the tiles, and nothing if it is internal.
    """
    record = dataset.area_map
    if record is None or shows_borders(record, visibility):
        return record, drawn if record is not None else {}
    return (AreaMap(tiles=record.tiles) if visibility.shows(record) else None), {}
