"""The base of every record: strict, frozen, and aware of where it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a project file: path relative to the project, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return ``file:line:column``, as compilers and editors write it."""
        return f"{self.file}:{self.line}:{self.column}"


class PlacedMapping(dict[str, Any]):
    """A mapping that remembers where it and each of its keys and values stand."""

    def __init__(self, place: Place) -> None:
        """Start an empty mapping that stands at ``place``."""
        super().__init__()
        self.place = place
        self.key_places: dict[str, Place] = {}
        self.value_places: dict[str, Place] = {}


class PlacedList(list[Any]):
    """A list that remembers where it and each of its items stand."""

    def __init__(self, place: Place) -> None:
        """Start an empty list that stands at ``place``."""
        super().__init__()
        self.place = place
        self.item_places: list[Place] = []


def place_within(node: object, path: Sequence[str | int], *, of_key: bool = False) -> Place | None:
    """Return the place of the value at ``path`` below ``node``, or of the nearest ancestor written.

    With ``of_key`` the place of the last key itself is returned instead of its value's.
    ``None`` means that ``node`` carries no position at all.
    """
    place: Place | None = getattr(node, "place", None)
    for depth, step in enumerate(path):
        if isinstance(node, PlacedMapping) and step in node:
            wants_key = of_key and depth == len(path) - 1
            place = (node.key_places if wants_key else node.value_places)[str(step)]
            node = node[str(step)]
        elif isinstance(node, PlacedList) and isinstance(step, int) and step < len(node):
            place = node.item_places[step]
            node = node[step]
        else:
            break
    return place


_NOWHERE = Place("-")


class Record(BaseModel):
    """A noun as an editor wrote it: unknown fields refused, nothing coerced, never changed."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", populate_by_name=True)

    _node: Mapping[str, Any] | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(value, PlacedMapping):
            record._node = value  # noqa: SLF001 - its own
        return record

    def place(self, *path: str | int, of_key: bool = False) -> Place:
        """Return where this record, or the field at ``path`` within it, was written."""
        return place_within(self._node, path, of_key=of_key) or _NOWHERE

    def detached(self, **changes: object) -> Self:
        """Return a copy with ``changes`` that no longer remembers the file it was read from."""
        copy = self.model_copy(update=changes)
        copy._node = None  # noqa: SLF001 - its own
        return copy

    def __eq__(self, other: object) -> bool:
        """Compare by what was written, not by where."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    __hash__ = BaseModel.__hash__
