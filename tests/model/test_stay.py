from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generators.model.division import DivisionStep
from generators.model.stay import Stay, stays_of
from tests.build.places import CHANGED, NORTH, SOUTH, changed, event, former, given_places, moved_to

MAY, JULY = date(2024, 5, 1), date(2024, 7, 1)


def _stays(division: str, *histories: tuple[str, DivisionStep, date, Mapping[str, object]]) -> list[Stay]:
    dataset = given_places()
    for name, step, on, fields in histories:
        dataset = changed(dataset, name, event(step, on, **fields))
    return list(stays_of(dataset.divisions, division))


def test_a_division_that_never_moved_has_one_stay() -> None:
    assert _stays(CHANGED) == [Stay(NORTH)]
    assert _stays("city") == [Stay(None)]


def test_a_moved_division_stays_in_one_place_after_the_other() -> None:
    moved = moved_to(given_places(), CHANGED, SOUTH, event(DivisionStep.MOVED, MAY, was=former(within=NORTH)))
    assert moved.stays[CHANGED] == (Stay(NORTH, until=MAY), Stay(SOUTH, since=MAY))
    days = (date(2024, 4, 30), MAY)
    assert [moved.upper_on(day, CHANGED) for day in days] == [NORTH, SOUTH]
    assert [CHANGED in moved.children_on(day, NORTH) for day in days] == [True, False]
    assert [CHANGED in moved.children_on(day, SOUTH) for day in days] == [False, True]
    assert [list(moved.upwards_on(day, CHANGED)) for day in days] == [
        [CHANGED, NORTH, "city"],
        [CHANGED, SOUTH, "city"],
    ]
    assert list(moved.upwards_ever(CHANGED)) == [CHANGED, NORTH, SOUTH, "city"]
    assert list(moved.stays_by(days[0], CHANGED)) == [Stay(NORTH)]
    assert moved.divisions_on(days[0])[CHANGED].within == NORTH
    assert list(moved.within("city")).count(CHANGED) == 1


def test_what_lies_within_a_merged_division_follows_into_its_successor() -> None:
    village = f"{CHANGED}/a"
    once = (CHANGED, DivisionStep.MERGED, MAY, {"into": ("two",)})
    twice = ("north/two", DivisionStep.MERGED, JULY, {"into": ("south/one",)})
    assert _stays(village, once) == [Stay(CHANGED, until=MAY), Stay("north/two", since=MAY)]
    assert _stays(village, once, twice) == [
        Stay(CHANGED, until=MAY),
        Stay("north/two", MAY, JULY),
        Stay("south/one", since=JULY),
    ]


def test_what_lies_within_a_split_division_follows_nowhere() -> None:
    split = (CHANGED, DivisionStep.SPLIT, MAY, {"into": ("two", "three")})
    assert _stays(f"{CHANGED}/a", split) == [Stay(CHANGED)]


def test_mergers_in_a_circle_come_to_an_end() -> None:
    there = (CHANGED, DivisionStep.MERGED, MAY, {"into": ("two",)})
    back = ("north/two", DivisionStep.MERGED, MAY, {"into": ("one",)})
    assert [stay.since for stay in _stays(f"{CHANGED}/a", there, back)] == [None, MAY]
