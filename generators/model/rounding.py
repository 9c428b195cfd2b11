"""Rounding: a half goes away from zero, and nothing is lost before it is rounded."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final

from generators.model.shared_numbers import shared

_MOST_PLACES: Final = 12


def half_up(numerator: int, denominator: int) -> int:
    """Return the whole number nearest to a quotient, a half away from zero; ``denominator`` is positive."""
    if numerator < 0:
        return -half_up(-numerator, denominator)
    return (2 * numerator + denominator) // (2 * denominator)


def rounded(value: Decimal | Fraction, places: int) -> Decimal:
    """Return ``value`` with ``places`` decimals, a half away from zero, whatever number of digits it has."""
    return rounded_quotient(*value.as_integer_ratio(), places)


def rounded_quotient(numerator: int, denominator: int, places: int) -> Decimal:
    """Return a quotient with ``places`` decimals, a half away from zero; ``denominator`` is positive."""
    return Decimal(f"{half_up(numerator * 10**places, denominator)}e-{places}")


def rounded_apart(
    value: Decimal | Fraction, places: int, lines: Iterable[Decimal | Fraction | int]
) -> Decimal:
    """Return ``value`` rounded to ``places`` decimals, to more if it would otherwise reach or cross a line.

    ``lines`` are numbers at which something is decided; one that equals ``value`` does not matter. With 12
    decimals the result is the nearest number on the side of ``value``.
    """
    # Most of the numbers on pages come by here: whole numbers compare much faster than fractions.
    numerator, denominator = value.as_integer_ratio()
    others = []
    for line in lines:
        top, bottom = line.as_integer_ratio()
        distance = numerator * bottom - top * denominator
        if distance:
            others.append((top, bottom, distance > 0))
    for digits in range(places, _MOST_PLACES + 1):
        scale = 10**digits
        shown = half_up(numerator * scale, denominator)
        if all(
            (shown * bottom > top * scale) if is_above else (shown * bottom < top * scale)
            for top, bottom, is_above in others
        ):
            return Decimal(f"{shown}e-{digits}")
    exact = Fraction(value)
    nearest = min((Fraction(top, bottom) for top, bottom, _ in others), key=lambda line: abs(line - exact))
    nearest *= 10**_MOST_PLACES
    # Whole numbers have no limit of digits, as decimals have when they are added.
    beyond = floor(nearest) + 1 if exact * 10**_MOST_PLACES > nearest else ceil(nearest) - 1
    return Decimal(f"{beyond}e-{_MOST_PLACES}")


def decimal_of(value: Fraction) -> Decimal:
    """Return a fraction as a decimal: exact if its decimals end, else cut to the digits of the context."""
    return shared(Decimal(value.numerator) / Decimal(value.denominator))
