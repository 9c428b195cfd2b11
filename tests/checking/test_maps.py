"""Borders that only several outlines together make wrong, and what a missing library leaves unchecked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generators import geometry
from generators.model.area_map import is_approval
from tests.build.maps import BORDERS_FILE, DESCRIBED, INVENTED, MAP_FILE, collection, feature, polygon, square
from tests.build.project import write_files
from tests.running import problems_of

EAST, WEST = "yunxi/east-bridge", "yunxi/west-ford"


def _codes(project: Path, text: str, record: str = INVENTED) -> list[str]:
    write_files(project, {BORDERS_FILE: text, MAP_FILE: record})
    return [each.code for each in problems_of(project)]


def _row(east: float = 1) -> str:
    return collection(feature(WEST, polygon(square(0, 0))), feature(EAST, polygon(square(east, 0))))


def test_borders_that_fit_have_no_problem(minimal_project: Path) -> None:
    assert _codes(minimal_project, _row()) == []


@pytest.mark.parametrize(("east", "codes"), [(0.9995, []), (0.998, ["E186"]), (1.002, [])])
def test_slivers_are_no_overlap(minimal_project: Path, east: float, codes: list[str]) -> None:
    assert _codes(minimal_project, _row(east)) == codes


def test_an_outline_mixed_in_from_another_system_overlaps_its_neighbour(minimal_project: Path) -> None:
    """GCJ-02 lies some hundred metres beside CGCS2000: half a hundredth of a degree."""
    small = collection(
        feature(WEST, polygon(square(0, 0, 0.1))), feature(EAST, polygon(square(0.095, 0.002, 0.1)))
    )
    assert _codes(minimal_project, small) == ["E186"]


def test_an_outline_that_crosses_itself_is_compared_with_no_other(minimal_project: Path) -> None:
    bow = [(0, 0), (2, 1), (2, 0), (0, 1), (0, 0)]
    text = collection(feature(WEST, polygon(bow)), feature(EAST, polygon(square(0, 0))))
    assert _codes(minimal_project, text) == ["E189"]


def test_a_county_in_the_file_is_not_compared_with_its_townships(minimal_project: Path) -> None:
    county = feature("yunxi", {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 1], [0, 1], [0, 0]]]})
    text = collection(county, *json.loads(_row())["features"])
    assert _codes(minimal_project, text) == []


def test_without_the_library_borders_are_not_checked_and_the_remedy_is_told(
    minimal_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geometry, "is_available", lambda: False)
    write_files(minimal_project, {BORDERS_FILE: _row(0.5), MAP_FILE: INVENTED})
    (found,) = problems_of(minimal_project)
    assert (found.code, found.place.file) == ("W184", BORDERS_FILE)
    assert 'pip install "tongbao[maps]"' in found.remedy


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("", ["W180"]),
        ("map_approval: 示S(2026)12号\n", []),
        ("disclosure: internal\n", []),
        ("map_approval: 待批\n", ["E188"]),
        ("map_approval: 待批\ndisclosure: internal\n", ["E188"]),
    ],
)
def test_public_borders_need_an_approval(minimal_project: Path, more: str, codes: list[str]) -> None:
    divisions = minimal_project / "data/divisions.yml"
    text = divisions.read_text(encoding="utf-8").replace("  fictional: true\n", "")
    divisions.write_text(text, encoding="utf-8")
    west, east = (polygon(square(longitude, 15)) for longitude in (125, 126))
    borders = collection(feature(WEST, west), feature(EAST, east))
    assert _codes(minimal_project, borders, f"{DESCRIBED}{more}") == codes


@pytest.mark.parametrize(
    ("number", "is_right"),
    [
        ("GS(2023)2767号", True),
        ("GS京（2022）1061号", True),
        ("浙S (2023) 12号", True),
        ("川S【2023】00012号", True),
        ("正在报审", False),
        ("无", False),
        ("浙(2023)12号", False),
        ("浙S(23)12号", False),
        ("浙S(2023)12", False),
    ],
)
def test_what_is_written_as_the_number_of_an_approval(number: str, *, is_right: bool) -> None:
    assert is_approval(number) is is_right
