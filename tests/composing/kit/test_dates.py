"""Days and periods in Arabic numerals, nothing padded."""

from __future__ import annotations

from datetime import date

import pytest

from generators.composing.kit.dates import (
    CADENCE_TEXT,
    day_text,
    period_text,
    report_time_text,
    span_text,
)
from generators.model.period import parse_period
from generators.model.report import Report
from generators.model.scalars import Cadence


def test_a_day_is_not_padded() -> None:
    assert day_text(date(2018, 4, 2)) == "2018年4月2日"


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2017", "2017年"),
        ("2017-H1", "2017年上半年"),
        ("2017-H2", "2017年下半年"),
        ("2017-Q3", "2017年第3季度"),
        ("2017-06", "2017年6月"),
        ("2017-W03", "2017年第3周"),
        ("2017-06-30", "2017年6月30日"),
        ("2018-02-28/2018-03-02", "2018年2月28日至3月2日"),
        ("2015/2016", "2015年1月1日至2016年12月31日"),
        ("2017-06/2017-06", "2017年6月1日至30日"),
        ("unstated", "原件未注明"),
    ],
)
def test_periods(period: str, expected: str) -> None:
    assert period_text(parse_period(period)) == expected


def test_a_span_repeats_only_what_changes() -> None:
    assert span_text(date(2017, 6, 1), date(2017, 6, 9)) == "2017年6月1日至9日"
    assert span_text(date(2017, 6, 1), date(2017, 7, 1)) == "2017年6月1日至7月1日"
    assert span_text(date(2017, 6, 1), date(2018, 6, 1)) == "2017年6月1日至2018年6月1日"


@pytest.mark.parametrize(
    ("period", "on", "expected"),
    [
        ("2017", date(2018, 1, 5), "2017年"),
        ("unstated", date(2018, 1, 5), "文件日期2018年1月5日"),
        ("unstated", None, "原件未注明"),
    ],
)
def test_a_report_without_period_is_dated_by_its_document(
    period: str, on: date | None, expected: str
) -> None:
    report = Report.model_validate({"period": period, "on": on, "values": {"a/b": 1}})
    assert report_time_text(report) == expected


def test_every_cadence_has_words() -> None:
    assert set(CADENCE_TEXT) == set(Cadence)
