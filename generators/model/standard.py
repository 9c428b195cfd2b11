"""标准: checklists for divisions (一徽一旗一廊一牌), and the checks of their items."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generators.model.address import Address
from generators.model.division import Level
from generators.model.names import Id, ItemAddress
from generators.model.record import Record
from generators.model.scalars import Disclosure
from generators.model.source import Citation


class StandardItem(Record):
    """An item of a checklist, either in place or not."""

    name: str
    definition: str = ""


class Quorum(Record):
    """How many items suffice."""

    at_least: int = Field(alias="at-least", ge=1)


def _all_items(value: object) -> object:
    """Return ``None`` for the word ``all``: every item is required."""
    return None if value == "all" else value


class Standard(Record):
    """A checklist for the divisions of one level. Its address is ``programme/standard``.

    Without a quorum in ``passes`` every item is required.
    """

    name: str
    level: Level = Level.VILLAGE
    definition: str = ""
    items: dict[Id, StandardItem] = Field(min_length=1)
    passes: Annotated[
        Quorum | None, BeforeValidator(_all_items, json_schema_input_type=Literal["all"] | Quorum | None)
    ] = None
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.PUBLIC

    @property
    def required(self) -> int:
        """Return the number of items that have to be in place."""
        return len(self.items) if self.passes is None else self.passes.at_least


class Revocation(Record):
    """The revocation of a check: from ``on`` the item is no longer in place."""

    on: datetime.date
    reason: str


class ItemCheck(Record):
    """The check that found an item in place on a day; ``item`` is ``programme/standard/item``.

    Checks are append-only. An item that lapses is revoked, and may be checked again.
    """

    item: ItemAddress
    on: datetime.date
    evidence: str = ""
    source: Citation | None = None
    revoked: Revocation | None = None
    disclosure: Disclosure = Disclosure.PUBLIC

    @property
    def standard(self) -> Address:
        """Return the address of the standard that the item belongs to."""
        return Address(self.item.rpartition("/")[0])

    @property
    def name(self) -> str:
        """Return the id of the item within its standard."""
        return self.item.rpartition("/")[2]

    def holds(self, day: datetime.date) -> bool:
        """Whether the item was found in place by ``day`` and not revoked by then."""
        return self.on <= day and (self.revoked is None or day < self.revoked.on)


@dataclass(frozen=True, slots=True)
class FiledCheck:
    """A check with the id of the division checked."""

    division: str
    check: ItemCheck
