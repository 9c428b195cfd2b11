from __future__ import annotations

import pytest

from generators.checking.personal_data.numbers import LONGEST, Number, numbers


def _written(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(number.digits, number.groups) for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13812345678", [("13812345678", (11,))]),
        ("138-1234 5678", [("13812345678", (3, 4, 4))]),
        ("7 138 1234 5678", [("13812345678", (3, 4, 4))]),
        ("123 4567", []),
        ("12345 678901", []),
        ("138个1234户5678", []),
        ("1" * (LONGEST + 1), []),
    ],
)
def test_whole_groups_are_put_together(text: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert _written(text) == expected


def _only(text: str) -> Number:
    (number,) = numbers(text)
    return number


def test_what_is_between_the_groups_is_told() -> None:
    assert _only("13812345678").is_whole
    assert _only("138 (1234) 5678").is_spaced
    assert not _only("138.1234.5678").is_spaced
    assert _only("138.1234.5678").is_spaced_or_dotted
    assert _only("138\n1234\n5678").is_over_lines
    assert _only("138|1234|5678").is_over_cells
    assert not _only("138 1234 5678").is_over_cells


@pytest.mark.parametrize(("text", "follows"), [("0.13812345678", True), ("1.13812345678", False)])
def test_a_decimal_fraction_is_told_from_an_item_of_a_list(text: str, *, follows: bool) -> None:
    found = [number for number in numbers(text) if number.digits == "13812345678"]
    assert [number.follows_decimal_point for number in found] == [follows]
