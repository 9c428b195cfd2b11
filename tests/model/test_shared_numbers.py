"""Equal numbers are one object if they have the same digits, and only then."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generators.model.shared_numbers import number_of, shared, whole_number


@pytest.mark.parametrize(
    "text", ["0", "-0", "0.0", "1", "1.0", "1E+2", "100", "0.1234567890123456789012345678"]
)
def test_a_number_keeps_its_digits_and_its_sign(text: str) -> None:
    number = Decimal(text)
    assert str(shared(number)) == text
    assert shared(number) is shared(Decimal(text)) is number_of(text)


def test_whole_numbers_are_those_that_are_written() -> None:
    assert whole_number(100) is number_of("100")
    assert whole_number(-3) == Decimal(-3)
