"""How numbers are printed: half-up, once, and never more than is true."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.composing.kit.numbers import (
    computed,
    figure,
    missing,
    one_decimal,
    percentage,
    plain,
    points,
    tidied,
)
from generators.model.scalars import Qualifier

_NUMBERS = st.decimals(-(10**9), 10**9, places=6)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("62.50", "62.5"),
        ("1200", "1200"),
        ("1E+3", "1000"),
        ("0.00", "0"),
        ("-0.0", "0"),
        ("0.000001", "0.000001"),
        ("10", "10"),
    ],
)
def test_plain_digits(value: str, expected: str) -> None:
    assert plain(Decimal(value)) == expected


@given(_NUMBERS)
def test_plain_digits_are_the_same_number(value: Decimal) -> None:
    assert Decimal(plain(value)) == value


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        ("0.625", "62.5%"),
        ("0.9996", "99.96%"),
        ("0.99999999", "99.999999%"),
        ("0.9994", "99.9%"),
        ("1", "100%"),
        ("1.0004", "100%"),
        ("1.2345", "123.5%"),
        ("0", "0%"),
        ("0.0004", "0.04%"),
        ("0.0000004", "0.00004%"),
        ("-0.0004", "−0.04%"),
        ("-0.333", "−33.3%"),
    ],
)
def test_attainment(fraction: str, expected: str) -> None:
    assert percentage(Decimal(fraction)) == expected


@given(st.decimals(0, 2, places=9))
def test_less_than_all_is_never_shown_as_all(fraction: Decimal) -> None:
    assert (Decimal(percentage(fraction).removesuffix("%")) >= 100) is (fraction >= 1)


def test_a_share_stays_on_its_side_of_a_bound() -> None:
    assert percentage(Decimal("0.7998"), Fraction(4, 5)) == "79.98%"
    assert percentage(Decimal("0.6666"), Fraction(2, 3)) == "66.66%"
    assert percentage(Decimal("0.8"), Fraction(4, 5)) == "80%"


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        ("3.25", "+3.3个百分点"),
        ("-10", "−10个百分点"),
        ("-0.01", "−0.1个百分点"),
        ("0.01", "0个百分点"),
        ("0", "0个百分点"),
    ],
)
def test_a_gap_behind_is_never_shown_as_level(gap: str, expected: str) -> None:
    assert points(Decimal(gap)) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("33.333333", "33.33"), ("0.005", "0.01"), ("66.665", "66.67"), ("70", "70")]
)
def test_what_is_computed_has_two_decimals(value: str, expected: str) -> None:
    assert computed(Decimal(value)) == expected


def test_a_share_of_some() -> None:
    assert one_decimal(100, 3) == "33.3"
    assert one_decimal(0, 7) == "0"


@pytest.mark.parametrize(
    ("value", "measure", "qualifier", "expected"),
    [
        ("1", "万名", Qualifier.OVER, "1万余名"),
        ("1760", "万元", Qualifier.OVER, "1760余万元"),
        ("9.5", "亿元", Qualifier.OVER, "9.5亿余元"),
        ("10", "万元", Qualifier.OVER, "10余万元"),
        ("1000", "名", Qualifier.OVER, "1000余名"),
        ("1.08", "万件", Qualifier.NEARLY, "近1.08万件"),
        ("70", "%", Qualifier.AT_LEAST, "70%以上"),
        ("3", "个月", Qualifier.AT_MOST, "3个月以内"),
        ("3", "年", Qualifier.ABOUT, "约3年"),
        ("12", "个", None, "12个"),
        ("0", "人次", None, "0人次"),
        ("2.375", "万平方米", None, "2.375万平方米"),
    ],
)
def test_a_figure_reads_as_chinese_documents_write_it(
    value: str, measure: str, qualifier: Qualifier | None, expected: str
) -> None:
    assert figure(Decimal(value), measure, qualifier).text == expected


@given(_NUMBERS)
def test_a_reported_number_is_not_touched(value: Decimal) -> None:
    assert Decimal(figure(value, "个").number.replace("−", "-")) == value


def test_yes_and_no_have_no_unit() -> None:
    assert (figure(value=True, measure="是否").text, figure(value=False, measure="").text) == ("是", "否")


def test_words_for_a_missing_number_are_marked() -> None:
    view = missing("未报送", "为什么")
    assert view.is_missing
    assert (view.text, view.note) == ("未报送", "为什么")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("-5", "−5"),
        ("-0.0", "0"),
        ("33.33333333333333333333333333", "33.33"),
        ("0.123456", "0.123456"),
        ("0.0999999999", "0.0999999999"),
        ("99.9999999", "99.9999999"),
    ],
)
def test_a_figure_has_the_minus_sign_and_no_endless_digits(value: str, expected: str) -> None:
    shown = tidied(Decimal(value), [Decimal("0.1"), Decimal(100)])
    assert figure(shown, "个").number == expected


def test_a_computed_number_that_is_not_nothing_is_not_shown_as_nothing() -> None:
    assert [computed(Decimal(each)) for each in ("0", "0.004", "-0.00004", "-1.5")] == [
        "0",
        "0.004",
        "−0.00004",
        "−1.5",
    ]


def test_an_endless_number_stays_on_its_side_of_a_line() -> None:
    assert tidied(Decimal("99.9999999"), [Decimal(100)]) == Decimal("99.9999999")
    assert tidied(Decimal("99.9999999"), [Decimal(50)]) == Decimal(100)
    assert tidied(Decimal("99.99"), [Decimal(100)]) == Decimal("99.99")
