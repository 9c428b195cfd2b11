"""Removes invalid items from a file's values, so that one invalid report does not hide the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generators.model.grouping import grouped
from generators.model.record import PlacedList, PlacedMapping

Path = tuple[str | int, ...]

_COLLECTIONS: Final = frozenset(
    {
        "assessments",
        "checks",
        "consequences",
        "identities",
        "indicators",
        "ladders",
        "reports",
        "rules",
        "schemes",
        "standards",
        "targets",
        "villages",
        "visits",
    }
)
"""Fields whose items are independent: the rest of the file is usable without one of them."""


def broken_item(path: Path) -> Path | None:
    """Return the path of the innermost item of a collection that contains ``path``, ``None`` if none does."""
    found = None
    at = 0
    while at + 1 < len(path):
        if path[at] in _COLLECTIONS:
            found = path[: at + 2]
            at += 2  # the item's own name may be the name of a collection
        else:
            at += 1
    return found


def _below(paths: Iterable[Path]) -> dict[str | int, tuple[Path, ...]]:
    """Return the paths grouped by their first step, without it."""
    return grouped((path[0], path[1:]) for path in paths)


def without(node: object, paths: Iterable[Path]) -> object:
    """Return ``node`` without the items at ``paths``; unchanged parts are shared, not copied."""
    doomed = _below(paths)
    if isinstance(node, PlacedMapping):
        mapping = PlacedMapping(node.sheet, node.spot)
        for key, value in node.items():
            rests = doomed.get(key, ())
            if () in rests:
                continue
            mapping[key] = without(value, rests) if rests else value
            mapping.spots[key] = node.spots[key]
        return mapping
    if isinstance(node, PlacedList):
        items = PlacedList(node.sheet, node.spot)
        for at, value in enumerate(node):
            rests = doomed.get(at, ())
            if () in rests:
                continue
            items.append(without(value, rests) if rests else value)
            items.spots.append(node.spots[at])
        return items
    return node
