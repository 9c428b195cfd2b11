from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.division import Level, Merger
from generators.reading.load import load_project
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST, small_county
from tests.build.figures import MAIN, indicator, target
from tests.build.programmes import programme

_DAY = date(2024, 5, 10)
_BEFORE = _DAY - timedelta(days=1)
_OF_EAST = ("county/east/a", "county/east/b")
_OF_WEST = ("county/west/c", "county/west/d")


def _dataset() -> Dataset:
    """Return the dataset in which village b was merged into a on ``_DAY``."""
    known = small_county()
    merged = {"county/east/b": replace(known["county/east/b"], history=(Merger(into="a", on=_DAY).event(),))}
    work = programme({"main": indicator()})
    targets = (target(), target(division=COUNTY, each="township"), target(division=COUNTY, each="city"))
    return replace(dataset(work, targets=targets), divisions=known | merged)


@pytest.mark.parametrize(
    ("area", "level", "day", "expected"),
    [
        (COUNTY, Level.TOWNSHIP, _DAY, (EAST, WEST)),
        (
            COUNTY,
            Level.VILLAGE,
            _BEFORE,
            ("county/east/a", "county/east/b", "county/west/c", "county/west/d"),
        ),
        (COUNTY, Level.VILLAGE, _DAY, ("county/east/a", *_OF_WEST)),
        (COUNTY, Level.COUNTY, _DAY, (COUNTY,)),
        (EAST, Level.TOWNSHIP, _DAY, (EAST,)),
        (EAST, Level.COUNTY, _DAY, ()),
        ("county/east/b", Level.VILLAGE, _BEFORE, ("county/east/b",)),
        ("county/east/b", Level.VILLAGE, _DAY, ()),
        ("county/nowhere", Level.VILLAGE, _DAY, ()),
    ],
)
def test_the_members_of_an_area_on_a_day(
    area: str, level: Level, day: date, expected: tuple[str, ...]
) -> None:
    assert _dataset().members_on(day, area, level) == expected


def test_merged_divisions_remain_members_without_a_day() -> None:
    assert _dataset().members(EAST, Level.VILLAGE) == _OF_EAST


def test_what_lies_within_an_area() -> None:
    found = _dataset()
    assert list(found.within(EAST)) == [EAST, *_OF_EAST]
    assert list(found.within("county/nowhere")) == []


def test_what_an_area_lies_within() -> None:
    found = _dataset()
    assert list(found.upwards("county/east/a")) == ["county/east/a", EAST, COUNTY]
    assert list(found.upwards("county/nowhere")) == []


def test_a_target_binds_one_division_or_all_of_a_level() -> None:
    found = _dataset()
    own, for_each, for_nobody_yet = found.targets
    assert found.bound_by(own) == (EAST,)
    assert found.bound_by(for_each) == (EAST, WEST)
    assert found.bound_by(for_nobody_yet) == (COUNTY,)
    assert found.targets_binding == {
        (EAST, MAIN): (own.target, for_each.target),
        (WEST, MAIN): (for_each.target,),
        (COUNTY, MAIN): (for_nobody_yet.target,),
    }


def test_the_owner_of_an_address() -> None:
    assert _dataset().owner_of(MAIN) == COUNTY


def test_an_indicator_rests_on_what_it_is_derived_from(minimal_project: Path) -> None:
    found = load_project(minimal_project).dataset
    assert found is not None
    assert found.rests_on(Address("clear-stream/cleaned-share")) == {
        "clear-stream/cleaned-share",
        "clear-stream/cleaned-streams",
        "clear-stream/streams",
    }
    assert found.rests_on(Address("clear-stream/streams")) == {"clear-stream/streams"}
    assert found.rests_on(Address("clear-stream/none")) == set()
