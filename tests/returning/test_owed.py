"""What offices owe for a period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from generators.model.indicator import Indicator, IndicatorKind, RatioParts, Rollup
from generators.model.period import parse_period
from generators.model.report import FiledReport, Value
from generators.model.scalars import Cadence
from generators.model.target import FiledTarget
from generators.returning.owed import Owed, Owing
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST, A
from tests.build.figures import DUE, MAIN, indicator, report, target
from tests.build.programmes import programme

MONTHLY = indicator(cadence=Cadence.MONTH, rollup=Rollup.SUM)


def _owed(
    period: str,
    *,
    main: Indicator = MONTHLY,
    reports: Iterable[FiledReport] = (),
    targets: Iterable[FiledTarget] = (),
    as_of: date = date(2017, 4, 20),
    **indicators: Indicator,
) -> tuple[Owed, ...]:
    work = programme({"main": main, **indicators}, starts=date(2017, 1, 1))
    found = dataset(work, reports=reports, targets=targets)
    return Owing(found, work, parse_period(period), as_of).owed


def _keys(owed: Iterable[Owed]) -> list[tuple[str, str]]:
    return [(each.division, each.period.text) for each in owed]


def test_what_was_reported_is_not_owed_and_what_was_left_out_before_is() -> None:
    """East left out February, West reported all but March."""
    reports = [
        report("2017-01", 1),
        report("2017-03", 3),
        report("2017-01", 1, division=WEST),
        report("2017-02", 2, division=WEST),
    ]
    assert _keys(_owed("2017-03", reports=reports)) == [(EAST, "2017-02"), (WEST, "2017-03")]


def test_the_last_value_is_that_before_the_period_owed() -> None:
    reports = [report("2017-01", 1), report("2017-03", 3), report("2017-04", 4, division=WEST)]
    february, april = (each for each in _owed("2017-04", reports=reports) if each.division == EAST)
    assert [each.last and each.last.value.value for each in (february, april)] == [1, 3]


def test_a_period_whose_grace_is_not_over_is_no_overdue_one() -> None:
    reports = [report("2017-01", 1), report("2017-02", 2)]
    found = _owed("2017-04", reports=reports, as_of=date(2017, 4, 3))
    assert (EAST, "2017-03") not in _keys(found)


def test_a_quarter_is_owed_with_the_month_that_ends_it() -> None:
    quarterly = indicator(cadence=Cadence.QUARTER, rollup=Rollup.SUM)
    assert _keys(_owed("2017-02", main=quarterly)) == []
    assert _keys(_owed("2017-03", main=quarterly)) == [(EAST, "2017-Q1"), (WEST, "2017-Q1")]


def test_where_villages_report_their_township_does_not() -> None:
    reports = [report("2017-01", 1, division=A), report("2017-01", 1, division=WEST)]
    assert {each.division for each in _owed("2017-02", reports=reports)} == {A, WEST}


def test_a_township_that_has_never_reported_owes_what_the_others_report() -> None:
    assert {each.division for each in _owed("2017-02", reports=[report("2017-01", 1)])} == {EAST, WEST}


def test_a_total_that_the_county_once_reported_is_not_asked_for_again() -> None:
    reports = [report("2017-01", 1), report("2017-01", 9, division=COUNTY)]
    assert COUNTY not in {each.division for each in _owed("2017-02", reports=reports)}


def test_what_did_not_apply_last_time_is_not_asked_for() -> None:
    reports = [report("2017-01", Value(not_applicable="本镇无此项")), report("2017-01", 1, division=WEST)]
    assert {each.division for each in _owed("2017-02", reports=reports)} == {WEST}


def test_without_a_cadence_a_target_in_force_asks_for_its_value() -> None:
    plain = indicator(rollup=Rollup.SUM)
    (owed,) = _owed("2017-03", main=plain, targets=[target(20)])
    assert (owed.division, owed.target and owed.target.value) == (EAST, Decimal(20))
    assert _owed("2017-05", main=plain, targets=[target(20)], as_of=date(2017, 6, 1)) == ()
    assert date(2017, 5, 1) > DUE


def test_a_target_of_the_county_is_reported_by_its_townships_where_values_are_added_up() -> None:
    found = _owed("2017-03", main=indicator(rollup=Rollup.SUM), targets=[target(20, division=COUNTY)])
    assert {each.division for each in found} == {EAST, WEST}


def test_a_value_of_its_own_is_reported_by_the_owner() -> None:
    found = _owed("2017-01", main=indicator(cadence=Cadence.MONTH))
    assert _keys(found) == [(COUNTY, "2017-01")]


@pytest.mark.parametrize("kind", [IndicatorKind.RATIO])
def test_what_is_derived_is_not_reported(kind: IndicatorKind) -> None:
    derived = indicator(kind, derived=RatioParts(numerator="main", denominator="main"), cadence=Cadence.MONTH)
    assert {each.address for each in _owed("2017-01", share=derived)} == {MAIN}
