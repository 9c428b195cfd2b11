"""Quotients, in per cent where that is the measure."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

PERCENT: Final = "%"
"""The measure of percentages."""


def quotient(numerator: Decimal, denominator: Decimal, measure: str) -> Decimal | None:
    """Return the quotient, in per cent if ``measure`` is %; ``None`` if the denominator is 0."""
    if denominator == 0:
        return None
    scale = Decimal(100) if measure == PERCENT else Decimal(1)
    return scale * numerator / denominator
