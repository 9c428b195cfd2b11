"""Counties that nothing was moved between are parts of their own; what is filed is in one of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generators.model.county_parts import CountyParts, connected_counties, county_of_file
from generators.model.dataset import Dataset
from generators.model.division import DivisionKind, DivisionStep
from generators.model.record import Place
from tests.build.divisions import fictional_division
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
    report_of,
)

JULY = date(2024, 7, 1)
APART = (frozenset({NORTH}), frozenset({SOUTH}))
TOGETHER = (frozenset({NORTH, SOUTH}),)


def _given() -> Dataset:
    return in_folders(given_places())


def test_counties_that_nothing_was_moved_between_are_parts() -> None:
    assert connected_counties(_given()) == APART


@pytest.mark.parametrize(
    "after",
    [
        moved_to(_given(), CHANGED, SOUTH, event(DivisionStep.MOVED, JULY, was=former(within=NORTH))),
        changed(_given(), CHANGED, event(DivisionStep.MERGED, JULY, into=(f"{SOUTH}/one",))),
        changed(_given(), CHANGED, event(DivisionStep.SPLIT, JULY, into=("two", f"{SOUTH}/one"))),
        changed(_given(), CHANGED, event(DivisionStep.BEGUN, JULY, out_of=(f"{SOUTH}/two",))),
        changed(_given(), NORTH, event(DivisionStep.MERGED, JULY, into=(SOUTH,))),
        changed(_given(), f"{CHANGED}/a", event(DivisionStep.MERGED, JULY, into=(f"{SOUTH}/one/b",))),
    ],
)
def test_counties_that_divisions_moved_between_are_one_part(after: Dataset) -> None:
    assert connected_counties(after) == TOGETHER


def test_a_county_is_no_part_if_it_is_connected_to_a_city_without_counties() -> None:
    towns = {"port": fictional_division("port", DivisionKind.CITY, None)}
    towns["port/one"] = replace(
        fictional_division("port/one", DivisionKind.TOWN, "port"),
        place=Place("data/townships/port/one/township.yml"),
    )
    given = replace(_given(), divisions={**_given().divisions, **towns})
    assert connected_counties(given) == APART
    merged = changed(given, CHANGED, event(DivisionStep.MERGED, JULY, into=("port/one",)))
    assert connected_counties(merged) == (frozenset({SOUTH}),)
    parts = CountyParts(merged)
    assert parts.files_of_rest.holds("data/townships/port/one/township.yml")
    assert parts.files_of_rest.holds("data/townships/north/one/township.yml")


def test_every_report_is_in_one_part_or_in_the_rest_in_order() -> None:
    divisions = (f"{SOUTH}/one", CITY, f"{NORTH}/one/a", f"{SOUTH}/two", NORTH, "unknown")
    reports = tuple(report_of(each, "total", "2024-06", 1) for each in divisions)
    parts = CountyParts(replace(_given(), reports=reports))
    filed = [[each.division for each in parts.dataset_of(part).reports] for part in range(2)]
    assert filed == [
        [CITY, f"{NORTH}/one/a", NORTH, "unknown"],
        [f"{SOUTH}/one", CITY, f"{SOUTH}/two", "unknown"],
    ]
    assert [each.division for each in parts.dataset_of_rest.reports] == [CITY, "unknown"]


def test_the_datasets_of_parts_share_their_look_ups() -> None:
    parts = CountyParts(_given())
    parts.prepare()
    assert parts.dataset_of(0).stays is parts.dataset.stays
    assert parts.dataset_of_rest.indicators is parts.dataset.indicators


def test_the_files_of_a_county_are_those_in_its_folder() -> None:
    assert county_of_file("data/townships/north/one/township.yml") == NORTH
    assert county_of_file("data/programmes/north.yml") == ""
    files, rest = CountyParts(_given()).files_of(0), CountyParts(_given()).files_of_rest
    for file in ("data/townships/north/county.yml", "data/sources.yml", "data/townships/other/county.yml"):
        assert files.holds(file) is (county_of_file(file) == NORTH)
        assert rest.holds(file) is (county_of_file(file) not in {NORTH, SOUTH})
