from __future__ import annotations

from collections.abc import Sequence

import pytest

from generators import geometry
from generators.model.outline import Polygon
from tests.build.maps import Points, ring, square

Shape = tuple[Polygon, ...]


def _shape(*rings: Points) -> Shape:
    """Return one polygon: an outer ring and its holes."""
    return (tuple(map(ring, rings)),)


def _points(polygon: Polygon) -> list[tuple[float, float]]:
    return list(zip(polygon[0][::2], polygon[0][1::2], strict=True))


def test_a_square_does_not_cross_itself() -> None:
    assert geometry.crossing(_shape(square(0, 0))) is None


@pytest.mark.parametrize(
    ("rings", "reason", "at"),
    [
        ((((0, 0), (2, 2), (2, 0), (0, 2), (0, 0)),), "Self-intersection", (1, 1)),
        ((square(0, 0), square(5, 5)), "Hole lies outside shell", (5, 5)),
        ((((0, 0), (1, 0), (0, 0), (0, 0)),), "Too few points in geometry component", (0, 0)),
    ],
)
def test_a_crossing_is_told_with_its_place(
    rings: Sequence[Points], reason: str, at: tuple[float, float]
) -> None:
    found = geometry.crossing(_shape(*rings))
    assert found is not None
    assert (found.reason, (found.x, found.y)) == (reason, at)


def test_neighbours_do_not_overlap() -> None:
    shapes = {"a": _shape(square(0, 0)), "b": _shape(square(1, 0)), "c": _shape(square(0, 1))}
    assert list(geometry.overlaps(shapes, 0)) == []


def test_an_overlap_is_a_share_of_the_smaller_shape() -> None:
    shapes = {"large": _shape(square(0, 0, 10)), "small": _shape(square(9, 0, 2))}
    ((first, second, share),) = geometry.overlaps(shapes, 0.1)
    assert (first, second) == ("large", "small")
    assert share == pytest.approx(0.5)
    assert list(geometry.overlaps(shapes, 0.5)) == []


def test_a_gap_is_enclosed_and_large_enough() -> None:
    hole = square(0.4, 0.4, 0.2)
    shapes = [_shape(square(0, 0), hole), _shape(square(1, 0))]
    ((x, y),) = geometry.gaps(shapes, 0.03)
    assert 0.4 < x < 0.6
    assert 0.4 < y < 0.6
    assert list(geometry.gaps(shapes, 0.05)) == []
    assert list(geometry.gaps([*shapes, _shape(hole)], 0)) == []


def test_neighbours_share_their_border_after_simplification() -> None:
    border = [(10 + (0.2 if at % 2 else 0), float(at)) for at in range(21)]
    left = _shape([(0, 0), *border, (0, 20), (0, 0)])
    right = _shape([*border, (20, 20), (20, 0), border[0]])
    simple = geometry.simplified([left, right], 1.5)
    first, second = ({*_points(polygons[0])} for polygons in simple)
    assert len(first & second) < len(border) / 2
    shared = first & {*border}
    assert shared == second & {*border}
    assert {border[0], border[-1]} <= shared


def test_the_middle_of_a_shape_is_that_of_its_largest_circle() -> None:
    found = geometry.middle((*_shape(square(0, 0, 100)), *_shape(square(200, 0, 10))))
    assert [found.x, found.y] == pytest.approx([50, 50], abs=1)
    assert found.radius == pytest.approx(50, abs=1)
