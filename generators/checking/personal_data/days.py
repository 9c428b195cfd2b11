"""Days in eight digits, and which of them can be the birthday of somebody living."""

from __future__ import annotations

from datetime import date
from typing import Final

_BIRTH_YEARS: Final = range(1920, 2025)


def is_date(digits: str) -> bool:
    """Whether eight digits are a day of the calendar."""
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def is_birthday(digits: str) -> bool:
    """Whether eight digits are a day of the years 1920 to 2024; later days are those of current affairs."""
    return is_date(digits) and int(digits[:4]) in _BIRTH_YEARS
