"""What holds for progress whatever the figures are, tried on many of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Final

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generators.measuring.snapshot import measure
from generators.model.dataset import Dataset
from generators.model.indicator import Goal, Indicator, IndicatorKind, Rollup
from generators.model.report import FiledReport, Value
from generators.model.target import FiledTarget
from generators.results.figures import Progress, Status
from generators.results.measurements import Measurements
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.figures import DUE, MAIN, START, correction, indicator, report, target
from tests.build.programmes import programme

TINY: Final = Fraction(1, 10**20)
"""What cutting endless quotients may cost, as in the hand-computed table."""

RANKS: Final = {
    status: rank
    for rank, status in enumerate(
        (Status.MISSED, Status.FAR_BEHIND, Status.BEHIND, Status.ON_PACE, Status.ACHIEVED)
    )
}
"""The statuses of a known value, worst first."""

untimed: Final = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How fast a busy machine is proves nothing about progress."""

VILLAGES: Final = ("county/east/a", "county/east/b", "county/west/c", "county/west/d")

amounts = st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False, allow_infinity=False)
positive = amounts.filter(lambda amount: amount > 0)
running_days = st.integers(min_value=0, max_value=(DUE - START).days).map(
    lambda days: START + timedelta(days)
)
any_days = st.integers(min_value=-30, max_value=160).map(lambda days: START + timedelta(days))
numeric_kinds = st.sampled_from([kind for kind in IndicatorKind if kind is not IndicatorKind.FLAG])


def _is_close(found: Decimal, exact: Fraction) -> bool:
    return abs(Fraction(found) - exact) <= TINY * max(Fraction(1), abs(exact))


def _dataset(
    counted: Indicator, targets: Sequence[FiledTarget] = (), reports: Sequence[FiledReport] = ()
) -> Dataset:
    return dataset(programme({"main": counted}), targets=targets, reports=reports)


def _only(found: Measurements) -> Progress:
    (progress,) = found.progress
    return progress


def _progress_of(value: Decimal, goal_value: Decimal, day: date, kind: IndicatorKind) -> Progress:
    """Measure one value, reported on the first day of the target, for an at-least goal."""
    filed = report(START.isoformat(), value)
    return _only(measure(_dataset(indicator(kind), [target(goal_value)], [filed]), day))


@st.composite
def monthly_reports(draw: st.DrawFn) -> list[FiledReport]:
    """Draw reports of the villages and townships: at most one for each division and month."""
    cells = draw(
        st.lists(
            st.tuples(st.sampled_from((*VILLAGES, EAST, WEST)), st.integers(1, 4)), unique=True, max_size=12
        )
    )
    values = st.one_of(
        amounts.map(lambda amount: Value(value=amount)),
        st.just(Value(not_applicable="本镇无此项")),
    )
    filed_on = st.none() | st.integers(0, 20)
    return [
        report(
            f"2017-{month:02}",
            draw(values),
            division=division,
            on=None if (days := draw(filed_on)) is None else date(2017, month, 25) + timedelta(days),
        )
        for division, month in cells
    ]


@untimed
@given(
    reports=monthly_reports(),
    day=any_days,
    kind=st.sampled_from([IndicatorKind.CUMULATIVE, IndicatorKind.FLOW, IndicatorKind.LEVEL]),
    goal=st.sampled_from(Goal),
    shuffled=st.randoms(use_true_random=False),
)
def test_order_of_input_never_matters(
    reports: list[FiledReport], day: date, kind: IndicatorKind, goal: Goal, shuffled: Random
) -> None:
    counted = indicator(kind, goal=goal, rollup=Rollup.SUM)
    targets = [target(division=division) for division in (COUNTY, EAST, WEST, *VILLAGES)]
    mixed_reports, mixed_targets = list(reports), list(targets)
    shuffled.shuffle(mixed_reports)
    shuffled.shuffle(mixed_targets)
    straight = measure(_dataset(counted, targets, reports), day)
    mixed = measure(_dataset(counted, mixed_targets, mixed_reports), day)
    assert {each.division: each for each in straight.progress} == {
        each.division: each for each in mixed.progress
    }
    assert straight.values == mixed.values
    assert {each.division: each for each in straight.discrepancies} == {
        each.division: each for each in mixed.discrepancies
    }


@untimed
@given(lower=amounts, more=amounts, goal_value=amounts, day=any_days, kind=numeric_kinds)
def test_raising_a_value_never_worsens_an_at_least_status(
    lower: Decimal, more: Decimal, goal_value: Decimal, day: date, kind: IndicatorKind
) -> None:
    assume(day >= START)
    before = _progress_of(lower, goal_value, day, kind)
    after = _progress_of(lower + more, goal_value, day, kind)
    assert RANKS[after.status] >= RANKS[before.status]


