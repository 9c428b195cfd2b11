from __future__ import annotations

import math
from typing import Any

import pytest

from generators.reading.maps.rings import GeometryError, polygons_of
from tests.build.maps import polygon, square

IN_CHINA = [[[118.0, 29.0], [119.0, 29.0], [119.0, 30.0], [118.0, 29.0]]]


def _with(number: object, at: int = 1, axis: int = 0) -> dict[str, Any]:
    """Return a polygon in which one number is another."""
    points: list[list[object]] = [list(point) for point in IN_CHINA[0]]
    points[at][axis] = number
    return polygon(points)


def test_a_polygon_keeps_its_rings_and_a_multipolygon_its_polygons() -> None:
    (one,) = polygons_of(polygon(*IN_CHINA, *IN_CHINA), is_fictional=False)
    assert [list(ring) for ring in one] == [[118, 29, 119, 29, 119, 30, 118, 29]] * 2
    two = polygons_of({"type": "MultiPolygon", "coordinates": [IN_CHINA, IN_CHINA]}, is_fictional=False)
    assert len(two) == 2


def test_heights_are_left_out() -> None:
    points = [[*point, 500.0] for point in IN_CHINA[0]]
    ((ring,),) = polygons_of(polygon(points), is_fictional=False)
    assert list(ring) == [118, 29, 119, 29, 119, 30, 118, 29]


@pytest.mark.parametrize(
    ("geometry", "code", "path", "reason"),
    [
        (None, "E180", (), "没有边界"),
        ("text", "E180", ("type",), "别的内容"),
        ({"type": "Point", "coordinates": [118.0, 29.0]}, "E180", ("type",), "“Point”"),
        ({"type": "GeometryCollection", "geometries": []}, "E180", ("type",), "GeometryCollection"),
        ({"type": "Polygon"}, "E180", ("coordinates",), "若干个环"),
        (polygon(), "E180", ("coordinates",), "若干个环"),
        (polygon(7.0), "E180", ("coordinates", 0), "若干个点"),
        ({"type": "MultiPolygon", "coordinates": []}, "E180", ("coordinates",), "若干个面"),
        ({"type": "MultiPolygon", "coordinates": [[]]}, "E180", ("coordinates", 0), "若干个环"),
        (_with("118"), "E182", ("coordinates", 0, 1), "两个数"),
        (_with(None), "E182", ("coordinates", 0, 1), "两个数"),
        (_with(True), "E182", ("coordinates", 0, 1), "两个数"),  # noqa: FBT003 - a wrong number
        (polygon([[118.0, 29.0, 1.0, 2.0]]), "E182", ("coordinates", 0, 0), "两个数"),
        (_with(math.nan), "E182", ("coordinates", 0, 1), "NaN"),
        (_with(math.inf, axis=1), "E182", ("coordinates", 0, 1), "NaN"),
        (polygon([[29.0, 118.0]]), "E182", ("coordinates", 0, 0), "写反"),
        (polygon([[35.0, 85.0]]), "E182", ("coordinates", 0, 0), "写反"),
        (polygon([[13_200_000.0, 3_400_000.0]]), "E182", ("coordinates", 0, 0), "以米计"),
        (polygon([[2.0, 48.0]]), "E182", ("coordinates", 0, 0), "不在中国"),
        (polygon(IN_CHINA[0][:3]), "E183", ("coordinates", 0), "至少"),
        (polygon([*IN_CHINA[0][:3], [118.0, 29.5]]), "E183", ("coordinates", 0), "闭合"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_path(
    geometry: object, code: str, path: tuple[str | int, ...], reason: str
) -> None:
    with pytest.raises(GeometryError, match=reason) as caught:
        polygons_of(geometry, is_fictional=False)
    assert (caught.value.flaw.code, caught.value.flaw.path) == (code, path)


def test_an_invented_map_lies_anywhere_on_earth_and_nowhere_else() -> None:
    floats = [[float(number) for number in point] for point in square(0, 0)]
    assert polygons_of(polygon(floats), is_fictional=True)
    with pytest.raises(GeometryError, match="写反"):
        polygons_of(polygon([[0.0, 91.0]]), is_fictional=True)
    with pytest.raises(GeometryError, match="不是经纬度"):
        polygons_of(polygon([[0.0, 181.0]]), is_fictional=True)
