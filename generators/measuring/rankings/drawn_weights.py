"""The scores of a division under many draws of the weights, computed for all draws in one step."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache
from operator import floordiv, mul
from typing import Final, NamedTuple

from generators.model.rounding import half_up

_BITS: Final = 64
_BYTES: Final = _BITS // 8


class _Totals(NamedTuple):
    """The sums of some of the weights, by draw, and all of them in one number."""

    by_draw: list[int]
    together: int


class DrawnWeights:
    """The weights of the components in several draws, as whole numbers.

    Numbers of all draws that are not negative are written one after the other, in 64 bits each, as one large
    number: one multiplication and one addition then serve all draws. That is exact as long as the result of
    each draw has no more bits.
    """

    def __init__(self, by_draw: Sequence[Sequence[int]]) -> None:
        """Take by draw the weights of the components, none of which is negative."""
        self._by_draw = by_draw
        self._by_component = [_together(each) for each in zip(*by_draw, strict=True)]
        self._largest = max(map(sum, by_draw))
        self._totals = cache(self._totals_of)
        self._divisors = cache(self._divisors_of)

    def scores(self, values: Sequence[int], applies: tuple[int, ...], points: int, finer: int) -> list[int]:
        """Return by draw the sum of weights times ``values``, divided by the total weight, plus ``points``.

        ``applies`` is 1 for each component whose weight is in the total, else 0. Values and points are in
        millionths, the results rounded to units of ``finer`` millionths, a half away from zero.
        """
        totals = self._totals(applies)
        most = 2 * (max(values) + points) * self._largest + finer * self._largest
        if min(points, *values) < 0 or most >> _BITS:
            numerators = (sum(map(mul, weights, values)) for weights in self._by_draw)
            return [
                half_up(numerator + points * total, total * finer)
                for numerator, total in zip(numerators, totals.by_draw, strict=True)
            ]
        numerators_together = sum(map(mul, self._by_component, values)) + points * totals.together
        doubled = _apart(2 * numerators_together + finer * totals.together, len(self._by_draw))
        return list(map(floordiv, doubled, self._divisors(applies, finer)))

    def _totals_of(self, applies: tuple[int, ...]) -> _Totals:
        by_draw = [sum(map(mul, weights, applies)) for weights in self._by_draw]
        return _Totals(by_draw, _together(by_draw))

    def _divisors_of(self, applies: tuple[int, ...], finer: int) -> list[int]:
        return [2 * finer * total for total in self._totals(applies).by_draw]


def _together(numbers: Sequence[int]) -> int:
    """Return numbers as one, in the bits of each the one after the other."""
    return sum(number << _BITS * at for at, number in enumerate(numbers))


def _apart(together: int, count: int) -> tuple[int, ...]:
    """Return the ``count`` numbers that :func:`_together` has put together."""
    return struct.unpack(f"<{count}Q", together.to_bytes(_BYTES * count, "little"))
