"""What ledgers and books of commitments share: grouping by programme and township, and shares."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from generators.measuring.figures.quotients import quotient
from generators.measuring.once import Once, upwards_on
from generators.model.grouping import grouped, in_order
from generators.model.history import FiledHistory
from generators.results.contributions import Contributions
from generators.results.figures import Measured, Origin, ValueState


class HistoryStanding(Protocol):
    """The standing of a problem or commitment that a township filed."""

    @property
    def filed(self) -> FiledHistory:
        """Return the problem or commitment."""


Item = TypeVar("Item")
FiledT = TypeVar("FiledT", bound=HistoryStanding)


def by_division(once: Once, day: date, items: Iterable[tuple[str, Item]]) -> dict[str, tuple[Item, ...]]:
    """Return items, given with the division of each, for it and every division that it lies in on ``day``."""
    return grouped(
        (upper, item)
        for division, item in items
        if division in once.dataset.divisions
        for upper in once(upwards_on, day, division)
    )


def by_township(divisions: Iterable[str], standings: Iterable[FiledT]) -> dict[str, tuple[FiledT, ...]]:
    """Return the standings by township, in the order of ``divisions``; townships without any are left out."""
    return in_order(grouped((each.filed.township, each) for each in standings), divisions)


def measured_share(part: int, whole: int, measure: str, internal: Contributions) -> Measured:
    """Return ``part / whole`` in ``measure`` as a measured value; not applicable if ``whole`` is 0.

    ``internal`` are the internal records among those counted.
    """
    if whole == 0:
        return Measured(ValueState.NOT_APPLICABLE, Origin.DERIVED, internal=internal)
    above, below = Decimal(part), Decimal(whole)
    value = quotient(above, below, measure)
    return Measured(ValueState.KNOWN, Origin.DERIVED, value, above, below, internal=internal)
