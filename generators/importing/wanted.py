"""What a user wants imported, and what asks where a sheet leaves something open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from generators.importing.tables.heads import Head
from generators.importing.tables.table import Table
from generators.model.address import Address
from generators.model.import_layout import ImportLayout
from generators.model.indicator import Indicator
from generators.model.period import Period


@dataclass(frozen=True, slots=True)
class ImportWanted:
    """What is said besides the files; ``None`` where nothing is said, so that the sheets decide.

    ``columns`` are the answers to what columns are, by their heads. ``reason`` and ``office`` are those of
    corrections: without a reason nothing on record is corrected. With ``accepts`` a proposed layout counts as
    confirmed.
    """

    today: date
    programme: str | None = None
    period: Period | None = None
    on: date | None = None
    layout: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None
    office: str | None = None
    accepts: bool = False


Asking: TypeAlias = Callable[
    [Table, ImportLayout, tuple[Head, ...], Mapping[Address, Indicator]], ImportLayout | None
]
"""Asks somebody which column of a table is which indicator, given a proposal, the heads that it leaves open
and the indicators: returns the layout as confirmed, ``None`` if nobody is there to confirm it."""


def nobody_to_ask(
    _table: Table,
    _proposal: ImportLayout,
    _unknown: tuple[Head, ...],
    _indicators: Mapping[Address, Indicator],
) -> None:
    """Confirm no layout."""
