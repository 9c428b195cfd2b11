"""Every kind of record, and one of each kind in which every text is another one."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from enum import Enum
from itertools import count
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

import generators.model
from generators.model.record import Record

_DEPTH: Final = 3
"""How often a record may stand within one of its own kind."""


def record_kinds() -> list[type[Record]]:
    """Return every concrete kind of record of the model, in the order of their names."""
    for module in pkgutil.iter_modules(generators.model.__path__):
        importlib.import_module(f"generators.model.{module.name}")
    waiting, found = [Record], set[type[Record]]()
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if kind.__module__.startswith("generators.model."):
                found.add(kind)
                waiting.append(kind)
    return sorted((kind for kind in found if not inspect.isabstract(kind)), key=lambda kind: kind.__name__)


def filled(kind: type[Record]) -> tuple[Record, frozenset[str]]:
    """Return a record with a text of its own wherever it, or a record within it, can hold one, and these."""
    filler = _Filler()
    return filler.record(kind, {}), frozenset(filler.texts)


class _Filler:
    def __init__(self) -> None:
        self.texts: list[str] = []
        self._number = count(1)

    def record(self, kind: type[Record], depth: dict[type[Record], int]) -> Record:
        deeper = {**depth, kind: depth.get(kind, 0) + 1}
        fields = {name: self.value(field.annotation, deeper) for name, field in kind.model_fields.items()}
        return kind.model_construct(**fields)

    def value(self, annotation: Any, depth: dict[type[Record], int]) -> Any:  # noqa: ANN401 - types have no common type
        arguments = get_args(annotation)
        match get_origin(annotation):
            case origin if origin is Annotated:
                return self.value(arguments[0], depth)
            case origin if origin in {Union, UnionType}:
                return self.value(next(each for each in arguments if each is not NoneType), depth)
            case origin if origin is tuple:
                items = (self.value(arguments[0], depth) for _ in range(2))
                return tuple(item for item in items if item is not None)
            case origin if origin is dict:
                pairs = [(self.value(arguments[0], depth), self.value(arguments[1], depth)) for _ in range(2)]
                return dict(pairs)
        return self._simple(annotation, depth)

    def _simple(self, annotation: type, depth: dict[type[Record], int]) -> Any:  # noqa: ANN401 - as above
        if issubclass(annotation, Record):
            return self.record(annotation, depth) if depth.get(annotation, 0) < _DEPTH else None
        if issubclass(annotation, str) and not issubclass(annotation, Enum):
            self.texts.append(f"text-{next(self._number)}")
            return self.texts[-1]
        return None


def leaves(annotation: Any, metadata: tuple[object, ...] = ()) -> Iterator[tuple[Any, tuple[object, ...]]]:  # noqa: ANN401 - as above
    """Yield every simple type within a type, with what is annotated on it."""
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Annotated:
            yield from leaves(arguments[0], (*metadata, *arguments[1:]))
        case origin if origin in {Union, UnionType, tuple, dict}:
            for argument in arguments:
                if argument is not Ellipsis:
                    yield from leaves(argument, metadata if origin in {Union, UnionType} else ())
        case _:
            yield annotation, metadata
