"""Growth rates and years to date, computed by hand, and the stated answer where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

import pytest

from generators.measuring.facts import PeriodFacts
from generators.measuring.once import Once
from generators.measuring.snapshot import measure
from generators.model.comparison import ComparedBy
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from generators.model.period import parse_period
from generators.model.report import Value
from generators.results.comparisons import Comparability, Compared
from tests.build import figures
from tests.build.comparisons import Numbers, compared_dataset, month_reports
from tests.build.divisions import COUNTY, EAST, WEST

DAY: Final = date(2018, 4, 10)
YEAR: Final = {f"2017-{month:02}": 10 * month for month in range(1, 13)}
"""10 in January, 20 in February and so on."""
SUMMED: Final = {"rollup": "sum"}


def _of(dataset: Dataset, by: str, division: str = EAST, day: date = DAY) -> Compared:
    found = measure(dataset, day).comparisons[division, figures.MAIN]
    return next(each for each in found if each.by == by)


def _flow(numbers: Numbers, by: str) -> Compared:
    return _of(compared_dataset(month_reports({**YEAR, **numbers})), by)


def test_a_flow_is_compared_with_the_same_month_and_with_the_month_before() -> None:
    numbers = {"2018-01": 15, "2018-02": 10, "2018-03": 36}
    same = _flow(numbers, "year-on-year")
    assert (same.period.text, same.base_period) == ("2018-03", parse_period("2017-03"))
    assert (same.value, same.base, same.result) == (Decimal(36), Decimal(30), Fraction(20))
    before = _flow(numbers, "period-on-period")
    assert (before.base, before.result) == (Decimal(10), Fraction(260))


def test_the_year_to_date_begins_anew_in_january() -> None:
    numbers = {"2018-01": 15, "2018-02": 10, "2018-03": 36}
    to_date = _flow(numbers, "year-to-date")
    assert (to_date.period.text, to_date.value, to_date.base_period) == ("2018-01/2018-03", Decimal(61), None)
    growth = _flow(numbers, "cumulative-growth")
    assert growth.base_period == parse_period("2017-01/2017-03")
    assert (growth.base, growth.result) == (Decimal(60), Fraction(100, 60))
    in_january = _of(
        compared_dataset(month_reports({**YEAR, "2018-01": 15})), "year-to-date", day=date(2018, 2, 3)
    )
    assert (in_january.period.text, in_january.value) == ("2018-01", Decimal(15))


@pytest.mark.parametrize(
    ("base", "value", "state", "result"),
    [
        (30, 0, Comparability.COMPARED, -100),
        (30, 15, Comparability.COMPARED, -50),
        (3, 30, Comparability.COMPARED, 900),
        (0, 30, Comparability.ZERO_BASE, None),
        (0, 0, Comparability.ZERO_BASE, None),
        (30, Value(not_applicable="无此项"), Comparability.NO_VALUE, None),
        (Value(not_applicable="无此项"), 30, Comparability.NO_BASE, None),
        (Value.model_validate({"value": 30, "qualifier": "about"}), 30, Comparability.INEXACT, None),
    ],
)
def test_what_cannot_be_compared_says_why(
    base: Value | int, value: Value | int, state: Comparability, result: int | None
) -> None:
    numbers: Numbers = {"2017-03": base, "2018-01": 1, "2018-02": 1, "2018-03": value}
    found = _flow(numbers, "year-on-year")
    assert found.state is state
    assert found.result == (None if result is None else Fraction(result))


def test_a_negative_base_has_no_growth_rate_but_a_difference() -> None:
    reports = month_reports({"2017-03": -5, "2018-03": 5})
    found = _of(compared_dataset(reports, IndicatorKind.LEVEL), "year-on-year")
    assert (found.state, found.result, found.difference) == (Comparability.NEGATIVE_BASE, None, Decimal(10))


def test_percentages_differ_by_points_whatever_their_base() -> None:
    reports = month_reports({"2017-03": 0, "2018-03": Decimal("3.2")})
    found = _of(compared_dataset(reports, IndicatorKind.RATIO, {"measure": "%"}), "year-on-year")
    assert (found.state, found.is_in_points, found.result) == (Comparability.COMPARED, True, Fraction(16, 5))


def test_a_month_that_is_missing_is_not_taken_for_zero() -> None:
    numbers = {"2018-01": 15, "2018-03": 36}
    assert _flow(numbers, "year-to-date").state is Comparability.INCOMPLETE
    assert _flow(numbers, "period-on-period").state is Comparability.NO_BASE
    assert _flow(numbers, "year-on-year").state is Comparability.COMPARED
    # Two months on one return are both there.
    together = {"2018-01/2018-02": 25, "2018-03": 36}
    assert _flow(together, "year-to-date").value == Decimal(61)


def test_a_level_reported_last_month_is_not_that_of_this_month() -> None:
    reports = month_reports({"2017-03": 30, "2018-02": 36})
    found = _of(compared_dataset(reports, IndicatorKind.LEVEL), "year-on-year")
    assert (found.period.text, found.state) == ("2018-03", Comparability.NO_VALUE)


def test_a_count_since_the_beginning_has_a_year_to_date() -> None:
    reports = month_reports({"2016-12": 100, "2017-03": 130, "2017-12": 180, "2018-02": 200, "2018-03": 216})
    dataset = compared_dataset(reports, IndicatorKind.CUMULATIVE)
    assert _of(dataset, "year-to-date").value == Decimal(36)
    assert _of(dataset, "cumulative-growth").result == Fraction(20)
    assert _of(dataset, "year-on-year").result == 100 * Fraction(216 - 130, 130)
    assert _of(dataset, "period-on-period").result == Fraction(8)


def test_without_the_end_of_last_year_there_is_none_unless_it_began_this_year() -> None:
    reports = month_reports({"2018-02": 20, "2018-03": 36})
    unknown = compared_dataset(reports, IndicatorKind.CUMULATIVE)
    assert _of(unknown, "year-to-date").state is Comparability.INCOMPLETE
    begun = compared_dataset(reports, IndicatorKind.CUMULATIVE, starts=date(2018, 1, 1))
    assert _of(begun, "year-to-date").value == Decimal(36)


def test_a_count_that_restarts_is_a_year_to_date_and_its_months_are_differences() -> None:
    reports = month_reports(
        {
            "2017-01": 10,
            "2017-02": 30,
            "2017-03": 60,
            "2017-12": 200,
            "2018-01": 12,
            "2018-02": 25,
            "2018-03": 61,
        }
    )
    dataset = compared_dataset(reports, IndicatorKind.CUMULATIVE, {"restarts": "yearly"})
    assert _of(dataset, "year-to-date").value == Decimal(61)
    assert _of(dataset, "cumulative-growth").result == Fraction(100, 60)
    march = _of(dataset, "year-on-year")
    assert (march.value, march.base, march.result) == (Decimal(36), Decimal(30), Fraction(20))
    january = _of(dataset, "period-on-period", day=date(2018, 2, 4))
    assert (january.period.text, january.value) == ("2018-01", Decimal(12))
    # November was not reported, so nothing is known of December alone.
    assert january.state is Comparability.INCOMPLETE


def test_a_count_that_restarted_has_no_value_before_the_first_report_of_the_year() -> None:
    reports = month_reports({"2017-11": 180, "2017-12": 200, "2018-01": 12})
    dataset = compared_dataset(reports, IndicatorKind.CUMULATIVE, {"restarts": "yearly"})
    assert measure(dataset, date(2018, 1, 5)).values.get((EAST, figures.MAIN)) is None
    target = figures.target(200, start=date(2017, 1, 1), due=date(2017, 12, 31))
    progress = measure(replace(dataset, targets=(target,)), DAY).progress[0]
    assert progress.value == Decimal(200)


def test_a_sum_is_compared_when_every_place_reported_every_month() -> None:
    east = month_reports({**YEAR, "2018-01": 1, "2018-02": 1, "2018-03": 36})
    west = month_reports({**YEAR, "2018-01": 1, "2018-02": 1, "2018-03": 30}, division=WEST)
    found = _of(compared_dataset([*east, *west], fields=SUMMED), "year-on-year", COUNTY)
    assert (found.value, found.base, found.result) == (Decimal(66), Decimal(60), Fraction(10))
    late = _of(compared_dataset([*east, *west[:-1]], fields=SUMMED), "year-on-year", COUNTY)
    assert (late.period.text, late.state) == ("2018-03", Comparability.INCOMPLETE)
    gap = [each for each in west if each.report.period.text != "2018-02"]
    assert (
        _of(compared_dataset([*east, *gap], fields=SUMMED), "year-to-date", COUNTY).state
        is Comparability.INCOMPLETE
    )
    assert _of(compared_dataset([*east, *gap], fields=SUMMED), "year-on-year", COUNTY).result == Fraction(10)


def test_in_prose_a_period_is_compared_as_of_its_own_closing() -> None:
    numbers = {**YEAR, "2018-01": 15, "2018-02": 10, "2018-03": 36}
    dataset = compared_dataset(month_reports(numbers))
    facts = PeriodFacts(Once(dataset), "example", parse_period("2018-02"), DAY)
    found = facts.compare(EAST, figures.MAIN, ComparedBy.YEAR_ON_YEAR.value).compared
    assert (found.value, found.base, found.result) == (Decimal(10), Decimal(20), Fraction(-50))


def test_a_correction_shows_in_the_growth() -> None:
    dataset = compared_dataset(month_reports({**YEAR, "2018-01": 1, "2018-02": 1, "2018-03": 36}))
    corrected = replace(
        dataset, corrections=(figures.correction("2017-03", Decimal(30), Decimal(18), date(2018, 4, 5)),)
    )
    found = _of(corrected, "year-on-year")
    assert (found.base, found.result, found.is_corrected) == (Decimal(18), Fraction(100), True)
    assert not _of(dataset, "year-on-year").is_corrected
