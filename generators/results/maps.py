"""A drawn map: the outlines of the divisions of an area in a box, as far as a picture needs them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    Line: TypeAlias = array[int]
else:  # while running an array has no type of its items before Python 3.12
    Line: TypeAlias = array
"""A closed line without its last point: x and y by turns, in tenths of the unit of the box."""


@dataclass(frozen=True, slots=True)
class DrawnOutline:
    """The lines of a division, and the middle and radius of the largest circle in it, all in tenths."""

    division: str
    lines: tuple[Line, ...]
    x: int
    y: int
    radius: int


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """The outlines of the divisions directly within ``area``, in their order, north above.

    The box is ``width`` × ``height`` units, from 0 in the upper left.
    """

    area: str
    width: int
    height: int
    outlines: tuple[DrawnOutline, ...]
