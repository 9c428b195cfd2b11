from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generators.model.area_map import AreaMap
from generators.model.division import DivisionKind
from generators.model.problem import Problem
from generators.reading.maps import borders
from generators.reading.maps.borders import read_borders
from generators.reading.project_files import ProjectFile
from generators.reading.validation import MOST_PROBLEMS
from tests.build.divisions import fictional_division
from tests.build.maps import BORDERS_FILE, area_map, collection, feature, polygon, square
from tests.running import problems_of

KNOWN = {
    each.id: replace(each, name=f"{each.id.rpartition('/')[2]}镇")
    for each in (
        fictional_division("north", DivisionKind.COUNTY, None),
        fictional_division("north/one", DivisionKind.TOWN, "north"),
        fictional_division("north/two", DivisionKind.TOWN, "north"),
        fictional_division("north/one/east", DivisionKind.VILLAGE, "north/one"),
    )
}
SQUARE = polygon(square(0, 0))


def _read(
    tmp_path: Path, text: str, record: AreaMap | None = None
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the divisions of the outlines, and the problems."""
    path = tmp_path / "map.geojson"
    path.write_text(text, encoding="utf-8")
    file = ProjectFile(path, tuple(BORDERS_FILE.split("/")))
    read = read_borders(file, record or area_map(fictional=True), KNOWN)
    return tuple(each.division for each in read.value or ()), read.problems


def test_a_feature_names_its_division_by_id_or_by_a_name_that_is_alone(tmp_path: Path) -> None:
    text = collection(feature("north/one", SQUARE), feature("two镇", SQUARE))
    assert _read(tmp_path, text) == (("north/one", "north/two"), ())


def test_another_property_can_name_it(tmp_path: Path) -> None:
    record = area_map(fictional=True, division_property="XZQMC")
    text = collection(feature("north/one", SQUARE, key="XZQMC"))
    assert _read(tmp_path, text, record) == (("north/one",), ())


def test_a_name_that_several_have_is_not_enough(tmp_path: Path) -> None:
    more = {**KNOWN, "south": replace(KNOWN["north"], id="south", name="two镇")}
    path = tmp_path / "map.geojson"
    path.write_text(collection(feature("two镇", SQUARE)), encoding="utf-8")
    read = read_borders(ProjectFile(path, ("data", "map.geojson")), area_map(fictional=True), more)
    assert [each.detail for each in read.problems] == ["“two镇”有2个，请写标识：north/two、south"]


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("north/three", "没有登记"),
        ("north/one/east", "没有登记"),
        (7, "没有写明区划"),
        ("", "没有写明区划"),
        (None, "没有写明区划"),
    ],
)
def test_a_feature_of_no_division_is_left_out_with_its_place(
    tmp_path: Path, named: object, reason: str
) -> None:
    text = collection(feature("north/two", SQUARE), feature(named, SQUARE))
    outlines, (found,) = _read(tmp_path, text)
    assert outlines == ("north/two",)
    assert (found.code, found.place.line) == ("E185", 3)
    assert reason in found.detail


def test_a_division_has_one_feature(tmp_path: Path) -> None:
    outlines, (found,) = _read(
        tmp_path, collection(feature("north/one", SQUARE), feature("north/one", SQUARE))
    )
    assert outlines == ("north/one",)
    assert (found.code, found.detail) == ("E185", "“north/one”在第2行已有一项；几块地方合写成 MultiPolygon")


def test_every_wrong_feature_is_told_in_one_run_at_the_value(tmp_path: Path) -> None:
    open_ring = [*square(0, 0)[:4], (0.5, 0.5)]
    text = collection(feature("north/one", polygon(open_ring)), feature("north/two", polygon([[0.0, 99.0]])))
    outlines, found = _read(tmp_path, text)
    assert outlines == ()
    assert [(each.code, each.place.line) for each in found] == [("E183", 2), ("E182", 3)]
    line = text.splitlines()[2]
    assert line[found[1].place.column - 1 :].startswith("[0.0, 99.0]")


@pytest.mark.parametrize(
    "name", ["urn:ogc:def:crs:EPSG::3857", "urn:ogc:def:crs:OGC:1.3:CRS84", "GCJ-02", "", None]
)
def test_a_file_that_names_another_coordinate_system_is_refused(tmp_path: Path, name: str | None) -> None:
    crs = {"type": "name", "properties": {"name": name}}
    _, (found,) = _read(tmp_path, collection(feature("north/one", SQUARE), crs=crs))
    assert found.code == "E181"
    assert found.place.line == 1


def test_a_file_may_name_cgcs2000(tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
    assert _read(tmp_path, collection(feature("north/one", SQUARE), crs=crs))[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        "{}",
        '{"type": "FeatureCollection"}',
        collection(),
        json.dumps(feature("north/one", SQUARE)),
        collection(7),
        collection({"type": "Polygon"}),
        "[" * 50_000,
    ],
)
def test_what_is_no_collection_of_features_is_one_problem(tmp_path: Path, text: str) -> None:
    outlines, (found,) = _read(tmp_path, text)
    assert outlines == ()
    assert found.code == "E180"


def test_a_file_full_of_mistakes_is_not_told_without_end(tmp_path: Path) -> None:
    text = collection(*(feature("nobody", SQUARE) for _ in range(MOST_PROBLEMS + 5)))
    _, found = _read(tmp_path, text)
    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1].detail == "问题太多，后面的5项没有再看"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(borders, "LARGEST_BORDERS", 100)
    _, (found,) = _read(tmp_path, collection(feature("north/one", SQUARE)))
    assert found.code == "E101"


def test_borders_need_their_record(minimal_project: Path) -> None:
    text = collection(feature("yunxi/east-bridge", polygon(square(100, 20))))
    (minimal_project / BORDERS_FILE).write_text(text, encoding="utf-8")
    assert [each.code for each in problems_of(minimal_project)] == ["E114"]
    (minimal_project / "data/map.yml").write_text("coordinate_system: cgcs2000\n", encoding="utf-8")
    found = [each for each in problems_of(minimal_project) if each.code == "E201"]
    assert [each.detail for each in found] == [
        "有 data/map.geojson，缺少 licence",
        "有 data/map.geojson，缺少 source",
    ]


@pytest.mark.parametrize("system", ["gcj02", "GCJ-02", "BD09", "WGS 84"])
def test_other_coordinate_systems_are_refused_by_name(minimal_project: Path, system: str) -> None:
    (minimal_project / "data/map.yml").write_text(f"coordinate_system: {system}\n", encoding="utf-8")
    (found,) = problems_of(minimal_project)
    assert (found.code, found.place.line, found.place.column) == ("E181", 1, 20)
