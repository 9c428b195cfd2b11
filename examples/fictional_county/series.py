"""How figures grow from month to month."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

from examples.fictional_county.dice import Dice

_SLOWEST_STEP = 50
_FASTEST_STEP = 150
_PERCENT = 100


def climb(dice: Dice, steps: int, final: int) -> list[int]:
    """Return ``steps`` whole numbers that never fall and end at ``final``."""
    walked = list(accumulate(dice.between(_SLOWEST_STEP, _FASTEST_STEP) for _ in range(steps)))
    return [final * each // walked[-1] for each in walked]


def fall(dice: Dice, steps: int, first: int, final: int) -> list[int]:
    """Return ``steps`` whole numbers that never rise, from ``first`` at the earliest to ``final``."""
    return [first - each for each in climb(dice, steps, first - final)]


def pulses(dice: Dice, steps: int, whole: int) -> list[int]:
    """Return ``steps`` whole numbers, unequal, that add up to ``whole``."""
    sums = climb(dice, steps, whole)
    return [later - earlier for earlier, later in zip([0, *sums], sums, strict=False)]


def growth(dice: Dice, steps: int, first: Decimal, most_percent: int) -> list[Decimal]:
    """Return ``steps`` amounts with one decimal, each up to ``most_percent`` larger or a little smaller."""
    found: list[Decimal] = [first]
    while len(found) < steps:
        change = Decimal(_PERCENT + dice.between(-1, most_percent)) / _PERCENT
        found.append((found[-1] * change).quantize(Decimal("0.1")))
    return found


def part(whole: int, percent: int) -> int:
    """Return ``percent`` of ``whole``, rounded down, and one at least."""
    return max(1, whole * percent // _PERCENT)
