"""Targets of what accumulates while reports are overdue, and whose reports these are."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from generators.measuring.snapshot import measure
from generators.model.division import DivisionStep
from generators.model.indicator import IndicatorKind
from generators.model.report import FiledReport
from generators.results.figures import Progress, Status
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.figures import indicator, report, target
from tests.build.places import changed, event
from tests.build.programmes import programme

YEAR: Final[dict[str, Any]] = {"start": date(2026, 1, 1), "due": date(2026, 12, 31)}
AFTER = date(2027, 2, 1)
HALF = [report("2026-Q1", 5), report("2026-Q2", 5)]
WHOLE = [*HALF, report("2026-Q3", 5), report("2026-Q4", 5)]
QUARTERLY: dict[str, Any] = {"cadence": "quarter", "goal": "at-most"}


def _progress(
    kind: IndicatorKind,
    reports: list[FiledReport],
    *,
    value: int = 20,
    division: str = EAST,
    as_of: date = AFTER,
    **fields: object,
) -> Progress:
    work = programme({"main": indicator(kind, **fields)})
    targets = [target(value, division=division, **YEAR)]
    (found,) = measure(dataset(work, reports=reports, targets=targets), as_of).progress
    return found


@pytest.mark.parametrize("kind", [IndicatorKind.FLOW, IndicatorKind.CUMULATIVE])
def test_not_reporting_keeps_no_limit(kind: IndicatorKind) -> None:
    assert _progress(kind, WHOLE, **QUARTERLY).status is Status.ACHIEVED
    assert _progress(kind, HALF, **QUARTERLY).status is Status.INCOMPUTABLE
    assert _progress(kind, HALF, value=4, **QUARTERLY).status is Status.MISSED
    assert _progress(kind, HALF, as_of=date(2026, 7, 31), **QUARTERLY).status is not Status.INCOMPUTABLE


def test_a_flow_with_a_gap_is_not_known_and_a_cumulative_value_is() -> None:
    gap = [WHOLE[0], *WHOLE[2:]]
    assert _progress(IndicatorKind.FLOW, gap, **QUARTERLY).status is Status.INCOMPUTABLE
    assert _progress(IndicatorKind.CUMULATIVE, gap, **QUARTERLY).status is Status.ACHIEVED


def test_what_is_exact_so_far_may_become_more() -> None:
    exact: dict[str, Any] = {"cadence": "quarter", "goal": "exactly"}
    assert _progress(IndicatorKind.FLOW, HALF, value=10, **exact).status is Status.INCOMPUTABLE
    assert _progress(IndicatorKind.FLOW, WHOLE, **exact).status is Status.ACHIEVED


def test_enough_stays_enough() -> None:
    assert _progress(IndicatorKind.FLOW, HALF, value=10, cadence="quarter").status is Status.ACHIEVED


def test_a_sum_waits_for_the_reports_of_each_part() -> None:
    west = [report(each.report.period.text, 1, division=WEST) for each in WHOLE]
    summed: dict[str, Any] = {**QUARTERLY, "rollup": "sum", "division": COUNTY, "value": 40}
    assert _progress(IndicatorKind.FLOW, [*WHOLE, *west], **summed).status is Status.ACHIEVED
    assert _progress(IndicatorKind.FLOW, [*HALF, *west], **summed).status is Status.INCOMPUTABLE


def test_nothing_is_due_of_a_division_that_is_not_there() -> None:
    work = programme({"main": indicator(IndicatorKind.FLOW, **QUARTERLY)})
    given = dataset(work, reports=WHOLE[1:3], targets=[target(20, **YEAR)])
    begun = changed(given, EAST, event(DivisionStep.BEGUN, date(2026, 4, 1)))
    (progress,) = measure(begun, AFTER).progress
    assert [each.text for each in progress.flags.overdue_periods] == ["2026-Q4"]


def test_a_sum_does_not_wait_for_a_part_that_has_ended() -> None:
    west = [report("2026-Q1", 1, division=WEST)]
    work = programme({"main": indicator(IndicatorKind.FLOW, **QUARTERLY, rollup="sum")})
    given = dataset(work, reports=[*WHOLE, *west], targets=[target(40, division=COUNTY, **YEAR)])
    ended = changed(given, WEST, event(DivisionStep.ENDED, date(2026, 5, 15)))
    (progress,) = measure(ended, AFTER).progress
    assert progress.measured.value == 21
    assert progress.status is Status.ACHIEVED
    (waiting,) = measure(given, AFTER).progress
    assert waiting.status is Status.INCOMPUTABLE
