"""Classes of values: at most five, each with about as many divisions, equal values in the same one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from generators.composing.kit.views import StatusView
from generators.model.grouping import grouped

MOST_CLASSES: Final = 5

_LETTERS: Final = "abcde"
"""The signs of classes, from the smallest values; numbers would read as ranks."""


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


def class_states(
    values: Mapping[str, Decimal], texts: Mapping[str, str], *, is_smallest_darkest: bool = False
) -> Mapping[str, StatusView]:
    """Return the state of each division by the class of its value, from the smallest values.

    A class is labelled by the texts of the smallest and the largest value in it, and darker than the class of
    smaller values, or lighter if ``is_smallest_darkest``.
    """
    classes = classes_of(values)
    members = grouped((classes[name], name) for name in sorted(values, key=lambda name: values[name]))
    states: dict[str, StatusView] = {}
    for number, names in members.items():
        shade = 1 + len(members) - number if is_smallest_darkest else number
        lowest, highest = texts[names[0]], texts[names[-1]]
        label = lowest if lowest == highest else f"{lowest}～{highest}"
        states |= dict.fromkeys(names, StatusView(f"class-{shade}", label, _LETTERS[number - 1]))
    return states
