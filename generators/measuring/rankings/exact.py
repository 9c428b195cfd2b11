"""Between decimals and exact fractions: a score is computed without losing a third, and rounded once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def decimal_of(value: Fraction) -> Decimal:
    """Return a fraction as a decimal, exact where it ends, else to the digits of the context."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def half_up(numerator: int, denominator: int) -> int:
    """Return the whole number nearest to a quotient, a half away from zero; ``denominator`` is positive."""
    whole = (2 * abs(numerator) + denominator) // (2 * denominator)
    return whole if numerator >= 0 else -whole


def rounded(value: Fraction, places: int) -> Decimal:
    """Return ``value`` with ``places`` decimals, a half rounded away from zero."""
    scaled = value * 10**places
    return Decimal(half_up(scaled.numerator, scaled.denominator)).scaleb(-places)
