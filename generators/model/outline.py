"""The outline of a division: polygons of longitude and latitude, as a file of borders has them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from generators.model.division import Level
from generators.model.record import Place
from generators.model.register import Register

LEVELS: Final = (Level.COUNTY, Level.TOWNSHIP)
"""The levels whose divisions are drawn on maps."""

if TYPE_CHECKING:
    Ring: TypeAlias = array[float]
else:  # while running an array has no type of its items before Python 3.12
    Ring: TypeAlias = array
"""A closed line: longitude and latitude of each point by turns, the last point equal to the first.

An array takes a fifth of the memory of tuples, and is not searched for records.
"""

Polygon: TypeAlias = tuple[Ring, ...]
"""An outer ring, then the rings of its holes."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The polygons of one division, in degrees, and where its feature begins."""

    division: str
    polygons: tuple[Polygon, ...]
    place: Place


def mapped_in(register: Register, area: str, day: date) -> tuple[str, ...]:
    """Return the ids of the divisions that a map of ``area`` shows on ``day``, in their order.

    They are counties or townships directly within it; a village whose township no document names is not.
    """
    return tuple(each for each in register.children_on(day, area) if register.divisions[each].level in LEVELS)
