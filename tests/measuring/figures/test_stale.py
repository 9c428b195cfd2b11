"""Levels and ratios that are older than they may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generators.measuring.snapshot import measure
from generators.model.division import DivisionEvent
from generators.model.indicator import IndicatorKind
from generators.model.report import FiledReport
from generators.results.figures import Measured
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.figures import MAIN, indicator, report
from tests.build.programmes import programme


def _value(
    reports: list[FiledReport], as_of: date, kind: IndicatorKind, division: str = EAST, **fields: object
) -> Measured:
    work = programme({"main": indicator(kind, **fields)})
    return measure(dataset(work, reports=reports), as_of).values[division, MAIN]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [(date(2026, 4, 30), False), (date(2026, 5, 5), False), (date(2026, 5, 6), True)],
)
@pytest.mark.parametrize("kind", [IndicatorKind.LEVEL, IndicatorKind.RATIO])
def test_a_level_is_stale_once_the_next_report_of_its_cadence_is_overdue(
    kind: IndicatorKind, as_of: date, *, expected: bool
) -> None:
    assert _value([report("2026-03", 5)], as_of, kind, cadence="month").is_stale is expected


@pytest.mark.parametrize(("days", "expected"), [(30, True), (61, False), (60, True)])
def test_a_stated_age_decides_where_there_is_one(days: int, *, expected: bool) -> None:
    as_of = date(2026, 5, 31)
    found = _value([report("2026-03", 5)], as_of, IndicatorKind.LEVEL, cadence="week", stale_after_days=days)
    assert found.is_stale is expected


def test_neither_cadence_nor_age_nor_another_kind_makes_stale() -> None:
    later = date(2027, 1, 1)
    assert not _value([report("2026-03", 5)], later, IndicatorKind.LEVEL).is_stale
    assert not _value([report("unstated", 5)], later, IndicatorKind.LEVEL, cadence="month").is_stale
    assert not _value([report("2026-03", 5)], later, IndicatorKind.CUMULATIVE, cadence="month").is_stale


@pytest.mark.parametrize(("ended", "expected"), [(date(2026, 5, 6), False), (date(2026, 5, 7), True)])
def test_the_last_value_of_a_division_that_has_ended_is_not_stale(ended: date, *, expected: bool) -> None:
    end = DivisionEvent.model_validate({"event": "ended", "on": ended})
    work = programme({"main": indicator(IndicatorKind.LEVEL, cadence="month")})
    given = dataset(work, reports=[report("2026-03", 5)])
    divisions = {**given.divisions, EAST: replace(given.divisions[EAST], history=(end,))}
    found = measure(replace(given, divisions=divisions), date(2026, 5, 6)).values[EAST, MAIN]
    assert found.is_stale is expected


def test_a_sum_of_a_stale_level_is_stale() -> None:
    reports = [report("2026-03", 5), report("2026-04", 5, division=WEST)]
    day = date(2026, 5, 6)
    assert _value(reports, day, IndicatorKind.LEVEL, COUNTY, cadence="month", rollup="sum").is_stale
    fresh = [report("2026-04", 5), report("2026-04", 5, division=WEST)]
    assert not _value(fresh, day, IndicatorKind.LEVEL, COUNTY, cadence="month", rollup="sum").is_stale
