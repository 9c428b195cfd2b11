from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.snapshot import measure_period
from generators.model.observation import Observation
from generators.model.period import parse_period
from generators.model.report import Value
from tests.build.datasets import dataset
from tests.build.divisions import EAST
from tests.build.figures import MAIN, correction, indicator, report
from tests.build.programmes import programme

QUARTER = Cutoff(date(2017, 3, 31), filed=date(2017, 4, 10), corrected=date(2017, 12, 31))


def _observation(period: str, on: str | None) -> Observation:
    filed = report(period, 1, on=None if on is None else date.fromisoformat(on))
    return Observation(EAST, MAIN, filed.report, Value(value=filed.report.values[MAIN].value), ())


@pytest.mark.parametrize(
    ("period", "on", "is_known"),
    [
        ("2017-Q1", "2017-04-10", True),
        ("2017-Q1", "2017-04-11", False),
        ("2017-Q1", None, True),
        ("2017-Q2", "2017-04-05", False),  # in time, but of another quarter
        ("2017", "2017-03-31", True),  # of a running year, as it stood
        ("2017", "2017-04-01", False),
        ("2017", None, False),
        ("unstated", "2017-03-31", True),
        ("unstated", "2017-04-01", False),
        ("unstated", None, True),
    ],
)
def test_what_a_quarter_knows(period: str, on: str | None, *, is_known: bool) -> None:
    assert QUARTER.knows(_observation(period, on)) is is_known


@pytest.mark.parametrize("period", ["2017-Q1", "2017-Q2", "2017", "unstated", "2017-03-31"])
@pytest.mark.parametrize("on", [None, "2017-03-30", "2017-03-31", "2017-04-01"])
def test_a_single_day_knows_what_an_observation_says_it_does(period: str, on: str | None) -> None:
    day = date(2017, 3, 31)
    observation = _observation(period, on)
    assert Cutoff.on(day).knows(observation) is observation.is_known(day)


def test_a_period_is_measured_by_its_last_day_as_filed_by_the_closing_day() -> None:
    work = programme({"main": indicator()})
    reports = [report("2017-01", 3, on=date(2017, 2, 3)), report("2017-02", 7, on=date(2017, 3, 9))]
    february = parse_period("2017-02")
    late = measure_period(dataset(work, reports=reports), february, date(2017, 3, 8), date(2017, 6, 1))
    assert (late.days["example"], late.values[EAST, MAIN].value) == (date(2017, 2, 28), 3)
    in_time = measure_period(dataset(work, reports=reports), february, date(2017, 3, 9), date(2017, 6, 1))
    assert in_time.values[EAST, MAIN].value == 7


def test_a_correction_changes_a_closed_period_from_its_own_day() -> None:
    work = programme({"main": indicator()})
    from_may = correction("2017-02", Decimal(7), Decimal(8), date(2017, 5, 1))
    filed = dataset(work, reports=[report("2017-02", 7, on=date(2017, 3, 1))], corrections=[from_may])
    values = [
        measure_period(filed, parse_period("2017-02"), date(2017, 3, 8), as_of).values[EAST, MAIN].value
        for as_of in (date(2017, 4, 30), date(2017, 5, 1))
    ]
    assert values == [7, 8]


def test_a_period_is_measured_without_what_a_programme_no_longer_observes() -> None:
    work = programme({"main": indicator()}).model_copy(update={"observed_until": date(2017, 2, 28)})
    reports = [report("2017-01", 3, on=date(2017, 2, 3)), report("2017-02", 7, on=date(2017, 3, 1))]
    found = measure_period(
        dataset(work, reports=reports), parse_period("2017-02"), date(2017, 3, 8), date(2017, 6, 1)
    )
    assert (found.days["example"], found.values[EAST, MAIN].value) == (date(2017, 2, 28), 3)


def test_an_unstated_period_has_no_day() -> None:
    with pytest.raises(ValueError, match="unstated"):
        measure_period(dataset(programme({})), parse_period("unstated"), date(2017, 1, 1), date(2017, 1, 1))
