from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.rounding import decimal_of, half_up, rounded, rounded_apart

_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40)
_PLACES = st.integers(0, 8)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("0.05", 1, "0.1"),
        ("0.15", 1, "0.2"),
        ("0.25", 1, "0.3"),
        ("0.04", 1, "0.0"),
        ("-0.05", 1, "-0.1"),
        ("-0.04", 1, "0.0"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("66.665", 2, "66.67"),
        ("70", 2, "70.00"),
        ("12345678901234567890123456789012345.65", 1, "12345678901234567890123456789012345.7"),
    ],
)
def test_a_half_goes_away_from_zero(value: str, places: int, expected: str) -> None:
    assert f"{rounded(Decimal(value), places):f}" == expected
    assert f"{rounded(Fraction(value), places):f}" == expected


def test_a_third_is_not_cut_before_it_is_rounded() -> None:
    assert rounded(Fraction(2, 3), 40) == Decimal("0." + "6" * 39 + "7")


@given(_NUMBERS, _PLACES)
def test_decimals_round_as_the_standard_library_does_with_digits_enough(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=500))
    assert rounded(value, places) == expected


@given(st.fractions(), _PLACES)
def test_nothing_is_moved_by_more_than_half_a_step(value: Fraction, places: int) -> None:
    shown = rounded(value, places)
    assert abs(Fraction(shown) - value) <= Fraction(1, 2 * 10**places)
    assert shown.as_tuple().exponent == -places


@given(st.fractions(), _PLACES)
def test_rounding_again_changes_nothing_and_the_sign_makes_no_difference(
    value: Fraction, places: int
) -> None:
    shown = rounded(value, places)
    assert rounded(shown, places) == shown
    assert rounded(-value, places) == shown.copy_negate()


@given(st.fractions(), st.fractions(), _PLACES)
def test_rounding_keeps_the_order(value: Fraction, other: Fraction, places: int) -> None:
    low, high = sorted((value, other))
    assert rounded(low, places) <= rounded(high, places)


@given(st.integers(), st.integers(1))
def test_the_nearest_whole_number(numerator: int, denominator: int) -> None:
    distance = abs(half_up(numerator, denominator) - Fraction(numerator, denominator))
    assert distance <= Fraction(1, 2)


@given(st.integers(-(10**9), 10**9), st.integers(0, 9))
def test_a_fraction_whose_decimals_end_is_the_same_number(numerator: int, places: int) -> None:
    value = Fraction(numerator, 10**places)
    assert Fraction(decimal_of(value)) == value


@pytest.mark.parametrize(
    ("value", "places", "lines", "expected"),
    [
        ("99.999", 1, (100,), "99.999"),
        ("99.94", 1, (100,), "99.9"),
        ("100.0001", 2, (100,), "100.0001"),
        ("100", 2, (100,), "100"),
        ("9.996", 2, (10, 9), "9.996"),
        ("-0.001", 2, (0,), "-0.001"),
        ("12.345", 2, (), "12.35"),
    ],
)
def test_a_number_is_not_rounded_across_a_line(
    value: str, places: int, lines: tuple[int, ...], expected: str
) -> None:
    assert rounded_apart(Decimal(value), places, lines) == Decimal(expected)


@given(st.fractions(), _PLACES, st.lists(st.fractions(), max_size=3))
def test_what_is_rounded_stays_on_its_side_of_every_line(
    value: Fraction, places: int, lines: list[Fraction]
) -> None:
    near = [value, value + Fraction(1, 10**14), *lines]
    shown = Fraction(rounded_apart(value, places, near[: 1 + bool(lines)]))
    for line in near[: 1 + bool(lines)]:
        assert line == value or (shown > line) is (value > line)
