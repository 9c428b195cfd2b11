"""Packs values into bytes for a store or another process, and unpacks no others than it packs."""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from importlib import import_module
from io import BytesIO
from typing import Any, Final

from generators.model.shared_numbers import number_of

_OF_OTHERS: Final = frozenset(
    {
        ("array", "_array_reconstructor"),
        ("array", "array"),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("datetime", "date"),
    }
)
"""What packed values may be made with beside the classes of ``_FOLDERS``."""

_FOLDERS: Final = ("generators.model.", "generators.reading.")
"""The folders whose classes may be packed."""

_SHARING: Final = frozenset(
    {("generators.model.address", "_shared"), ("generators.model.shared_numbers", "number_of")}
)
"""The functions that return one object for all equal values."""


_TABLE: Final[dict[type, Callable[[Any], Any]]] = {
    **copyreg.dispatch_table,
    Decimal: lambda number: (number_of, (str(number),)),
}


def _by_value(member: Enum) -> tuple[type[Enum], tuple[Any]]:
    """Return how a member is made of its value; Python 3.11.2 would look up its name with ``getattr``."""
    return type(member), (member.value,)


def _kinds_of(base: type[Enum]) -> Iterator[type[Enum]]:
    """Yield the enumerations that are derived from ``base``."""
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds_of(kind)


def packed(value: object) -> bytes:
    """Return ``value`` as bytes; equal numbers and addresses in it will be one object again."""
    stream = BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE | dict.fromkeys(_kinds_of(Enum), _by_value)
    pickler.dump(value)
    return stream.getvalue()


def unpacked(content: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    """Return the value that ``content`` was packed from.

    Raises ``pickle.UnpicklingError`` for anything that would call what no packed value needs, so that a
    store that came with a project from elsewhere runs nothing.
    """
    return _Unpickler(BytesIO(content)).load()


class _Unpickler(pickle.Unpickler):
    """Makes nothing but the values of data: records, texts, numbers, days and collections of them."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the base class
        """Return what a packed value is made with; raises ``UnpicklingError`` for anything else."""
        if (module, name) in _OF_OTHERS | _SHARING:
            return getattr(import_module(module), name)
        if module.startswith(_FOLDERS) and "." not in name:
            found = getattr(import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
