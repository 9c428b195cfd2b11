"""Copies of values with other fields, in half the time that ``dataclasses.replace`` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

_Value = TypeVar("_Value")


def changed(value: _Value, /, **changes: object) -> _Value:
    """Return a copy of ``value`` with ``changes``, as ``dataclasses.replace`` does.

    Its type has to be a dataclass of several fields, all of which are arguments by position. Raises
    ``TypeError`` for another, and ``KeyError`` for a change of no field.
    """
    kind: Any = type(value)
    get, positions = _fields_of(kind)
    found = list(get(value))
    for name, new in changes.items():
        found[positions[name]] = new
    copy: _Value = kind(*found)
    return copy


@cache
def _fields_of(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], Mapping[str, int]]:  # noqa: ANN401 - a type
    """Return what returns the fields of an instance in order, and the position of each."""
    listed = fields(kind)
    if len(listed) == 1 or any(not each.init or each.kw_only for each in listed):
        raise TypeError(f"{kind.__qualname__} is not made of fields by position")
    names = [each.name for each in listed]
    return attrgetter(*names), {name: at for at, name in enumerate(names)}
