"""The rows of a table: what each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class RowKind(Enum):
    """What a row below the head is."""

    PLACE = auto()
    TOTAL = auto()
    SUBTOTAL = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: its index in the sheet, its kind, the name in it, the divisions that may be meant."""

    at: int
    kind: RowKind
    name: str = ""
    divisions: tuple[str, ...] = ()
