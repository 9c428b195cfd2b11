from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.composing.maps.classes import MOST_CLASSES, class_states, classes_of


def _values(*numbers: int) -> dict[str, Decimal]:
    return {f"d{at}": Decimal(number) for at, number in enumerate(numbers)}


@pytest.mark.parametrize(
    ("numbers", "classes"),
    [
        ((), []),
        ((7,), [1]),
        ((3, 3, 3), [1, 1, 1]),
        ((1, 2), [1, 2]),
        ((1, 2, 3, 4, 5), [1, 2, 3, 4, 5]),
        ((10, 9, 8, 7, 6, 5, 4, 3, 2, 1), [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]),
        ((0, 0, 0, 0, 0, 0, 0, 0, 0, 1), [1, 1, 1, 1, 1, 1, 1, 1, 1, 2]),
        ((-5, 100, 0), [1, 3, 2]),
    ],
)
def test_a_class_has_an_equal_share_and_equal_values_are_together(
    numbers: tuple[int, ...], classes: list[int]
) -> None:
    assert list(classes_of(_values(*numbers)).values()) == classes


@given(st.lists(st.integers(-20, 20), max_size=40))
def test_classes_are_numbered_without_a_gap_in_the_order_of_values(numbers: list[int]) -> None:
    values = _values(*numbers)
    classes = classes_of(values)
    used = sorted(set(classes.values()))
    assert used == list(range(1, len(used) + 1))
    assert len(used) <= MOST_CLASSES
    for one in values:
        for other in values:
            assert classes[one] == classes[other] or (
                (classes[one] < classes[other]) is (values[one] < values[other])
            )


def test_a_class_is_labelled_by_its_ends() -> None:
    values = _values(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
    states = class_states(values, {name: f"{value}个" for name, value in values.items()})
    assert states["d0"] == states["d1"]
    assert (states["d0"].key, states["d0"].label) == ("class-1", "1个～2个")
    assert states["d9"].key == "class-5"


def test_the_smallest_can_be_the_darkest() -> None:
    states = class_states(_values(1, 2), {"d0": "一", "d1": "二"}, is_smallest_darkest=True)
    assert [(each.key, each.label, each.shape) for each in states.values()] == [
        ("class-2", "一", "a"),
        ("class-1", "二", "b"),
    ]
