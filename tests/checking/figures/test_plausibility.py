from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.checking.figures import plausibility
from generators.checking.kit.context import Context
from generators.model.correction import Correction
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.problem import Problem
from generators.model.report import FiledReport, Value
from tests.build.datasets import dataset
from tests.build.figures import correction, indicator, report
from tests.build.programmes import programme

FLOW = indicator(IndicatorKind.FLOW, name="收入", measure="万元")
LEVEL = indicator(IndicatorKind.LEVEL, name="户数", measure="户")
TOTAL = indicator(IndicatorKind.CUMULATIVE, name="个数", measure="个")
SHARE = indicator(IndicatorKind.RATIO, name="覆盖率", measure="%")


def problems(of: Indicator, *reports: FiledReport, corrections: Iterable[Correction] = ()) -> list[Problem]:
    """Return what the checks of plausibility say of the reports on one indicator."""
    data = dataset(programme({"main": of}), reports=reports, corrections=corrections)
    context = Context(data, date(2030, 1, 1))
    finds = (
        plausibility.jumps,
        plausibility.negative_quantities,
        plausibility.fractions_of_wholes,
        plausibility.needless_confirmations,
    )
    return [found for find in finds for found in find(context)]


def codes(of: Indicator, values: Iterable[tuple[str, object]]) -> list[str]:
    reports = [
        report(period, value if isinstance(value, Value) else Value.model_validate({"value": value}))
        for period, value in values
    ]
    return [each.code for each in problems(of, *reports)]


@pytest.mark.parametrize(
    ("of", "before", "after", "is_jump"),
    [
        (FLOW, "59", "590", True),
        (FLOW, "59", "5.9", True),
        (FLOW, "59", "580", False),
        (FLOW, "1.2", "12.5", True),
        (FLOW, "0.9", "12.5", False),
        (FLOW, "0", "500", False),
        (FLOW, "-3", "500", False),
        (LEVEL, "1200", "120", True),
        (LEVEL, "1200", "121", False),
        (LEVEL, "9", "90", False),
        (LEVEL, "10", "100", True),
        (TOTAL, "120", "1200", True),
        (TOTAL, "3", "60", False),
        (SHARE, "9.5", "95", True),
        (SHARE, "4.9", "55", False),
    ],
)
def test_ten_times_the_value_before_or_a_tenth_is_told(
    of: Indicator, before: str, after: str, *, is_jump: bool
) -> None:
    found = codes(of, [("2025-Q1", Decimal(before)), ("2025-Q2", Decimal(after))])
    assert found == (["W490"] if is_jump else [])


def test_the_first_value_is_compared_with_none() -> None:
    assert codes(FLOW, [("2025-Q1", Decimal(5000))]) == []


def test_a_season_that_comes_every_year_is_no_jump() -> None:
    planted = [("2024-Q1", 800), ("2024-Q2", 40), ("2025-Q1", 820), ("2025-Q2", 42)]
    assert codes(FLOW, [(period, Decimal(value)) for period, value in planted]) == ["W490"]


def test_a_value_is_compared_with_the_year_before_where_the_period_before_is_missing() -> None:
    assert codes(FLOW, [("2024-Q1", Decimal(80)), ("2025-Q1", Decimal(800))]) == ["W490"]
    assert codes(FLOW, [("2024-Q1", Decimal(80)), ("2025-Q2", Decimal(800))]) == []


def test_a_jump_against_both_is_told() -> None:
    values = [("2024-06", 80), ("2025-05", 82), ("2025-06", 840)]
    assert codes(FLOW, [(period, Decimal(value)) for period, value in values]) == ["W490"]


def test_the_return_to_normal_is_no_jump_of_its_own() -> None:
    values = [("2025-Q1", 59), ("2025-Q2", 590), ("2025-Q3", 58), ("2025-Q4", 61)]
    (found,) = problems(FLOW, *(report(period, Decimal(value)) for period, value in values))
    assert "2025-Q2 的 590" in found.detail


def test_a_value_long_ago_is_no_measure() -> None:
    assert codes(LEVEL, [("2019", Decimal(120)), ("2025", Decimal(1200))]) == []


def test_a_quotient_is_compared_as_it_is_shown() -> None:
    parts = [Value(numerator=Decimal(35), denominator=Decimal(each)) for each in (36, 360)]
    (found,) = problems(SHARE, *(report(f"2025-Q{at}", value) for at, value in enumerate(parts, start=1)))
    assert "2025-Q2 的 9.72 是 2025-Q1 的 97.22 的 10 分之一" in found.detail


def test_a_corrected_value_is_judged_as_corrected() -> None:
    reports = [report("2025-Q1", Decimal(59)), report("2025-Q2", Decimal(590))]
    fixed = correction("2025-Q2", Decimal(590), Decimal(59), date(2025, 8, 1))
    assert problems(FLOW, *reports, corrections=[fixed]) == []


@pytest.mark.parametrize(
    ("name", "measure", "value", "expected"),
    [
        ("户数", "户", "-3", ["W491"]),
        ("面积", "亩", "-3.5", ["W491"]),
        ("净增人数", "人", "-3", []),
        ("与上年之差", "个", "-3", []),
        ("余额", "万元", "-3.5", []),
        ("增长率", "%", "-3.5", []),
        ("气温", "℃", "-3.5", []),
        ("户数", "户", "12.5", ["W492"]),
        ("村数", "个", "0.5", ["W492"]),
        ("户数", "万户", "12.5", []),
        ("户均人数", "人", "3.5", []),
        ("平均每村党员", "名", "30.5", []),
        ("人口密度", "人/平方公里", "30.5", []),
        ("公路", "公里", "30.5", []),
    ],
)
def test_quantities_and_whole_numbers(name: str, measure: str, value: str, expected: list[str]) -> None:
    of = indicator(IndicatorKind.LEVEL, name=name, measure=measure)
    assert codes(of, [("2025-Q1", Decimal(value))]) == expected


def test_a_quotient_of_counts_need_not_be_whole() -> None:
    assert (
        codes(indicator(IndicatorKind.RATIO, name="每村户数", measure="户"), [("2025", Decimal("30.5"))])
        == []
    )


@pytest.mark.parametrize(
    ("of", "value"), [(FLOW, "590"), (LEVEL, "-3"), (LEVEL, "600.5"), (TOTAL, "12.5")], ids=str
)
def test_a_reason_answers_the_warning_and_only_while_there_is_one(of: Indicator, value: str) -> None:
    before = ("2025-Q1", Value(value=Decimal(59)))
    doubtful = Value(value=Decimal(value), confirmed="已与统计股核对")
    sound = Value(value=Decimal(60), confirmed="已与统计股核对")
    first = [before] if of is not TOTAL else []
    assert codes(of, [*first, ("2025-Q2", doubtful)]) == []
    assert codes(of, [*first, ("2025-Q2", sound)]) == ["W493"]


@given(st.lists(st.decimals(min_value=100, max_value=990, places=1), min_size=1, max_size=8))
def test_values_of_one_order_of_magnitude_are_never_told(values: list[Decimal]) -> None:
    assert codes(FLOW, [(f"2025-{month:02}", value) for month, value in enumerate(values, start=1)]) == []


@given(st.decimals(min_value=1, max_value=10**6, places=2), st.integers(min_value=1, max_value=3))
def test_a_shifted_point_is_always_told(value: Decimal, places: int) -> None:
    shifted = value.scaleb(places)
    for pair in ((value, shifted), (shifted, value)):
        assert codes(FLOW, [("2025-01", pair[0]), ("2025-02", pair[1])]) == ["W490"]
