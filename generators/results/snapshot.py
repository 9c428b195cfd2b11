"""What is measured on each of the days that are compared: the current one and earlier ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generators.model.address import Address
from generators.results.figures import Measured, Progress
from generators.results.ledgers import Ledger
from generators.results.rankings import SchemeRankings
from generators.results.tiers import LadderResult


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What is compared of two days: everything measured on ``as_of``, or an audience's part of it.

    ``days`` gives each programme's own day of measuring; ``rankings`` hold all periods closed by ``as_of``.
    Of an earlier day ``ladder_results`` have only standings, and of those no reasons but a measured value.
    """

    as_of: date
    days: Mapping[str, date]
    progress: tuple[Progress, ...]
    values: Mapping[tuple[str, Address], Measured]
    ledgers: Mapping[str, Ledger]
    ladder_results: Mapping[Address, LadderResult]
    rankings: Mapping[Address, SchemeRankings]
