"""Numbers as one object wherever they stand: nine in ten of a city's are written elsewhere too."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

_KEPT: Final = 65_536


@lru_cache(_KEPT)
def number_of(text: str) -> Decimal:
    """Return the number that ``text`` writes, the same object for the same text: 1 and 1.0 are two."""
    return Decimal(text)


@lru_cache(_KEPT)
def whole_number(number: int) -> Decimal:
    """Return an integer as a number."""
    return number_of(str(number))


def shared(number: Decimal) -> Decimal:
    """Return ``number`` to the digit, as the object that all others with these digits are."""
    return number_of(str(number))
