"""Changes of places: figures before a change are those without it, later ones follow the places."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.measuring.facts import PeriodFacts
from generators.measuring.once import Once
from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.division import DivisionStep
from generators.model.period import parse_period
from generators.model.report import FiledReport
from generators.results.figures import Coverage
from tests.build.places import (
    CHANGED,
    CITY,
    NORTH,
    SOUTH,
    TOWNSHIPS,
    changed,
    event,
    former,
    given_places,
    moved_to,
    places,
    random_reports,
    random_targets,
    report_of,
)

YEAR = 2024
JULY = date(YEAR, 7, 1)
COUNTIES = (NORTH, SOUTH)
TOTAL, LEVEL, FLOW = (Address.of("example", name) for name in ("total", "level", "flow"))


def _after(step: DivisionStep, on: date, before: Dataset) -> Dataset:
    """Return the dataset in which the township changed on ``on``, without what it can no longer file."""
    match step:
        case DivisionStep.RENAMED:
            return changed(before, CHANGED, event(step, on, was=former(name="旧名")))
        case DivisionStep.CONVERTED:
            return changed(before, CHANGED, event(step, on, was=former(kind="township")))
        case DivisionStep.MOVED:
            return moved_to(before, CHANGED, SOUTH, event(step, on, was=former(within=NORTH)))
        case _:
            into = ("two", "three")[: _SUCCESSORS[step]]
            ended = changed(before, CHANGED, event(step, on, into=into))
            kept = (each for each in ended.reports if each.division != CHANGED or _begins(each) < on)
            return replace(ended, reports=tuple(kept))


_SUCCESSORS = {DivisionStep.MERGED: 1, DivisionStep.SPLIT: 2, DivisionStep.ENDED: 0}


def _begins(filed: FiledReport) -> date:
    assert filed.report.period.start is not None
    return filed.report.period.start


CHANGES = [each for each in DivisionStep if each is not DivisionStep.BEGUN]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.sampled_from(CHANGES), st.integers(2, 12), st.integers(1, 200))
def test_figures_before_a_change_are_those_without_it(
    seed: int, step: DivisionStep, month: int, days: int
) -> None:
    draw = random.Random(seed)  # noqa: S311 - test data, not secrets
    on = date(YEAR, month, 1)
    after = _after(step, on, given_places(random_reports(draw, YEAR), random_targets(draw, YEAR)))
    # What it files later is left out here too: a division is expected to report what it ever reports.
    before = replace(after, divisions=places())
    day = on - timedelta(days=days)
    without, then = measure(before, day), measure(after, day)
    assert then.values == without.values
    assert then.progress == without.progress
    period = parse_period(f"{YEAR}-{month - 1:02}")
    today = date(YEAR + 1, 3, 1)
    old, new = (PeriodFacts(Once(each), "example", period, today) for each in (before, after))
    for division in (CITY, NORTH, SOUTH, CHANGED):
        assert new.below(division) == old.below(division)
        for address in (TOTAL, LEVEL, FLOW, Address("example/share"), Address("example/count")):
            assert new.value(division, address) == old.value(division, address)
            assert new.progress(division, address) == old.progress(division, address)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.integers(2, 12), st.integers(0, 400))
def test_a_flow_of_a_moved_township_counts_once(seed: int, month: int, days: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - test data, not secrets
    reports = [each for each in random_reports(draw, YEAR) if FLOW in each.report.values]
    on, day = date(YEAR, month, 1), date(YEAR, 1, 31) + timedelta(days=days)
    values = measure(_after(DivisionStep.MOVED, on, given_places(reports)), day).values
    own = {division: _sum(reports, division, day) for division in TOWNSHIPS}
    late = own[CHANGED] - _sum(reports, CHANGED, min(day, on - timedelta(days=1)))
    expected = {
        county: sum(own[each] for each in TOWNSHIPS if each.startswith(county)) for county in COUNTIES
    }
    found = {each: values[each, FLOW].value if (each, FLOW) in values else 0 for each in (*COUNTIES, CITY)}
    assert found == {
        NORTH: expected[NORTH] - late,
        SOUTH: expected[SOUTH] + late,
        CITY: sum(own.values()),
    }


def _sum(reports: Iterable[FiledReport], division: str, until: date) -> Decimal:
    """Return the sum of the flow of a township and its villages in the months that ended by ``until``."""
    values = (
        each.report.values[FLOW].value
        for each in reports
        if each.division in {division, f"{division}/a", f"{division}/b"}
        and each.report.period.end is not None
        and each.report.period.end <= until
    )
    return sum((value for value in values if isinstance(value, Decimal)), Decimal(0))


def _monthly(name: str, *numbers: int, division: str = CHANGED) -> list[FiledReport]:
    return [
        report_of(division, name, f"{YEAR}-{month:02}", Decimal(number))
        for month, number in enumerate(numbers, start=1)
    ]


@pytest.mark.parametrize(
    ("step", "levels", "flows"),
    [
        (DivisionStep.MERGED, {NORTH: 2, SOUTH: 3, CITY: 5}, {NORTH: 8, SOUTH: 3, CITY: 11}),
        (DivisionStep.ENDED, {NORTH: 2, SOUTH: 3, CITY: 5}, {NORTH: 8, SOUTH: 3, CITY: 11}),
        (DivisionStep.MOVED, {NORTH: 2, SOUTH: 4, CITY: 6}, {NORTH: 8, SOUTH: 3, CITY: 11}),
        (DivisionStep.RENAMED, {NORTH: 3, SOUTH: 3, CITY: 6}, {NORTH: 8, SOUTH: 3, CITY: 11}),
    ],
)
def test_later_figures_follow_the_places(
    step: DivisionStep, levels: dict[str, int], flows: dict[str, int]
) -> None:
    reports = [
        *_monthly("level", 1, 1, 1, 1, 1, 1),
        *_monthly("level", 2, division="north/two"),
        *_monthly("level", 3, division="south/two"),
        *_monthly("flow", 1, 1, 1, 1, 1, 1),
        *_monthly("flow", 2, division="north/two"),
        *_monthly("flow", 3, division="south/two"),
    ]
    values = measure(_after(step, JULY, given_places(reports)), JULY).values
    assert {each: values[each, LEVEL].value for each in levels} == levels
    assert {each: values[each, FLOW].value for each in flows} == flows


def test_villages_of_a_merged_township_count_in_its_successor() -> None:
    reports = [
        *_monthly("level", 1, division=f"{CHANGED}/a"),
        *_monthly("level", 2, division="north/two/a"),
        *_monthly("flow", 1, 1, 1, 1, 1, 1, 10, division=f"{CHANGED}/a"),
    ]
    merged = _after(DivisionStep.MERGED, JULY, given_places(reports))
    june, july = measure(merged, date(YEAR, 6, 30)).values, measure(merged, date(YEAR, 7, 31)).values
    assert (june[CHANGED, LEVEL].value, june["north/two", LEVEL].value) == (1, 2)
    assert (CHANGED, LEVEL) not in july
    assert (july["north/two", LEVEL].value, july[NORTH, LEVEL].value) == (3, 3)
    assert (july[CHANGED, FLOW].value, july["north/two", FLOW].value, july[NORTH, FLOW].value) == (6, 10, 16)


def test_a_window_after_the_end_expects_nothing_of_what_has_ended() -> None:
    reports = [*_monthly("flow", 1, 1), *_monthly("flow", 1, 1, 1, 1, 1, 1, 5, division="north/two")]
    merged = _after(DivisionStep.MERGED, JULY, given_places(reports))
    once, as_of = Once(merged), date(YEAR, 9, 1)
    july = PeriodFacts(once, "example", parse_period(f"{YEAR}-07"), as_of).value(NORTH, FLOW)
    assert (july.value, july.coverage) == (5, Coverage(1, 1))
    quarter = PeriodFacts(once, "example", parse_period(f"{YEAR}-Q2"), as_of).value(NORTH, FLOW)
    assert (quarter.value, quarter.coverage) == (3, Coverage(1, 2))


def test_targets_of_each_township_follow_a_move() -> None:
    draw = random.Random(1)  # noqa: S311 - test data, not secrets
    moved = _after(DivisionStep.MOVED, JULY, given_places((), random_targets(draw, YEAR)))

    def of_each(day: date) -> set[tuple[Address, object]]:
        progress = (each for each in measure(moved, day).progress if each.division == CHANGED)
        return {(each.indicator, each.target.value) for each in progress if each.target.each}

    of_north, of_south = (
        {(each.target.indicator, each.target.value) for each in moved.targets if each.division == county}
        for county in COUNTIES
    )
    assert of_each(date(YEAR, 6, 30)) <= of_north
    assert of_each(JULY) == of_south
    assert len(of_each(date(YEAR, 6, 30))) == len(of_south) == 3


def test_a_city_does_not_repeat_the_figures_of_its_only_county_that_reports() -> None:
    north, south = (_monthly("level", 2, division=f"{county}/two") for county in COUNTIES)
    alone = measure(given_places(north, owner=NORTH), JULY).values
    assert {division for division, _ in alone} == {NORTH, "north/two"}
    both = measure(given_places([*north, *south], owner=NORTH), JULY).values
    assert both[CITY, LEVEL].value == 4
    own = [*north, *_monthly("level", 3, division=CITY)]
    assert measure(given_places(own, owner=NORTH), JULY).values[CITY, LEVEL].value == 3
    assert measure(given_places(north), JULY).values[CITY, LEVEL].value == 2
