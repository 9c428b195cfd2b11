"""The base of every record: strictly validated, frozen, with the place at which it was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, model_validator

from generators.model.compact import (
    fields_of,
    fill,
    made,
    prepare,
    set_attribute,
    share_names,
    values_of_fields,
)
from generators.model.written import Sheet, Spot

_LETTERS: Final = 26


def column_letters(column: int) -> str:
    """Return the letters of a column of a sheet, counted from 1: ``A`` for 1, ``AA`` for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a project file: path relative to the project, line and column from 1.

    In a workbook it is the cell in that row and column of ``sheet``.
    """

    file: str
    line: int = 1
    column: int = 1
    sheet: str = ""

    @property
    def cell(self) -> str:
        """Return the cell of a workbook as ``sheet!B7``; empty for a place in a text."""
        return f"{self.sheet}!{column_letters(self.column)}{self.line}" if self.sheet else ""

    def __str__(self) -> str:
        """Return ``file:line:column``, as compilers and editors write it, or ``file · sheet!B7``."""
        return f"{self.file} · {self.cell}" if self.sheet else f"{self.file}:{self.line}:{self.column}"


class PlacedMapping(dict[str, Any]):
    """A mapping with its own place and the places of its keys and values.

    ``spots`` holds line and column of each key, then those of its value.
    """

    __slots__ = ("_part", "sheet", "spot", "spots")

    def __init__(self, sheet: Sheet, spot: Spot) -> None:
        """Create an empty mapping at ``spot`` of the file whose places are kept in ``sheet``."""
        super().__init__()
        self.sheet = sheet
        self.spot = spot
        self.spots: dict[str, tuple[int, int, int, int]] = {}
        self._part: int | None = None

    @property
    def file(self) -> str:
        """Return the file in which the mapping begins."""
        return self.sheet.file

    @property
    def place(self) -> Place:
        """Return where the mapping begins."""
        return Place(self.file, *self.spot)

    def file_of(self, key: str) -> str:  # noqa: ARG002 - a mapping put together from several files asks it
        """Return the file in which a key is written."""
        return self.file

    def key_place(self, key: str) -> Place:
        """Return the place of a key; raises ``KeyError`` if there is none."""
        return Place(self.file_of(key), *self.spots[key][:2])

    def value_place(self, key: str) -> Place:
        """Return the place of the value of a key; raises ``KeyError`` if there is none."""
        return Place(self.file_of(key), *self.spots[key][2:])

    def part(self) -> int:
        """Return where its places begin in the sheet; the mapping must not change afterwards."""
        if self._part is None:
            self._part = self.sheet.add_mapping(
                self.spot, self.spots, _parts_within(self[key] for key in self.spots)
            )
        return self._part


class PlacedList(list[Any]):
    """A list with its own place and those of its items, of which ``spots`` holds line and column."""

    __slots__ = ("_part", "sheet", "spot", "spots")

    def __init__(self, sheet: Sheet, spot: Spot) -> None:
        """Create an empty list at ``spot`` of the file whose places are kept in ``sheet``."""
        super().__init__()
        self.sheet = sheet
        self.spot = spot
        self.spots: list[Spot] = []
        self._part: int | None = None

    @property
    def file(self) -> str:
        """Return the file in which the list is written."""
        return self.sheet.file

    @property
    def place(self) -> Place:
        """Return where the list begins."""
        return Place(self.file, *self.spot)

    def item_place(self, at: int) -> Place:
        """Return the place of the item at index ``at``; raises ``IndexError`` if there is none."""
        return Place(self.file, *self.spots[at])

    def part(self) -> int:
        """Return where its places begin in the sheet, as a mapping does."""
        if self._part is None:
            self._part = self.sheet.add_list(self.spot, self.spots, _parts_within(self))
        return self._part


def _parts_within(values: Iterable[object]) -> tuple[int | None, ...]:
    """Return where the places in each mapping or list among ``values`` begin, up to the last of them."""
    found: list[int | None] = []
    for at, value in enumerate(values):
        if isinstance(value, (PlacedMapping, PlacedList)):
            found += [None] * (at - len(found))
            found.append(value.part())
    return tuple(found)


def place_within(node: object, path: Sequence[str | int], *, of_key: bool = False) -> Place | None:
    """Return the place of the value at ``path`` below ``node``, or of its nearest ancestor with a place.

    With ``of_key`` the place of the last key is returned instead of its value's. ``None`` if
    ``node`` has no places.
    """
    if not isinstance(node, (PlacedMapping, PlacedList)):
        return None
    file, spot = node.file, node.spot
    for depth, step in enumerate(path):
        if isinstance(node, PlacedMapping) and step in node:
            spots = node.spots[str(step)]
            spot = spots[:2] if of_key and depth == len(path) - 1 else spots[2:]
            file, node = node.file_of(str(step)), node[str(step)]
        elif isinstance(node, PlacedList) and isinstance(step, int) and step < len(node):
            spot = node.spots[step]
            file, node = node.file, node[step]
        else:
            break
    return Place(file, *spot)


_NOWHERE = Place("-")

_AnyRecord = TypeVar("_AnyRecord", bound="Record")

_Written: TypeAlias = tuple[Sheet | None, int]
"""Where a record was read: a sheet and a part of it; no sheet if it was made otherwise."""


class Record(BaseModel):
    """A record as written in a data file: unknown fields are errors, values are not coerced, frozen."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", populate_by_name=True)

    tag: ClassVar[str] = ""
    """The key under which YAML writes a record of this type where it is one of a tagged union; else empty."""

    __slots__ = ("__part__", "__sheet__")
    __sheet__: Sheet | None
    __part__: int
    """Where the record was read. Slots: private attributes double the time of validation."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_arguments: object) -> None:
        """Let records keep their fields without a dictionary, which takes twice as much as all else."""
        prepare(cls)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(value, PlacedMapping):
            return _sharing_names(handler(value))
        read = handler(dict(value))  # pydantic reads a plain dict faster than a subclass
        record = made(type(read), read.__dict__, read.model_fields_set)
        _remember(record, value.sheet, value.part())
        return record

    def place(self, *path: str | int, of_key: bool = False) -> Place:
        """Return the place of this record, or of the field at ``path`` within it; ``-:1:1`` if unknown."""
        sheet, part = _written(self)
        return _NOWHERE if sheet is None else Place(*sheet.find(part, path, of_key=of_key))

    def placed_like(self, other: Record) -> Self:
        """Return a copy whose fields have the places of the fields of the same name in ``other``."""
        return _copied(self, {}, _written(other))

    def detached(self, **changes: object) -> Self:
        """Return a copy with ``changes`` and without places."""
        return _copied(self, changes, (None, 0))

    def is_from_the_same(self, other: Record) -> bool:
        """Whether both are equal and stand at one place of the same reading of a file, or at none."""
        (sheet, part), (of_other, part_of_other) = _written(self), _written(other)
        return sheet is of_other and part == part_of_other and self == other

    def __eq__(self, other: object) -> bool:
        """Compare types and fields; places do not matter."""
        return type(self) is type(other) and values_of_fields(self) == values_of_fields(other)

    __hash__ = BaseModel.__hash__

    def __copy__(self) -> Self:
        """Return a copy with the same places."""
        copy = _copied(self, {}, _written(self))
        # pydantic adds to the names of a copy with changes, which must be its own.
        set_attribute(copy, "__pydantic_fields_set__", set(self.model_fields_set))
        return copy

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Return a deep copy with the same places."""
        copy = super().__deepcopy__(memo)
        _remember(copy, *_written(self))
        return copy

    def __getstate__(self) -> Any:  # noqa: ANN401 - as pydantic's own
        """Return what pickle keeps: the fields, the names of those that were set, and the places."""
        return (fields_of(self), self.__pydantic_fields_set__, *_written(self))

    def __setstate__(self, state: Any) -> None:  # noqa: ANN401 - as pydantic's own
        """Restore what pickle kept."""
        fields, names, sheet, part = state
        fill(self, fields, names)
        _remember(self, sheet, part)


def _copied(record: _AnyRecord, changes: Mapping[str, object], written: _Written) -> _AnyRecord:
    """Return a copy of a record with ``changes``, as pydantic's, and with other places."""
    names = record.model_fields_set | changes.keys()
    copy = made(type(record), {**fields_of(record), **changes}, names)
    _remember(copy, *written)
    return copy


def _written(record: Record) -> _Written:
    """Return where a record was read."""
    return getattr(record, "__sheet__", None), getattr(record, "__part__", 0)


def _remember(record: Record, sheet: Sheet | None, part: int) -> None:
    set_attribute(record, "__sheet__", sheet)
    set_attribute(record, "__part__", part)


def _sharing_names(record: _AnyRecord) -> _AnyRecord:
    """Return ``record``, the names of the fields that were set shared with all that set the same."""
    if isinstance(record, Record):  # pydantic also hands on what is no record, where a union is tried
        share_names(record, record.model_fields_set)
    return record
