from __future__ import annotations

from datetime import date, timedelta

import pytest

from generators.model.division import Division, DivisionKind, DivisionStep, Level, Merger
from generators.model.record import Place
from tests.build.places import event, former

ON = date(2024, 5, 10)


def _village(merged: Merger | None) -> Division:
    kind, place = DivisionKind.VILLAGE, Place("-")
    history = () if merged is None else (merged.event(),)
    return Division("c/t/v", "某村", kind, "c/t", fictional=True, place=place, history=history)


@pytest.mark.parametrize(("into", "successor"), [("w", "c/t/w"), ("c/s/w", "c/s/w")])
def test_a_successor_is_named_within_the_township_or_wholly(into: str, successor: str) -> None:
    assert _village(Merger(into=into, on=ON)).successors == (successor,)


def test_a_village_exists_until_the_day_of_its_merger() -> None:
    merged = _village(Merger(into="w", on=ON))
    assert merged.exists_on(ON - timedelta(days=1))
    assert not merged.exists_on(ON)
    whole = _village(None)
    assert whole.exists_on(ON)
    assert whole.successors == ()


def test_divisions_of_a_level_have_one_name_together() -> None:
    assert [level.text for level in Level] == ["省", "市", "县（市、区）", "乡镇（街道）", "村（社区）"]


def test_a_division_is_on_a_day_what_its_history_says() -> None:
    april, may, june = date(2024, 4, 1), date(2024, 5, 1), date(2024, 6, 1)
    farm = former(name="甲林场", kind="other", word="林场")
    history = (
        event(DivisionStep.BEGUN, april),
        event(DivisionStep.CONVERTED, may, was=farm),
        event(DivisionStep.MOVED, june, was=former(name="甲乡", within="c")),
    )
    found = Division("c/t", "甲镇", DivisionKind.TOWN, "d", fictional=True, place=Place("-"), history=history)
    states = {day: found.on(day) for day in (april, may, june)}
    assert {day: (each.name, each.kind, each.word, each.within) for day, each in states.items()} == {
        april: ("甲林场", DivisionKind.OTHER, "林场", "c"),
        may: ("甲乡", DivisionKind.TOWN, None, "c"),
        june: ("甲镇", DivisionKind.TOWN, None, "d"),
    }
    assert [found.exists_on(day) for day in (date(2024, 3, 31), april)] == [False, True]


def test_a_key_means_a_division_of_the_same_folder() -> None:
    place = Place("-")
    county = Division("c", "某县", DivisionKind.COUNTY, None, fictional=True, place=place)
    town = Division("c/t", "某镇", DivisionKind.TOWN, "c", fictional=True, place=place)
    assert (county.sibling("d"), town.sibling("s"), town.sibling("d/s")) == ("d", "c/s", "d/s")
