"""Targets that are not met on the day they are due: counted then, and until they are met or replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import pytest

from generators.measuring.facts import PeriodFacts
from generators.measuring.once import Once
from generators.model.address import Address
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.period import parse_period
from generators.model.report import FiledReport
from generators.model.target import FiledTarget
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, WEST
from tests.build.figures import MAIN, indicator, report, target
from tests.build.programmes import PROGRAMME, programme

JUNE: Final[dict[str, Any]] = {"start": date(2026, 1, 1), "due": date(2026, 6, 30)}
YEAR: Final[dict[str, Any]] = {"start": date(2026, 1, 1), "due": date(2026, 12, 31)}
SECOND_HALF: Final[dict[str, Any]] = {"start": date(2026, 7, 1), "due": date(2026, 12, 31)}


def _counts(
    reports: Iterable[FiledReport],
    period: str,
    *,
    targets: Iterable[FiledTarget] = (target(10, **JUNE),),
    main: Indicator | None = None,
    as_of: date = date(2027, 3, 1),
) -> Mapping[str, int]:
    data = dataset(programme({"main": main or indicator()}), targets=targets, reports=reports)
    facts = PeriodFacts(Once(data), PROGRAMME, parse_period(period), as_of)
    found = facts.targets(COUNTY, Address(PROGRAMME))
    names = ("all", "achieved", "missed", "behind", "unreported", "newly-achieved", "newly-behind")
    return {name: len(chosen) for name in names if (chosen := found.chosen(name))}


MISSED: Final = {"all": 1, "missed": 1, "behind": 1}
SHORT: Final = (report("2026-05", 8), report("2026-06", 9, on=date(2026, 7, 3)))


@pytest.mark.parametrize(
    "period", ["2026-06", "2026-Q2", "2026-H1", "2026-06-30", "2026-07", "2026-12", "2026-H2"]
)
def test_a_target_not_met_is_missed_in_the_period_of_its_last_day_and_in_later_ones(period: str) -> None:
    assert {name: _counts(SHORT, period).get(name) for name in MISSED} == MISSED


def test_it_is_not_missed_before_its_day_is_over() -> None:
    assert "missed" not in _counts(SHORT, "2026-05")
    assert "missed" not in _counts(SHORT, "2026-06", as_of=date(2026, 6, 30))
    assert _counts(SHORT, "2026-06", as_of=date(2026, 7, 5))["missed"] == 1


def test_it_becomes_new_among_those_behind_once() -> None:
    ahead = (report("2026-05", 9), report("2026-06", 9))
    assert _counts(ahead, "2026-06")["newly-behind"] == 1
    assert "newly-behind" not in _counts(ahead, "2026-07")


def test_a_target_met_late_is_achieved_in_the_period_in_which_it_was_met_and_counts_no_longer() -> None:
    late = (*SHORT, report("2026-08", 10))
    assert _counts(late, "2026-07") == MISSED
    assert _counts(late, "2026-08") == {"all": 1, "achieved": 1, "newly-achieved": 1}
    assert _counts(late, "2026-09") == {}


def test_a_target_met_in_time_does_not_return_where_its_value_falls() -> None:
    level = indicator(IndicatorKind.LEVEL)
    fallen = (report("2026-06", 10), report("2026-08", 7))
    assert _counts(fallen, "2026-06", main=level)["achieved"] == 1
    assert _counts(fallen, "2026-09", main=level) == {}


def test_a_target_on_which_nothing_was_reported_stays_unreported() -> None:
    assert _counts((), "2026-09") == {"all": 1, "unreported": 1}


def test_a_flow_and_a_flag_are_missed_alike() -> None:
    months = tuple(report(f"2026-0{month}", 1) for month in range(1, 9))
    flow = indicator(IndicatorKind.FLOW)
    assert _counts(months, "2026-08", main=flow) == MISSED
    flag = indicator(IndicatorKind.FLAG)
    unmet = (report("2026-06", value=False),)
    assert _counts(unmet, "2026-07", main=flag, targets=[target(value=True, **JUNE)]) == MISSED


def test_it_counts_beside_a_target_that_was_in_force_already_and_gives_way_to_one_that_begins_later() -> None:
    both = (target(10, **JUNE), target(20, **YEAR))
    assert _counts(SHORT, "2026-07", targets=both)["all"] == 2
    assert _counts(SHORT, "2026-07", targets=both)["missed"] == 1
    replaced = (target(10, **JUNE), target(20, **SECOND_HALF))
    assert _counts(SHORT, "2026-06", targets=replaced)["missed"] == 1
    assert "missed" not in _counts(SHORT, "2026-07", targets=replaced)


def test_only_the_division_that_missed_it_is_counted() -> None:
    everyone = [target(10, division=COUNTY, each="township", **JUNE)]
    reports = (*SHORT, report("2026-06", 12, division=WEST))
    assert _counts(reports, "2026-06", targets=everyone)["all"] == 2
    assert _counts(reports, "2026-07", targets=everyone) == MISSED


def test_progress_of_a_later_period_is_that_of_the_outstanding_target() -> None:
    data = dataset(programme({"main": indicator()}), targets=[target(10, **JUNE)], reports=SHORT)
    facts = PeriodFacts(Once(data), PROGRAMME, parse_period("2026-09"), date(2027, 3, 1))
    found = facts.progress("county/east", MAIN)
    assert found is not None
    assert found.target.due == JUNE["due"]
    assert facts.progress("county/west", MAIN) is None


@pytest.mark.parametrize(("number", "status"), [(8, "behind"), (10, "achieved")])
def test_what_was_unreported_before_has_not_turned(number: int, status: str) -> None:
    counts = _counts((report("2026-05", number),), "2026-05", main=indicator(cadence="month"))
    assert counts == {"all": 1, status: 1}
