"""Classes of values: at most five, each with about as many divisions, equal values in the same one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from generators.composing.kit.views import StatusView

MOST_CLASSES: Final = 5

_SHAPES: Final = "①②③④⑤"


def classes_of(values: Mapping[str, Decimal]) -> Mapping[str, int]:
    """Return the class of each division, from 1 for the smallest values, without leaving a number out.

    A value is in the class of the share of values that are smaller. Only the values given decide, so that
    no class tells of one that is withheld. Formula: generators/formulas.md.
    """
    ordered = sorted(values.values())
    shares = {
        name: MOST_CLASSES * bisect_left(ordered, value) // len(ordered) for name, value in values.items()
    }
    numbers = {share: at for at, share in enumerate(sorted(set(shares.values())), start=1)}
    return {name: numbers[share] for name, share in shares.items()}


def class_state(number: int, lowest: str, highest: str) -> StatusView:
    """Return the view of a class by its number, with the smallest and the largest value in it as texts."""
    label = lowest if lowest == highest else f"{lowest}～{highest}"
    return StatusView(f"class-{number}", label, _SHAPES[number - 1])
