"""Days that are measured together are as if each were measured alone, and nothing is computed twice."""

from __future__ import annotations

import gc
import sys
import weakref
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.fictional_county.sizes import LEAST_QUARTERS, LEAST_TOWNSHIPS, LEAST_VILLAGES_EACH, Sizes
from examples.write_county import write_project
from generators.measuring import ledgers, snapshot
from generators.measuring.once import Once
from generators.measuring.rankings import rankings
from generators.measuring.snapshot import measure_whole
from generators.measuring.tiers import judging
from generators.model.dataset import Dataset
from generators.reading.load import load_project
from generators.results.changes import Span
from generators.results.measurements import Measurements
from generators.results.rankings import PeriodRanking, scores_of
from generators.results.snapshot import Snapshot
from generators.results.tiers import LadderResult
from tests.build.divisions import A, B
from tests.build.leagues import AFTER_ALL, dataset_of, random_league
from tests.build.project import SHILI_DAY
from tests.build.rankings import SCHEME
from tests.build.tiers import DAY, county, drawn_checks, income


def _ranks(period: PeriodRanking) -> object:
    """Return all of a ranking but the intervals of ranks, which past days have none of."""
    return (period.period, period.closing, dict(period.ranks), scores_of(period), period.red, period.black)


def _standings(result: LadderResult) -> object:
    """Return all of a ladder that past days have: no reasons, moves and distributions."""
    return {division: (each.day, each.rank, each.measured) for division, each in result.standings.items()}


def _comparable(snapshot: Snapshot) -> object:
    ranks = {name: list(map(_ranks, each.periods)) for name, each in snapshot.rankings.items()}
    return (
        snapshot.days,
        snapshot.progress,
        dict(snapshot.values),
        dict(snapshot.ledgers),
        {address: _standings(each) for address, each in snapshot.ladder_results.items()},
        ranks,
    )


def _is_as_measured_alone(dataset: Dataset, measured: Measurements) -> None:
    assert measured.past
    for each in measured.past.values():
        assert _comparable(each) == _comparable(measure_whole(dataset, each.as_of))


@settings(max_examples=25)
@given(seed=st.integers(0, 10**6), earlier=st.integers(0, 200))
def test_leagues_are_ranked_as_if_each_day_were_measured_alone(seed: int, earlier: int) -> None:
    league = dataset_of(random_league(seed))
    measured = measure_whole(league, AFTER_ALL - timedelta(days=earlier))
    assert SCHEME in measured.rankings
    _is_as_measured_alone(league, measured)


@settings(max_examples=25)
@given(
    checks=drawn_checks(),
    incomes=st.lists(
        st.tuples(st.sampled_from((A, B)), st.integers(1, 12), st.integers(0, 30), st.integers(-20, 200)),
        max_size=12,
        unique_by=lambda each: each[:2],
    ),
    later=st.integers(0, 400),
)
def test_tiers_are_measured_as_if_each_day_were_measured_alone(
    checks: Any,  # noqa: ANN401 - filed checks, as drawn
    incomes: list[tuple[str, int, int, int]],
    later: int,
) -> None:
    reports = [
        income(division, f"2024-{month:02}", value, on=date(2024, month, 28) + timedelta(days=days))
        for division, month, value, days in incomes
    ]
    small = county(checks=checks, reports=reports)
    _is_as_measured_alone(small, measure_whole(small, DAY + timedelta(days=later)))


def test_the_example_county_is_measured_as_if_each_day_were_measured_alone(shili: Dataset) -> None:
    measured = measure_whole(shili, SHILI_DAY)
    assert set(measured.past) == set(Span)
    _is_as_measured_alone(shili, measured)


def test_problems_checklists_and_closed_periods_are_computed_once(
    shili: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[tuple[object, ...]] = Counter()

    def counting(module: Any, name: str, key: Callable[..., tuple[object, ...]]) -> None:  # noqa: ANN401 - a module
        function = getattr(module, name)

        @wraps(function)
        def counted(*arguments: Any) -> Any:  # noqa: ANN401 - whatever it takes and gives
            calls[name, *key(*arguments)] += 1
            return function(*arguments)

        monkeypatch.setattr(module, name, counted)

    counting(ledgers, "standing_of", lambda filed, day, _soon: (filed.address, day))
    counting(judging, "checklist", lambda _once, *asked: asked)
    counting(rankings, "_scores", lambda _once, *asked: asked)
    measure_whole(replace(shili, closed=()), SHILI_DAY)  # closed periods are reckoned of what was known then
    assert {name for name, *_ in calls} == {"standing_of", "checklist", "_scores"}
    assert set(calls.values()) == {1}
    scored = Counter(key[:3] for key in calls if key[0] == "_scores")
    assert max(scored.values()) < len(Span) + 1, "most days share the scores of a period"


@pytest.fixture(scope="module")
def calls_by_size(tmp_path_factory: pytest.TempPathFactory) -> dict[int, int]:
    """Return how many functions are called to measure invented counties, by their number of townships."""
    sizes = (LEAST_TOWNSHIPS, 2 * LEAST_TOWNSHIPS)
    return {each: _calls_to_measure(tmp_path_factory.mktemp("county"), each) for each in sizes}


def _calls_to_measure(folder: Path, townships: int) -> int:
    write_project(folder, Sizes(townships, townships * LEAST_VILLAGES_EACH, LEAST_QUARTERS))
    dataset = load_project(folder).dataset
    assert dataset is not None
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        measure_whole(dataset, SHILI_DAY)
    finally:
        sys.setprofile(before)
    return calls


def test_costs_grow_with_the_number_of_records(calls_by_size: dict[int, int]) -> None:
    small, large = calls_by_size.values()
    assert large <= 2.1 * small


def test_what_was_kept_ends_with_measuring(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Once]] = []

    def noted(dataset: Dataset) -> Once:
        once = Once(dataset)
        made.append(weakref.ref(once))
        return once

    monkeypatch.setattr(snapshot, "Once", noted)
    league = dataset_of(random_league(1))
    gc.disable()
    try:
        measured = measure_whole(league, AFTER_ALL)
        assert [each() for each in made] == [None]
    finally:
        gc.enable()
    assert measured.rankings


def test_values_that_do_not_change_are_kept_once(shili: Dataset) -> None:
    measured = measure_whole(shili, SHILI_DAY)
    shared = 0
    for past in measured.past.values():
        for key, before in past.values.items():
            if key in measured.values and repr(before) == repr(measured.values[key]):
                assert before is measured.values[key]
                shared += 1
    assert shared > 1000
