"""Every text that an object holds, wherever in it: also in fields nobody is meant to look at."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from pydantic import BaseModel


def texts_within(root: object) -> Iterator[str]:
    """Yield every text and number reachable from ``root``, keys and private attributes included."""
    for item in objects_within(root):
        if isinstance(item, str):
            yield item
        elif isinstance(item, Decimal):
            yield f"{item:f}"


def objects_within(root: object) -> Iterator[object]:
    """Yield everything reachable from ``root``, each object once, texts and numbers wherever they stand."""
    seen: set[int] = set()
    kept: list[object] = []  # an object that is gone would lend its id to another
    waiting = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str | Decimal):
            yield item
        elif id(item) not in seen:
            seen.add(id(item))
            kept.append(item)
            yield item
            waiting.extend(_parts(item))


def _parts(item: object) -> Iterable[object]:
    parts: list[object] = []
    if isinstance(item, Mapping):
        parts += [*item.keys(), *item.values()]
    elif isinstance(item, list | tuple | set | frozenset):
        parts += item
    if isinstance(item, BaseModel):
        parts += [item.__dict__, item.__pydantic_private__, item.__pydantic_extra__]
    elif dataclasses.is_dataclass(item) and not isinstance(item, type):
        parts += [getattr(item, field.name) for field in dataclasses.fields(item)]
    return [*parts, getattr(item, "__dict__", None)]
