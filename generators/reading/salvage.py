"""What is left of a file when its broken items are taken out: one bad report must not hide the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

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
"""Fields whose items stand for themselves: the rest of the file makes sense without one of them."""


def broken_item(path: Path) -> Path | None:
    """Return the path of the innermost item of a collection that holds ``path``, if one does."""
    found = None
    at = 0
    while at + 1 < len(path):
        if path[at] in _COLLECTIONS:
            found = path[: at + 2]
            at += 2  # the item's own name may be the name of a collection
        else:
            at += 1
    return found


def _below(paths: Iterable[Path]) -> dict[str | int, list[Path]]:
    """Return the rest of each path by its first step."""
    found: dict[str | int, list[Path]] = {}
    for path in paths:
        found.setdefault(path[0], []).append(path[1:])
    return found


def without(node: object, paths: Iterable[Path]) -> object:
    """Return ``node`` without the items at ``paths``, sharing whatever did not change."""
    doomed = _below(paths)
    if isinstance(node, PlacedMapping):
        mapping = PlacedMapping(node.place)
        for key, value in node.items():
            rests = doomed.get(key, [])
            if () in rests:
                continue
            mapping[key] = without(value, rests) if rests else value
            mapping.key_places[key] = node.key_places[key]
            mapping.value_places[key] = node.value_places[key]
        return mapping
    if isinstance(node, PlacedList):
        items = PlacedList(node.place)
        for at, value in enumerate(node):
            rests = doomed.get(at, [])
            if () in rests:
                continue
            items.append(without(value, rests) if rests else value)
            items.item_places.append(node.item_places[at])
        return items
    return node
