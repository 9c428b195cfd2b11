"""Objects of pydantic models that keep their fields as values alone, without a dictionary each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from inspect import isabstract
from operator import attrgetter
from typing import Final, TypeVar

from pydantic import BaseModel

_Model = TypeVar("_Model", bound=BaseModel)

set_attribute: Final = object.__setattr__
"""Sets an attribute of an object that is frozen."""


def prepare(kind: type[BaseModel]) -> None:
    """Let the first object of a class set all fields: the class keeps the names for those after it.

    CPython does so for the first thirty objects only, and pydantic makes its own without any field.
    """
    if not isabstract(kind):
        made(kind, dict.fromkeys(kind.model_fields), ())


def made(kind: type[_Model], fields: Mapping[str, object], names: Iterable[str]) -> _Model:
    """Return an object of ``kind`` with these ``fields``; ``names`` are those of the fields that were set."""
    model = kind.__new__(kind)
    fill(model, fields, names)
    return model


def fill(model: BaseModel, fields: Mapping[str, object], names: Iterable[str]) -> None:
    """Set all that a new object is to have; the fields one by one, so that it needs no dictionary."""
    for name, value in fields.items():
        set_attribute(model, name, value)
    set_attribute(model, "__pydantic_extra__", None)
    set_attribute(model, "__pydantic_private__", None)
    share_names(model, names)


def share_names(model: BaseModel, names: Iterable[str]) -> None:
    """Share the names of the fields that were set with all objects that set the same."""
    set_attribute(model, "__pydantic_fields_set__", _shared(frozenset(names)))


@lru_cache(4096)
def _shared(names: frozenset[str]) -> set[str]:
    """Return ``names`` as pydantic keeps them. Nobody may change them: a copy of an object makes its own."""
    return set(names)


@cache
def names_of_fields(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields of a model, in their order; ``model_fields`` is slow."""
    return tuple(kind.model_fields)


def values_of_fields(model: BaseModel) -> tuple[object, ...]:
    """Return the values of all fields, in their order.

    Asking for the dictionary of an object would make one, and keep it.
    """
    return _getter(type(model))(model)


@cache
def _getter(kind: type[BaseModel]) -> Callable[[BaseModel], tuple[object, ...]]:
    names = names_of_fields(kind)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda model: tuple(getattr(model, name) for name in names)


def fields_of(model: BaseModel) -> dict[str, object]:
    """Return the values of all fields by their names."""
    return dict(zip(names_of_fields(type(model)), values_of_fields(model), strict=True))
