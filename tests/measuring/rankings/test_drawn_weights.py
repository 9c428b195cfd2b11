"""Scores of many draws in one step are those of each draw by itself, to the last digit."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from generators.measuring.rankings.drawn_weights import DrawnWeights
from generators.model.rounding import rounded

_COMPONENTS = 3
_WEIGHTS = st.lists(
    st.lists(st.integers(1, 10**9), min_size=_COMPONENTS, max_size=_COMPONENTS), min_size=1, max_size=4
)
_VALUES = st.lists(
    st.one_of(st.integers(0, 10**6), st.integers(-(10**12), 10**12)),
    min_size=_COMPONENTS,
    max_size=_COMPONENTS,
)
_APPLIES = st.tuples(st.integers(0, 1), st.integers(0, 1), st.just(1))


@given(_WEIGHTS, _VALUES, _APPLIES, st.integers(-(10**7), 10**7), st.sampled_from((1, 10**4, 10**6)))
def test_all_draws_at_once_are_each_by_itself(
    by_draw: list[list[int]], values: list[int], applies: tuple[int, int, int], points: int, finer: int
) -> None:
    expected = [
        rounded(
            (
                Fraction(sum(map(int.__mul__, weights, values)), sum(map(int.__mul__, weights, applies)))
                + points
            )
            / finer,
            0,
        )
        for weights in by_draw
    ]
    assert DrawnWeights(by_draw).scores(values, applies, points, finer) == expected


def test_numbers_that_need_more_than_their_bits_are_computed_apart() -> None:
    assert DrawnWeights([[1, 2**40], [3, 2**41]]).scores([0, 2**40], (1, 0), 5, 1) == [
        2**80 + 5,
        (2**81 + 1) // 3 + 5,
    ]
