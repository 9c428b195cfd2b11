"""The maps of a board: one for each indicator that enough of its divisions have a value of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing.kit.parts import Parts
from generators.composing.maps.values import value_maps
from generators.composing.maps.views import MapView
from generators.model.address import Address

MOST_ROWS: Final = 60
"""With more divisions than this a board has no maps by indicator: the boards of its areas have them."""


@dataclass(frozen=True, slots=True)
class IndicatorMaps:
    """The maps of one indicator."""

    name: str
    maps: tuple[MapView, ...]


def indicator_maps(
    parts: Parts, addresses: Sequence[Address], divisions: Sequence[str]
) -> tuple[IndicatorMaps, ...]:
    """Return the maps of each indicator at ``addresses`` that has some; none with too many divisions."""
    if len(divisions) > MOST_ROWS:
        return ()
    found = ((address, value_maps(parts, address, divisions)) for address in addresses)
    return tuple(
        IndicatorMaps(parts.publication.indicators[address].name, maps) for address, maps in found if maps
    )
