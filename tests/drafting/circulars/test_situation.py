"""The lines on the whole area: what a period's figure and what a target's figure is, and of which day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import pytest

from generators.drafting.circulars.material import Material
from generators.drafting.circulars.situation import situation
from generators.drafting.circulars.views import SituationView
from generators.measuring.facts import PeriodFacts
from generators.measuring.once import Once
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.period import parse_period
from generators.model.report import FiledReport
from generators.model.target import FiledTarget
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY
from tests.build.figures import MAIN, indicator, report, target
from tests.build.programmes import PROGRAMME, programme

AS_OF: Final = date(2026, 12, 1)
FLOW: Final = indicator(IndicatorKind.FLOW, measure="万元")
YEAR: Final = target(660, division=COUNTY, start=date(2026, 1, 1), due=date(2026, 12, 31))


def _situation(
    period: str,
    indicators: Mapping[str, Indicator],
    reports: Iterable[FiledReport],
    targets: Iterable[FiledTarget] = (YEAR,),
) -> SituationView:
    data = dataset(programme(indicators), targets=targets, reports=reports)
    facts = PeriodFacts(Once(data), PROGRAMME, parse_period(period), AS_OF)
    found = situation(Material(facts, None))
    assert found is not None
    return found


def _months(last: int, amount: int = 59) -> list[FiledReport]:
    return [report(f"2026-{month:02}", amount, division=COUNTY) for month in range(1, last + 1)]


def test_a_flow_tells_the_period_and_the_sum_towards_the_target_apart() -> None:
    (line,) = _situation("2026-09", {"main": FLOW}, _months(9)).over_the_period
    assert line.value == f'{{{{ value("county", "{MAIN}", "2026-09") }}}}'
    assert (line.since, line.reached) == ("1月1日", f'{{{{ progress("county", "{MAIN}", "2026-09") }}}}')
    assert line.attainment


@pytest.mark.parametrize("period", ["2026-01", "2026-Q1", "2026-H1"])
def test_one_figure_is_enough_where_the_target_begins_with_the_period(period: str) -> None:
    (line,) = _situation(period, {"main": FLOW}, _months(9)).over_the_period
    assert (line.since, line.reached) == ("", "")


def test_a_cumulative_figure_is_that_of_the_target() -> None:
    (line,) = _situation("2026-09", {"main": indicator()}, _months(9)).leading
    assert line.reached == ""


def test_the_year_of_an_earlier_start_is_said() -> None:
    longer = target(900, division=COUNTY, start=date(2025, 7, 1), due=date(2026, 12, 31))
    (line,) = _situation("2026-09", {"main": FLOW}, _months(9), [longer]).over_the_period
    assert line.since == "2025年7月1日"


@pytest.mark.parametrize(
    ("period", "last", "until"),
    [
        ("2026-09", 9, "到9月底"),
        ("2026-09", 8, "到8月31日"),
        ("2026-W40", 9, "到9月30日"),
        ("2026-W40", 8, "到8月31日"),
        ("2026-Q3", 7, "到7月31日"),
    ],
)
def test_no_later_day_is_named_than_the_last_reported(period: str, last: int, until: str) -> None:
    assert _situation(period, {"main": indicator()}, _months(last)).until == until


def test_a_figure_that_lags_behind_the_others_says_its_day() -> None:
    other = MAIN.sibling("other")
    reports = [*_months(9), report("2026-07", 5, division=COUNTY, address=other)]
    found = _situation("2026-09", {"main": indicator(), "other": indicator()}, reports)
    assert found.until == "到9月底"
    assert [line.until for line in (*found.leading, *found.further)] == ["", "7月31日"]


def test_a_change_is_from_the_last_day_reported_before() -> None:
    reports = [report("2026-06", 4, division=COUNTY), report("2026-09", 7, division=COUNTY)]
    (line,) = _situation("2026-09", {"main": indicator()}, reports).leading
    assert (line.before, bool(line.change)) == ("6月30日", True)
    (monthly,) = _situation("2026-09", {"main": indicator()}, _months(9, 3)).leading
    assert monthly.before == ""


def test_a_flow_of_a_part_of_the_period_says_until_when() -> None:
    (line,) = _situation("2026-Q3", {"main": FLOW}, _months(8)).over_the_period
    assert line.until == "8月31日"
