"""Comparisons in words: growth, decline, points, years to date, and why there is no number."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generators.composing.comparisons.words import base_word, reason, result_figure, sentence_figure
from generators.model.comparison import ComparedBy
from generators.model.indicator import IndicatorKind
from generators.model.period import parse_period
from generators.results.comparisons import Comparability, Compared
from tests.build import figures

YEAR = ComparedBy.YEAR_ON_YEAR


def _compared(
    result: Fraction | int | None,
    by: ComparedBy = YEAR,
    *,
    period: str = "2026-09",
    state: Comparability = Comparability.COMPARED,
    in_points: bool = False,
) -> Compared:
    days = parse_period(period)
    return Compared(
        by=by,
        period=by.span(days),
        base_period=by.base(days),
        state=state,
        value=Decimal(134),
        base=Decimal(120),
        result=None if result is None else Fraction(result),
        is_in_points=in_points,
        terms=(),
    )


@pytest.mark.parametrize(
    ("by", "result", "text"),
    [
        (YEAR, Fraction(1234, 100), "同比增长12.3%"),
        (YEAR, Fraction(-1234, 100), "同比下降12.3%"),
        (YEAR, 0, "同比持平"),
        (YEAR, Fraction(1, 1000), "同比增长0.001%"),
        (YEAR, 446, "同比增长446%"),
        (ComparedBy.PERIOD_ON_PERIOD, 5, "环比增长5%"),
        (ComparedBy.CUMULATIVE_GROWTH, Fraction(25, 3), "2026年1—9月累计同比增长8.3%"),
        (ComparedBy.YEAR_TO_DATE, 134, "2026年1—9月累计134个"),
    ],
)
def test_a_sentence_says_which_way_and_how_much(by: ComparedBy, result: Fraction | int, text: str) -> None:
    assert sentence_figure(_compared(result, by), figures.indicator()).text == text


def test_points_rise_and_fall() -> None:
    indicator = figures.indicator(IndicatorKind.RATIO, measure="%")
    assert sentence_figure(_compared(Fraction(6, 5), in_points=True), indicator).text == "同比提高1.2个百分点"
    assert result_figure(_compared(Fraction(-6, 5), in_points=True), indicator).text == "−1.2个百分点"


def test_decimals_are_those_declared() -> None:
    indicator = figures.indicator(comparisons=[{"by": "year-on-year", "decimals": 0}])
    assert sentence_figure(_compared(Fraction(1250, 100)), indicator).text == "同比增长13%"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (Comparability.ZERO_BASE, "上年同期为0，不计算增速"),
        (Comparability.NEGATIVE_BASE, "上年同期为负数，不计算增速"),
        (Comparability.NO_BASE, "上年同期没有数，不计算"),
        (Comparability.NO_VALUE, "本期没有数"),
        (Comparability.INEXACT, "有约数，不计算"),
        (Comparability.INCOMPLETE, "没有报齐，不计算"),
    ],
)
def test_what_is_not_computed_says_why(state: Comparability, text: str) -> None:
    compared = _compared(None, state=state)
    assert reason(compared) == text
    assert result_figure(compared, figures.indicator()).is_missing
    assert sentence_figure(compared, figures.indicator()).text == f"同比：{text}"


def test_the_base_is_named_with_its_period() -> None:
    note = sentence_figure(_compared(12), figures.indicator()).note
    assert note == "2026年9月134个，上年同期（2025年9月）120个"


@pytest.mark.parametrize(
    ("period", "word"),
    [
        ("2026-09", "上月"),
        ("2026-Q3", "上季度"),
        ("2026-W30", "上周"),
        ("2026", "上年"),
        ("2026-01/2026-02", "上期"),
    ],
)
def test_the_period_before_is_called_by_its_length(period: str, word: str) -> None:
    assert base_word(_compared(1, ComparedBy.PERIOD_ON_PERIOD, period=period)) == word
