from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.reading.yaml_scalars import Refusal, plain_scalar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5", 5),
        ("-5", -5),
        ("+5", 5),
        ("0", 0),
        ("1.50", Decimal("1.50")),
        ("-0.0", Decimal("0.0")),
        ("true", True),
        ("false", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("2017-06-30", date(2017, 6, 30)),
        ("2016-02-29", date(2016, 2, 29)),
        ("2017-06", "2017-06"),
        ("2017-06-30/2017-07-01", "2017-06-30/2017-07-01"),
        ("1,000", "1,000"),
        ("5个", "5个"),
        ("yes or no", "yes or no"),
        ("0570-0000000", "0570-0000000"),
        ("12°", "12°"),
        ("\u0661", "\u0661"),
        (".", "."),
        ("-", "-"),
        ("v1.2.3", "v1.2.3"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_meaning(text: str, expected: object) -> None:
    found = plain_scalar(text)
    assert found == expected
    assert type(found) is type(expected)
    assert str(found) == str(expected)


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "no", "on", "off", "y", "n", "Yes", "NO", "On", "OFF", "Y", "N"),
        *("True", "TRUE", "False", "Null", "NULL"),
        *("012", "00", "-07", "012.5", "0o17", "0x1F", "0b11"),
        *("1:30", "12:30:45", "1e3", "1.5E+6", ".5e3", "1_000", "1_0.5", "1.0_0"),
        *(".5", "5.", ".inf", "-.INF", ".nan", ".NaN"),
        *("2017-06-30T10:00:00", "2017-06-30 10:00:00", "2017-6-3 1:00:00.5 +08:00"),
        "9" * 31,
        "9" * 5000,
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(text: str) -> None:
    found = plain_scalar(text)
    assert isinstance(found, Refusal)
    assert found.code == "E106"


@pytest.mark.parametrize("text", ["2017-02-30", "2017-13-01", "0000-01-01", "2017-6-30", "2017-06-3"])
def test_dates_that_do_not_exist_are_refused(text: str) -> None:
    found = plain_scalar(text)
    assert isinstance(found, Refusal)
    assert found.code == "E107"


@pytest.mark.parametrize(
    "text", ["1_" * 500_000, "1:" * 500_000, "0" * 1_000_000 + "x", "1" * 1_000_000 + "e"]
)
def test_long_scalars_come_to_an_end(text: str) -> None:
    assert plain_scalar(text) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_decimals_keep_every_digit(number: Decimal) -> None:
    found = plain_scalar(f"{number:f}")
    assert found == number
    assert isinstance(found, Decimal)


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    plain_scalar(text)