@untimed
@given(value=amounts, goal_value=positive, day=any_days, kind=numeric_kinds)
def test_attainment_is_value_over_target_and_gap_what_it_lacks_of_the_pace(
    value: Decimal, goal_value: Decimal, day: date, kind: IndicatorKind
) -> None:
    assume(day >= START)
    found = _progress_of(value, goal_value, day, kind)
    assert found.attainment is not None
    assert found.expected is not None
    assert found.gap is not None
    assert _is_close(found.attainment, Fraction(value) / Fraction(goal_value))
    pace = Fraction(min(day, DUE).toordinal() - START.toordinal(), (DUE - START).days)
    assert Fraction(found.expected) == pace * Fraction(goal_value)
    lacking = 100 * (Fraction(value) / Fraction(goal_value) - pace)
    assert _is_close(found.gap, lacking)


@untimed
@given(value=amounts, goal_value=amounts, base=amounts, day=running_days)
def test_attainment_and_gap_do_not_change_when_everything_is_mirrored(
    value: Decimal, goal_value: Decimal, base: Decimal, day: date
) -> None:
    """Falling from 100 to 60 is as far on as rising from −100 to −60."""
    assume(base > goal_value)
    falling = _only(
        measure(
            _dataset(
                indicator(IndicatorKind.LEVEL, goal=Goal.AT_MOST),
                [target(goal_value, baseline=base)],
                [report(START.isoformat(), value)],
            ),
            day,
        )
    )
    rising = _only(
        measure(
            _dataset(
                indicator(IndicatorKind.LEVEL),
                [target(-goal_value, baseline=-base)],
                [report(START.isoformat(), -value)],
            ),
            day,
        )
    )
    assert (falling.attainment, falling.gap, falling.status) == (rising.attainment, rising.gap, rising.status)


@untimed
@given(parts=st.lists(amounts, min_size=4, max_size=4))
def test_roll_up_is_the_sum_of_the_parts_at_every_level(parts: list[Decimal]) -> None:
    reports = [
        report("2017-01", part, division=village) for village, part in zip(VILLAGES, parts, strict=True)
    ]
    values = measure(_dataset(indicator(rollup=Rollup.SUM), [], reports), DUE).values
    assert values[EAST, MAIN].value == parts[0] + parts[1]
    assert values[WEST, MAIN].value == parts[2] + parts[3]
    assert values[COUNTY, MAIN].value == sum(parts)


@untimed
@given(parts=st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=4, max_size=4))
def test_rolled_up_ratio_is_the_ratio_of_sums(parts: list[tuple[int, int]]) -> None:
    reports = [
        report("2017-01", Value(numerator=Decimal(above), denominator=Decimal(below)), division=village)
        for village, (above, below) in zip(VILLAGES, parts, strict=True)
    ]
    counted = indicator(IndicatorKind.RATIO, measure="%", rollup=Rollup.RATIO)
    value = measure(_dataset(counted, [], reports), DUE).values[COUNTY, MAIN].value
    assert isinstance(value, Decimal)
    exact = Fraction(100 * sum(above for above, _ in parts), sum(below for _, below in parts))
    assert _is_close(value, exact)


@untimed
@given(old=amounts, new=amounts, corrected_on=running_days, day=running_days)
def test_a_correction_replaces_from_its_own_day(
    old: Decimal, new: Decimal, corrected_on: date, day: date
) -> None:
    changed = dataset(
        programme({"main": indicator()}),
        targets=[target()],
        reports=[report(START.isoformat(), old)],
        corrections=[correction(START.isoformat(), old, new, corrected_on)],
    )
    found = _only(measure(changed, day))
    as_if = _progress_of(new if corrected_on <= day else old, Decimal(20), day, IndicatorKind.CUMULATIVE)
    assert (found.value, found.attainment, found.gap, found.status) == (
        as_if.value,
        as_if.attainment,
        as_if.gap,
        as_if.status,
    )
    assert found.flags.corrected is (corrected_on <= day)


@untimed
@given(
    steps=st.dictionaries(st.integers(1, 99), positive, max_size=4),
    last=positive,
    days=st.tuples(running_days, running_days),
)
def test_expected_value_never_falls_between_rising_milestones(
    steps: dict[int, Decimal], last: Decimal, days: tuple[date, date]
) -> None:
    reached, milestones = Decimal(0), {}
    for offset, step in sorted(steps.items()):
        reached += step
        milestones[START + timedelta(offset)] = reached
    promised = target(reached + last, milestones=milestones)
    earlier, later = (_only(measure(_dataset(indicator(), [promised]), day)).expected for day in sorted(days))
    assert earlier is not None
    assert later is not None
    assert 0 <= earlier <= later <= reached + last
    for day, milestone in milestones.items():
        assert _only(measure(_dataset(indicator(), [promised]), day)).expected == milestone


@untimed
@given(reports=monthly_reports(), day=any_days, later=st.integers(0, 400))
def test_nothing_after_the_last_observed_day_changes_the_progress(
    reports: list[FiledReport], day: date, later: int
) -> None:
    closed = dataset(
        programme({"main": indicator(rollup=Rollup.SUM)}, observed_until=day),
        targets=[target(division=COUNTY)],
        reports=reports,
    )
    assert measure(closed, day + timedelta(later)).progress == measure(closed, day).progress
