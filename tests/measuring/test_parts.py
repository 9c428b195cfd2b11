"""What is measured of a city is the same whether its counties are measured apart or together."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.county_work import CountyWork
from generators.measuring.once import Figure, Once
from generators.measuring.parts import MeasuredPart, measured_part, measured_parts, packed_part, unpacked_part
from generators.measuring.snapshot import measure_whole
from generators.model.county_parts import CountyParts
from generators.model.dataset import Dataset
from generators.model.division import DivisionStep
from generators.reading.load import load_project
from generators.results.figures import Measured
from generators.results.measurements import Measurements
from tests.build.every_noun import add_every_noun
from tests.build.places import (
    CHANGED,
    CITY,
    NORTH,
    SOUTH,
    changed,
    event,
    former,
    given_places,
    in_folders,
    moved_to,
    random_reports,
    random_targets,
)
from tests.build.project import FIXTURES_DAY

YEAR = 2024
JULY = date(YEAR, 7, 1)


def _parts(dataset: Dataset, day: date) -> list[MeasuredPart]:
    """Return what is measured of each part, as another process sends it."""
    parts = CountyParts(dataset)
    measured = (
        measured_part(parts.measured_of(part), parts.divisions_of(part), day)
        for part in range(len(parts.counties))
    )
    return [unpacked_part(dataset, packed_part(each)) for each in measured]


def _assert_same(one: Measurements, other: Measurements) -> None:
    assert one == other
    assert repr(one) == repr(other)


def _drawn(seed: int) -> Dataset:
    """Return two counties with random reports and targets, in half of the cases with a township moved."""
    draw = random.Random(seed)  # noqa: S311 - a seed makes it repeatable
    dataset = in_folders(given_places(random_reports(draw, YEAR), random_targets(draw, YEAR)))
    match draw.randrange(4):
        case 0:
            moved = event(DivisionStep.MOVED, JULY, was=former(within=NORTH))
            return moved_to(dataset, CHANGED, SOUTH, moved)
        case 1:
            kept = tuple(each for each in dataset.reports if each.division != CHANGED)
            merged = event(DivisionStep.MERGED, JULY, into=(f"{SOUTH}/one",))
            return replace(changed(dataset, CHANGED, merged), reports=kept)
        case _:
            return dataset


@given(seed=st.integers(0, 10_000), month=st.integers(1, 12))
@settings(max_examples=15, deadline=None)
def test_counties_measured_apart_give_what_all_together_do(seed: int, month: int) -> None:
    dataset, day = _drawn(seed), date(YEAR, month, 20)
    _assert_same(measure_whole(dataset, day, apart=_parts(dataset, day)), measure_whole(dataset, day))


def test_a_county_measured_apart_gives_what_it_does_with_every_noun(minimal_project: Path) -> None:
    add_every_noun(minimal_project)
    dataset = load_project(minimal_project).dataset
    assert dataset is not None
    assert dataset.ladders
    assert dataset.schemes
    parts = _parts(dataset, FIXTURES_DAY)
    assert parts
    _assert_same(measure_whole(dataset, FIXTURES_DAY, apart=parts), measure_whole(dataset, FIXTURES_DAY))


def test_what_was_measured_apart_is_not_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = _drawn(2)
    parts = _parts(dataset, JULY)
    measured: set[str] = set()
    kept = Once.as_before

    def noted(once: Once, figure: Figure, value: Measured) -> Measured:
        measured.add(figure[0])
        return kept(once, figure, value)

    monkeypatch.setattr(Once, "as_before", noted)
    apart = measure_whole(dataset, JULY, apart=parts)
    assert measured == {CITY}
    assert measure_whole(dataset, JULY) == apart
    assert measured > {CITY, NORTH, SOUTH}


def test_only_observations_of_the_dataset_are_in_what_was_unpacked() -> None:
    dataset = _drawn(2)
    known = {id(each) for items in dataset.observations.values() for each in items}
    used = [
        id(observation)
        for part in _parts(dataset, JULY)
        for values in part.values()
        for measured in values.values()
        for observation in measured.observations
    ]
    assert used
    assert known.issuperset(used)


@pytest.mark.parametrize(("jobs", "parts"), [(1, 0), (2, 0), (4, 2)])
def test_counties_are_measured_apart_by_several_processes(jobs: int, parts: int) -> None:
    dataset = _drawn(2)
    work = CountyWork(CountyParts(dataset), jobs)
    measured = measured_parts(work, JULY)
    assert len([*measured]) == parts
    assert measure_whole(dataset, JULY, apart=measured) == measure_whole(dataset, JULY)
