"""红榜 and 黑榜: by rank, with all who tie with the edge, and nobody on both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.measuring.once import Once
from generators.measuring.rankings.lists import black_list, red_list
from generators.measuring.rankings.rankings import rank
from generators.model.scheme import BlackList, RedList
from generators.results.rankings import PeriodRanking
from tests.build.rankings import SCHEME, ranked_county, township


def _period(scores: Sequence[int | None], first: int | None = None, last: int | None = None) -> PeriodRanking:
    rankings = rank(Once(ranked_county({"2024-Q1": scores})), date(2024, 6, 1), draws=1).schemes[SCHEME]
    (period,) = rankings.periods
    lists = {
        "red_list": RedList(first=first) if first is not None else None,
        "black_list": BlackList(last=last) if last is not None else None,
    }
    return replace(period, version=period.version.model_copy(update=lists))


def _lists(period: PeriodRanking) -> tuple[set[str], set[str]]:
    return set(red_list(period)), set(black_list(period))


def _townships(*numbers: int) -> set[str]:
    return {township(number) for number in numbers}


@pytest.mark.parametrize(
    ("scores", "first", "last", "red", "black"),
    [
        ((90, 80, 70, 60, 50), 2, 1, (0, 1), (4,)),
        ((90, 80, 80, 60, 50), 2, 1, (0, 1, 2), (4,)),
        ((90, 80, 70, 50, 50), 1, 1, (0,), (3, 4)),
        ((90, 80, 70, None, None), 1, 1, (0,), (2,)),
        ((90, 80, 70), None, 1, (), (2,)),
        ((90, 80, 70), 1, None, (0,), ()),
        ((70, 70, 70), 1, 1, (), ()),
        ((90, 70, 70), 2, 1, (0,), ()),
        ((90, 80), 3, 2, (), ()),
    ],
)
def test_lists_of_a_period(
    scores: tuple[int | None, ...],
    first: int | None,
    last: int | None,
    red: tuple[int, ...],
    black: tuple[int, ...],
) -> None:
    assert _lists(_period(scores, first, last)) == (_townships(*red), _townships(*black))


@given(st.lists(st.integers(0, 6), min_size=1, max_size=8), st.integers(1, 5), st.integers(1, 5))
def test_lists_agree_with_counting_who_is_better_and_worse(scores: list[int], first: int, last: int) -> None:
    red, black = _lists(_period(scores, first, last))
    is_first = {at for at, own in enumerate(scores) if sum(other > own for other in scores) < first}
    is_last = {at for at, own in enumerate(scores) if sum(other < own for other in scores) < last}
    assert (red, black) == (_townships(*(is_first - is_last)), _townships(*(is_last - is_first)))


def test_the_best_come_first() -> None:
    period = _period((60, 90, 75, 20, 40), 3, 2)
    assert red_list(period) == (township(1), township(2), township(0))
    assert black_list(period) == (township(4), township(3))
