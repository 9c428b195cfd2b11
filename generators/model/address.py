"""Addresses: what belongs to a programme is named ``programme/name`` wherever it is looked up or cited."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generators.model.scalars import Slug

_KEPT: Final = 65_536
"""How many addresses are kept to be shared; a project has some hundred, and each in a thousand records."""


class Address(str):
    """The address ``programme/name`` of an indicator, scheme, standard, ladder or consequence.

    Text that is no such address is possible, as an editor may write anything: without a slash it is all
    programme, and ``name`` is empty.
    """

    __slots__ = ()

    @classmethod
    def of(cls, programme: str, name: str) -> Address:
        """Return the address of what the programme with the id ``programme`` calls ``name``."""
        return _joined(programme, name)

    @property
    def programme(self) -> str:
        """Return the id of the programme."""
        return self.partition("/")[0]

    @property
    def name(self) -> str:
        """Return the id within the programme."""
        return self.partition("/")[2]

    def sibling(self, name: str) -> Address:
        """Return the address of what the same programme calls ``name``."""
        return Address.of(self.programme, name)

    def __reduce__(self) -> tuple[Callable[[str], Address], tuple[str]]:
        """Return how to make it again, as one object for all that refer to it."""
        return _shared, (str(self),)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate an address like any identifier."""
        return core_schema.no_info_after_validator_function(_shared, handler.generate_schema(Slug))


@lru_cache(_KEPT)
def _shared(text: str) -> Address:
    return Address(text)


@lru_cache(_KEPT)
def _joined(programme: str, name: str) -> Address:
    return _shared(f"{programme}/{name}")
