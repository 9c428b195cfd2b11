"""Grouping: the values of each key."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


def grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """Return the values of each key; keys and values keep the order in which they first come."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def in_order(found: Mapping[Key, Value], keys: Iterable[Key]) -> dict[Key, Value]:
    """Return what is ``found`` for those of ``keys`` that have anything, in the order of ``keys``."""
    return {key: found[key] for key in keys if key in found}
