from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import cos, radians

import pytest

from generators import geometry
from generators.measuring.maps import MOST_HEIGHT, WIDTH, drawn_map, drawn_maps
from generators.model.dataset import Dataset
from generators.model.division import Division, DivisionKind, DivisionStep
from generators.model.outline import Outline
from generators.results.maps import DrawnMap
from tests.build.datasets import dataset
from tests.build.divisions import fictional_division
from tests.build.figures import indicator
from tests.build.maps import area_map, outline, row_of, square
from tests.build.places import event
from tests.build.programmes import programme

DAY = date(2024, 6, 30)
TOWNS = ("north/one", "north/two", "north/three")


def _places() -> dict[str, Division]:
    found = [fictional_division("city", DivisionKind.CITY, None)]
    found += [fictional_division("north", DivisionKind.COUNTY, "city")]
    found += [fictional_division(name, DivisionKind.TOWN, "north") for name in TOWNS]
    found += [fictional_division("north/lone", DivisionKind.VILLAGE, "north")]
    return {each.id: each for each in found}


def _dataset(outlines: Sequence[Outline], places: dict[str, Division] | None = None) -> Dataset:
    return replace(
        dataset(programme({"main": indicator()})),
        divisions=places or _places(),
        area_map=area_map(fictional=True),
        outlines=tuple(outlines),
    )


def _points(drawn: DrawnMap, at: int) -> set[tuple[int, int]]:
    (line,) = drawn.outlines[at].lines
    return {*zip(line[::2], line[1::2], strict=True)}


def test_an_area_is_as_wide_as_its_box_with_north_above() -> None:
    drawn = drawn_map("north", row_of(TOWNS))
    assert (drawn.width, drawn.height) == (WIDTH, round((WIDTH - 4) / 3 / cos(radians(0.5))) + 4 + 1)
    west, east = _points(drawn, 0), _points(drawn, 2)
    assert min(x for x, _ in west) == 20
    assert max(x for x, _ in east) == 10 * (WIDTH - 2)
    assert min(y for _, y in west) == 20


def test_degrees_of_longitude_are_shorter_farther_north() -> None:
    at_equator = drawn_map("north", (outline("a", square(0, -0.5)),))
    at_sixty = drawn_map("north", (outline("a", square(0, 59.5)),))
    assert (at_equator.width, at_equator.height) == (WIDTH, MOST_HEIGHT)
    assert at_sixty.height == MOST_HEIGHT
    assert at_sixty.width == pytest.approx(MOST_HEIGHT / 2, abs=3)


def test_neighbours_share_their_points_and_labels_lie_in_the_middle() -> None:
    drawn = drawn_map("north", row_of(TOWNS))
    assert len(_points(drawn, 0) & _points(drawn, 1)) == 2
    first = drawn.outlines[0]
    assert first.x == pytest.approx(20 + first.radius, abs=20)


def test_only_an_area_with_all_outlines_is_drawn() -> None:
    assert list(drawn_maps(_dataset(row_of(TOWNS)), DAY)) == ["north"]
    assert drawn_maps(_dataset(row_of(TOWNS[:2])), DAY) == {}
    assert drawn_maps(_dataset(()), DAY) == {}


def test_a_township_that_has_ended_need_not_have_an_outline() -> None:
    places = _places()
    merged = event(DivisionStep.MERGED, date(2024, 6, 1), into=("two",))
    places["north/three"] = replace(places["north/three"], history=(merged,))
    given = _dataset(row_of(TOWNS[:2]), places)
    drawn = drawn_maps(given, DAY)["north"]
    assert [each.division for each in drawn.outlines] == ["north/one", "north/two"]
    assert drawn_maps(given, date(2024, 5, 31)) == {}


def test_counties_are_drawn_within_their_city() -> None:
    drawn = drawn_maps(_dataset(row_of(["north"])), DAY)
    assert list(drawn) == ["city"]


def test_the_same_outlines_are_drawn_alike() -> None:
    assert drawn_map("north", row_of(TOWNS)) == drawn_map("north", row_of(TOWNS))


def test_nothing_is_drawn_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geometry, "is_available", lambda: False)
    assert drawn_maps(_dataset(row_of(TOWNS)), DAY) == {}
