"""Where the parts of a file were written, kept in little memory: a province has millions of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

Spot = tuple[int, int]
"""Line and column, from 1, in a file that goes without saying: a county has a million of them."""

_MOST_SHARED_KEYS: Final = 32
"""Mappings with more keys are lists by identifier, no two of which have the same."""

_MOST_IN_TWO_BYTES: Final = 0xFFFF


class Written:
    """Where a mapping or list was written, and all that is in it, without its values.

    The numbers are line and column of the mapping or list, then of each key and of its value, or of each
    item. ``within`` has the places in each mapping or list in it, at the index of its key or item, and
    ``None`` at that of others; those of others at the end may be left out.
    """

    __slots__ = ("_file", "_keys", "_numbers", "_within")

    def __init__(
        self,
        file: str,
        keys: Mapping[str, int] | None,
        numbers: Sequence[int],
        within: Sequence[Written | None],
    ) -> None:
        """Keep the places of a mapping with the indexes of its ``keys``, or of a list, which has no keys."""
        self._file = file
        self._keys = keys
        # Two bytes a number do for nearly all, and bytes take less than an array.
        is_short = max(numbers) <= _MOST_IN_TWO_BYTES
        self._numbers = array("H", numbers).tobytes() if is_short else array("I", numbers)
        self._within = tuple(within)

    @classmethod
    def mapping(
        cls,
        file: str,
        spot: Spot,
        spots: Mapping[str, tuple[int, int, int, int]],
        within: Sequence[Written | None],
    ) -> Written:
        """Return the places of a mapping in ``file``, given those of its keys and values."""
        numbers = [*spot, *(number for each in spots.values() for number in each)]
        return cls(file, _indexes(tuple(spots)), numbers, within)

    @classmethod
    def list(cls, file: str, spot: Spot, spots: Iterable[Spot], within: Sequence[Written | None]) -> Written:
        """Return the places of a list in ``file``, given those of its items."""
        return cls(file, None, [*spot, *(number for each in spots for number in each)], within)

    def find(self, path: Sequence[str | int], *, of_key: bool) -> tuple[str, int, int]:
        """Return file, line and column of the value at ``path``, or of the nearest one around it.

        With ``of_key`` it is the place of the last key of the path instead of its value's.
        """
        node = self
        found = self.spot(0)
        for depth, step in enumerate(path):
            at = node.index(step)
            if at is None:
                break
            found = node.place(at, of_key=of_key and depth == len(path) - 1)
            below = node.within(at)
            if below is None:
                break
            node = below
        return (self._file, *found)

    def index(self, step: str | int) -> int | None:
        """Return the index of a key or an item; ``None`` if there is none."""
        if self._keys is not None:
            return self._keys.get(step) if isinstance(step, str) else None
        return step if isinstance(step, int) and step < len(self._all_numbers()) // 2 - 1 else None

    def within(self, at: int) -> Written | None:
        """Return the places in the mapping or list at an index; ``None`` if something else is there."""
        return self._within[at] if at < len(self._within) else None

    def place(self, at: int, *, of_key: bool) -> Spot:
        """Return the place of an item, or of a value or its key, by its index."""
        if self._keys is None:
            return self.spot(1 + at)
        return self.spot(1 + 2 * at if of_key else 2 + 2 * at)

    def spot(self, at: int) -> Spot:
        """Return the pair of numbers at an index."""
        numbers = self._all_numbers()
        return (numbers[2 * at], numbers[2 * at + 1])

    def _all_numbers(self) -> Sequence[int]:
        return memoryview(self._numbers).cast("H") if isinstance(self._numbers, bytes) else self._numbers


def _indexes(keys: tuple[str, ...]) -> Mapping[str, int]:
    """Return the index of each key; records of one kind share it."""
    return _shared_indexes(keys) if len(keys) <= _MOST_SHARED_KEYS else _new_indexes(keys)


def _new_indexes(keys: tuple[str, ...]) -> Mapping[str, int]:
    return {key: at for at, key in enumerate(keys)}


_shared_indexes: Final = lru_cache(4096)(_new_indexes)
