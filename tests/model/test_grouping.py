from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generators.model.grouping import grouped, in_order

_PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers()))


def test_keys_and_values_keep_their_order() -> None:
    found = grouped([("b", 2), ("a", 1), ("b", 1), ("b", 2)])
    assert list(found.items()) == [("b", (2, 1, 2)), ("a", (1,))]


@given(_PAIRS)
def test_nothing_is_lost_and_nothing_added(pairs: list[tuple[int, int]]) -> None:
    found = grouped(pairs)
    assert list(found) == list(dict.fromkeys(key for key, _ in pairs))
    for key, values in found.items():
        assert list(values) == [value for each, value in pairs if each == key]


def test_entries_in_the_order_of_given_keys() -> None:
    assert list(in_order({"a": 1, "b": 2, "c": 3}, ["c", "x", "a"]).items()) == [("c", 3), ("a", 1)]
