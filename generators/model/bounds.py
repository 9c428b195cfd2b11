"""Bounds on one side, and places counted from one end: what has exactly one of two fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

Limit = TypeVar("Limit")


@dataclass(frozen=True, slots=True)
class AtLeast(Generic[Limit]):
    """No lower than ``limit``."""

    limit: Limit


@dataclass(frozen=True, slots=True)
class AtMost(Generic[Limit]):
    """No higher than ``limit``."""

    limit: Limit


Bound: TypeAlias = AtLeast[Limit] | AtMost[Limit]
"""A bound on one side."""


@dataclass(frozen=True, slots=True)
class FirstPlaces:
    """The first ``count`` places."""

    count: int


@dataclass(frozen=True, slots=True)
class LastPlaces:
    """The last ``count`` places."""

    count: int


Places: TypeAlias = FirstPlaces | LastPlaces
"""Places counted from one end of a ranking."""


def bound_of(at_least: Limit | None, at_most: Limit | None) -> Bound[Limit]:
    """Return the bound on the one side that has a limit; raises ``ValueError`` unless exactly one has."""
    if at_least is not None and at_most is None:
        return AtLeast(at_least)
    if at_most is not None and at_least is None:
        return AtMost(at_most)
    raise ValueError("a bound has exactly one of at-least and at-most")


def places_of(first: int | None, last: int | None) -> Places:
    """Return the places from the one end that counts; raises ``ValueError`` unless exactly one does."""
    if first is not None and last is None:
        return FirstPlaces(first)
    if last is not None and first is None:
        return LastPlaces(last)
    raise ValueError("places are counted by exactly one of first and last")
