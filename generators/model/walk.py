"""Walk over records: all texts in a record, with their meanings and places.

The fields that hold texts are derived from the types of the fields, so no field can be forgotten. Names of
other records, citations among them, and prose are found by their meanings (``names``).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, assert_never, get_args, get_origin

from generators.model.names import Meaning
from generators.model.period import Period
from generators.model.record import Place, Record
from generators.model.register import Register

Path = tuple[str | int, ...]

_WITHOUT_TEXT: Final = (bool, int, Decimal, Fraction, date, Period, Enum, NoneType)
"""Types of fields that hold no text; a word of a fixed list is no text."""

_WITHOUT_RECORDS: Final = (str, *_WITHOUT_TEXT)

_ANY: Final = frozenset(Meaning)


class RecordText(NamedTuple):
    """A text in a record. ``records`` are the records around it, outermost first.

    ``path`` leads from the last of them to the text; with ``of_key`` the text is the last key of the path.
    """

    text: str
    meaning: Meaning
    records: tuple[Record, ...]
    path: Path
    of_key: bool = False

    @property
    def root(self) -> Record:
        """Return the record that the walk began with."""
        return self.records[0]

    @property
    def place(self) -> Place:
        """Return where the text begins."""
        return self.records[-1].place(*self.path, of_key=self.of_key)


def walk(record: Record, *meanings: Meaning) -> Iterator[RecordText]:
    """Yield the non-empty texts in a record, all or those of ``meanings``.

    Raises ``TypeError`` for a field whose type does not show whether it holds texts.
    """
    found: list[RecordText] = []
    _in_record((record,), frozenset(meanings) or _ANY, found)
    return iter(found)


def records_of(register: Register) -> Iterator[Record]:
    """Yield every record of a dataset or publication once, without the parts that only a record holds."""
    found: list[Record] = []
    _add_records((register,), set(), found)
    return iter(found)


def _add_records(values: Iterable[Any], seen: set[int], found: list[Record]) -> None:
    """Add the records in ``values`` to ``found`` that are not in ``seen``, the ids of what was searched."""
    for value in values:
        kind: Any = type(value)
        holds = _holds(kind)
        if holds is _Holds.NOTHING or id(value) in seen:  # most are numbers, words and days
            continue
        seen.add(id(value))
        match holds:
            case _Holds.RECORD:
                found.append(value)
            case _Holds.ITEMS:
                _add_records(value, seen, found)
            case _Holds.VALUES:
                _add_records(value.values(), seen, found)
            case _Holds.FIELDS:
                _add_records(_fields_of(kind)(value), seen, found)
            case never:
                assert_never(never)


class _Holds(Enum):
    """Where records may be in a value of a type: it is one, or holds some, or nothing to search."""

    NOTHING = auto()
    RECORD = auto()
    ITEMS = auto()
    VALUES = auto()
    FIELDS = auto()


@cache
def _holds(kind: type) -> _Holds:
    if issubclass(kind, Record):
        return _Holds.RECORD
    if issubclass(kind, tuple) and not issubclass(kind, _WITHOUT_RECORDS):
        return _Holds.ITEMS
    if dataclasses.is_dataclass(kind) and not issubclass(kind, _WITHOUT_RECORDS):
        return _Holds.FIELDS
    return _Holds.VALUES if issubclass(kind, Mapping) else _Holds.NOTHING


@cache
def _fields_of(kind: Any) -> Callable[[Any], tuple[Any, ...]]:  # noqa: ANN401 - a kind of dataclass
    """Return the function that returns the fields of an instance of ``kind``, in order."""
    names = [field.name for field in dataclasses.fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@dataclasses.dataclass(frozen=True, slots=True)
class _Shape:
    """What a field can hold: texts of one meaning, records of some kinds, or mappings and tuples of these."""

    text: Meaning | None = None
    kinds: frozenset[type[Record]] = frozenset()
    keys: Meaning | None = None
    items: _Shape | None = None

    def parts(self) -> Iterator[_Shape]:
        """Yield this shape and the shapes of its items."""
        yield self
        if self.items is not None:
            yield from self.items.parts()


def _in_record(records: tuple[Record, ...], wanted: frozenset[Meaning], found: list[RecordText]) -> None:
    """Add the texts in the last of ``records``, which are those around it and itself, to ``found``."""
    record = records[-1]
    for name, path, shape in _fields(type(record), wanted):
        value = getattr(record, name)
        if value:
            _within(value, shape, records, path, wanted, found)


def _within(
    value: object,
    shape: _Shape,
    records: tuple[Record, ...],
    path: Path,
    wanted: frozenset[Meaning],
    found: list[RecordText],
) -> None:
    if isinstance(value, str):
        if value and shape.text in wanted and shape.text is not None:
            found.append(RecordText(value, shape.text, records, path))
    elif isinstance(value, Record):
        _in_record((*records, value), wanted, found)
    elif shape.items is not None and isinstance(value, dict):
        for key, item in value.items():
            here = (*path, key)
            if shape.keys is not None and shape.keys in wanted:
                found.append(RecordText(key, shape.keys, records, here, of_key=True))
            _within(item, shape.items, records, here, wanted, found)
    elif shape.items is not None and isinstance(value, tuple):
        for at, item in enumerate(value):
            _within(item, shape.items, records, (*path, at), wanted, found)


@cache
def _fields(kind: type[Record], wanted: frozenset[Meaning]) -> tuple[tuple[str, Path, _Shape], ...]:
    """Return name, path in YAML and shape of the fields that can hold a text of a wanted meaning."""
    return tuple(
        (name, (kind.model_fields[name].alias or name,), shape)
        for name, shape in _shapes(kind).items()
        if not wanted.isdisjoint(_reached((shape,)))
    )


def _reached(shapes: Iterable[_Shape]) -> frozenset[Meaning]:
    """Return the meanings of all texts that fields of these shapes can hold, at any depth."""
    meanings: set[Meaning | None] = set()
    seen: set[type[Record]] = set()
    waiting = list(shapes)
    while waiting:
        for part in waiting.pop().parts():
            meanings |= {part.text, part.keys}
            for kind in part.kinds - seen:
                seen.add(kind)
                waiting += _shapes(kind).values()
    return frozenset(each for each in meanings if each is not None)


@cache
def _shapes(kind: type[Record]) -> Mapping[str, _Shape]:
    """Return the shape of each field of a kind of record."""
    return {
        name: _shape(field.annotation, field.metadata, f"{kind.__name__}.{name}")
        for name, field in kind.model_fields.items()
    }


def _shape(annotation: Any, metadata: Iterable[object], where: str) -> _Shape:  # noqa: ANN401 - types have none
    """Return the shape of a type; raises ``TypeError`` for a type that may or may not hold texts."""
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Annotated:
            return _shape(arguments[0], (*arguments[1:], *metadata), where)
        case origin if origin is dict:
            return _Shape(keys=_shape(arguments[0], (), where).text, items=_shape(arguments[1], (), where))
        case origin if origin is tuple:
            return _Shape(items=_shape(arguments[0], (), where))
        case origin if origin in {Union, UnionType}:
            return _either([_shape(each, metadata, where) for each in arguments])
    return _simple_shape(annotation, metadata, where)


def _simple_shape(kind: Any, metadata: Iterable[object], where: str) -> _Shape:  # noqa: ANN401 - as above
    shape = None
    if isinstance(kind, type) and issubclass(kind, Record):
        shape = _Shape(kinds=frozenset({kind}))
    elif get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, _WITHOUT_TEXT)):
        shape = _Shape()
    elif isinstance(kind, type) and issubclass(kind, str):
        shape = _Shape(next((each for each in metadata if isinstance(each, Meaning)), Meaning.TEXT))
    if shape is None:
        raise TypeError(f"{where} has a type that does not show whether it holds texts: {kind!r}")
    return shape


def _either(shapes: list[_Shape]) -> _Shape:
    """Return the shape of a union of types, at most one of which holds texts, and one items."""
    return _Shape(
        next((each.text for each in shapes if each.text is not None), None),
        frozenset().union(*(each.kinds for each in shapes)),
        next((each.keys for each in shapes if each.keys is not None), None),
        next((each.items for each in shapes if each.items is not None), None),
    )
