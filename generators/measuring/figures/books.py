"""What a ledger and a book of commitments have in common: standings by programme and township, and shares."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol, TypeVar

from generators.measuring.figures.figures import quotient
from generators.model.history import FiledHistory
from generators.results.figures import Measured, Origin, ValueState


class HistoryStanding(Protocol):
    """How something that a township filed stands on one day."""

    @property
    def filed(self) -> FiledHistory:
        """Return what it is that stands so."""


StandingT = TypeVar("StandingT")
FiledT = TypeVar("FiledT", bound=HistoryStanding)


def by_programme(
    programmes: Iterable[str], standings: Iterable[tuple[str, StandingT | None]]
) -> dict[str, list[StandingT]]:
    """Return the standings of each programme that has any, in the order of ``programmes``."""
    found: dict[str, list[StandingT]] = {}
    for programme, standing in standings:
        if standing is not None:
            found.setdefault(programme, []).append(standing)
    return {programme: found[programme] for programme in programmes if programme in found}


def by_township(divisions: Iterable[str], standings: Iterable[FiledT]) -> dict[str, list[FiledT]]:
    """Return the standings of each township that has any, in the order of ``divisions``."""
    found: dict[str, list[FiledT]] = {}
    for standing in standings:
        found.setdefault(standing.filed.township, []).append(standing)
    return {name: found[name] for name in divisions if name in found}


def measured_share(part: int, whole: int, measure: str) -> Measured:
    """Return ``part`` of ``whole`` as the value of an indicator; not applicable where there is no whole."""
    if whole == 0:
        return Measured(ValueState.NOT_APPLICABLE, Origin.DERIVED)
    above, below = Decimal(part), Decimal(whole)
    return Measured(ValueState.KNOWN, Origin.DERIVED, quotient(above, below, measure), above, below)
