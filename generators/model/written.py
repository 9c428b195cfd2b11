"""Where the parts of a file were written, kept in little memory: a province has millions of them."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Final

Spot = tuple[int, int]
"""Line and column, from 1, in a file that goes without saying: a county has a million of them."""

_HEAD: Final = 5
"""A part begins with this many numbers: its keys, how many children it lists, how many keys or items it has,
and its own line and column."""

_NO_KEYS: Final = 0
"""What stands for the keys of a list."""


class Sheet:
    """The places of all mappings and lists of one file, one after the other in one array.

    A part of the file, which is a mapping or a list, is known by where its numbers begin. They are its head
    (see ``_HEAD``); then line and column of each key and of its value, or of each item; then, at the index
    of each key or item that is itself a mapping or list, how far before it that begins, and 0 at that of
    others. Those of others at the end are left out. A part comes after all that is in it.

    A sheet knows keys by numbers alone: from a record that the public sees, no key of another is reached.
    """

    __slots__ = ("_known", "_numbers", "_shapes", "file")

    def __init__(self, file: str) -> None:
        """Begin with no part of ``file``."""
        self.file = file
        self._shapes: list[int] = []
        self._known: dict[int, int] = {}
        # Two bytes a number do for most files.
        self._numbers = array("H")

    def add_mapping(
        self, spot: Spot, spots: Mapping[str, tuple[int, int, int, int]], within: Sequence[int | None]
    ) -> int:
        """Add a mapping, given the places of its keys and values and where the parts in it begin.

        Return where it begins.
        """
        numbers = [number for each in spots.values() for number in each]
        return self._add(self._number_of(_shape_of(tuple(spots))), spot, len(spots), numbers, within)

    def add_list(self, spot: Spot, spots: Sequence[Spot], within: Sequence[int | None]) -> int:
        """Add a list, given the places of its items and where the parts in it begin; return where it does."""
        return self._add(_NO_KEYS, spot, len(spots), [number for each in spots for number in each], within)

    def _number_of(self, shape: int) -> int:
        """Return the number, from 1, by which parts of this file refer to the keys of a shape."""
        if shape not in self._known:
            self._shapes.append(shape)
            self._known[shape] = len(self._shapes)
        return self._known[shape]

    def _add(
        self, keys: int, spot: Spot, count: int, numbers: list[int], within: Sequence[int | None]
    ) -> int:
        start = len(self._numbers)
        below = [0 if each is None else start - each for each in within]
        found = [keys, len(below), count, *spot, *numbers, *below]
        try:
            self._numbers.fromlist(found)
        except OverflowError:
            self._numbers = array("I", self._numbers)
            self._numbers.fromlist(found)
        return start

    def find(self, part: int, path: Sequence[str | int], *, of_key: bool) -> tuple[str, int, int]:
        """Return file, line and column of the value at ``path`` below a part, or of the nearest around it.

        With ``of_key`` it is the place of the last key of the path instead of its value's.
        """
        spot = self._spot(part + _HEAD - 2)
        for depth, step in enumerate(path):
            at = self._index(part, step)
            if at is None:
                break
            spot = self._place(part, at, of_key=of_key and depth == len(path) - 1)
            below = self._within(part, at)
            if below is None:
                break
            part = below
        return (self.file, *spot)

    def _index(self, part: int, step: str | int) -> int | None:
        """Return the index of a key or an item; ``None`` if there is none."""
        keys = self._numbers[part]
        if keys != _NO_KEYS:
            return _INDEXES[self._shapes[keys - 1]].get(step) if isinstance(step, str) else None
        return step if isinstance(step, int) and step < self._numbers[part + 2] else None

    def _place(self, part: int, at: int, *, of_key: bool) -> Spot:
        """Return the place of an item, or of a value or its key, by its index."""
        if self._numbers[part] == _NO_KEYS:
            return self._spot(part + _HEAD + 2 * at)
        return self._spot(part + _HEAD + 4 * at + (0 if of_key else 2))

    def _within(self, part: int, at: int) -> int | None:
        """Return where the mapping or list at an index begins; ``None`` if something else is there."""
        keys, listed, count = self._numbers[part : part + 3]
        if at >= listed:
            return None
        back = self._numbers[part + _HEAD + count * (2 if keys == _NO_KEYS else 4) + at]
        return part - back if back else None

    def _spot(self, at: int) -> Spot:
        return (self._numbers[at], self._numbers[at + 1])

    def __getstate__(self) -> tuple[str, list[tuple[str, ...]], array[int]]:
        """Return what pickle keeps; another process has other numbers of shapes."""
        return self.file, [tuple(_INDEXES[each]) for each in self._shapes], self._numbers

    def __setstate__(self, state: tuple[str, list[tuple[str, ...]], array[int]]) -> None:
        """Restore what pickle kept."""
        self.file, keys, self._numbers = state
        self._shapes = [_shape_of(each) for each in keys]
        self._known = {each: at for at, each in enumerate(self._shapes, 1)}


_INDEXES: Final[list[Mapping[str, int]]] = []
"""The index of each key, by the number of the shape: mappings with the same keys in order have one shape."""

_SHAPES: Final[dict[tuple[str, ...], int]] = {}
"""The numbers of shapes by their keys."""


def _shape_of(keys: tuple[str, ...]) -> int:
    """Return the number of the shape with ``keys``."""
    if keys not in _SHAPES:
        _SHAPES[keys] = len(_INDEXES)
        _INDEXES.append({key: at for at, key in enumerate(keys)})
    return _SHAPES[keys]
