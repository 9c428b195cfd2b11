"""Rounding: a half goes away from zero, and nothing is lost before it is rounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def half_up(numerator: int, denominator: int) -> int:
    """Return the whole number nearest to a quotient, a half away from zero; ``denominator`` is positive."""
    whole = (2 * abs(numerator) + denominator) // (2 * denominator)
    return whole if numerator >= 0 else -whole


def rounded(value: Decimal | Fraction, places: int) -> Decimal:
    """Return ``value`` with ``places`` decimals, a half away from zero, whatever number of digits it has."""
    numerator, denominator = value.as_integer_ratio()
    return Decimal(f"{half_up(numerator * 10**places, denominator)}e-{places}")


def decimal_of(value: Fraction) -> Decimal:
    """Return a fraction as a decimal: exact if its decimals end, else cut to the digits of the context."""
    return Decimal(value.numerator) / Decimal(value.denominator)
