"""The base of every record: strictly validated, frozen, with the place at which it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

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
    """A mapping with its own place and the places of its keys and values."""

    def __init__(self, place: Place) -> None:
        """Create an empty mapping at ``place``."""
        super().__init__()
        self.place = place
        self.key_places: dict[str, Place] = {}
        self.value_places: dict[str, Place] = {}


class PlacedList(list[Any]):
    """A list with its own place and the places of its items."""

    def __init__(self, place: Place) -> None:
        """Create an empty list at ``place``."""
        super().__init__()
        self.place = place
        self.item_places: list[Place] = []


def place_within(node: object, path: Sequence[str | int], *, of_key: bool = False) -> Place | None:
    """Return the place of the value at ``path`` below ``node``, or of its nearest ancestor with a place.

    With ``of_key`` the place of the last key is returned instead of its value's. ``None`` if
    ``node`` has no places.
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
    """A record as written in a data file: unknown fields are errors, values are not coerced, frozen."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", populate_by_name=True)

    tag: ClassVar[str] = ""
    """The key under which YAML writes a record of this type where it is one of a tagged union; else empty."""

    _node: Mapping[str, Any] | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(value, PlacedMapping):
            record._node = value  # noqa: SLF001 - its own
        return record

    def place(self, *path: str | int, of_key: bool = False) -> Place:
        """Return the place of this record, or of the field at ``path`` within it; ``-:1:1`` if unknown."""
        return place_within(self._node, path, of_key=of_key) or _NOWHERE

    def placed_like(self, other: Record) -> Self:
        """Return a copy whose fields have the places of the fields of the same name in ``other``."""
        copy = self.model_copy()
        copy._node = other._node  # noqa: SLF001 - its own
        return copy

    def detached(self, **changes: object) -> Self:
        """Return a copy with ``changes`` and without places."""
        copy = self.model_copy(update=changes)
        copy._node = None  # noqa: SLF001 - its own
        return copy

    def __eq__(self, other: object) -> bool:
        """Compare types and fields; places do not matter."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    __hash__ = BaseModel.__hash__
