from __future__ import annotations

import pytest

from generators.model.record import PlacedMapping
from generators.reading.salvage import broken_item, without
from generators.reading.yaml_source import parse_yaml


@pytest.mark.parametrize(
    ("path", "item"),
    [
        (("name",), None),
        (("reports",), None),
        (("reports", 3, "values", "a/b", "value"), ("reports", 3)),
        (("villages", "east", "name"), ("villages", "east")),
        (("villages", "east", "reports", 0, "period"), ("villages", "east", "reports", 0)),
        (("villages", "reports", "name"), ("villages", "reports")),
        (("villages", "Bad", "[key]"), ("villages", "Bad")),
    ],
)
def test_the_innermost_item_is_taken_out(
    path: tuple[str | int, ...], item: tuple[str | int, ...] | None
) -> None:
    assert broken_item(path) == item


def test_the_rest_keeps_its_values_and_places() -> None:
    node = parse_yaml("a: 1\nreports:\n  - x\n  - y: 1\n    z: 2\n  - w\n", "f").value
    left = without(node, [("reports", 0), ("reports", 1, "y")])
    assert left == {"a": 1, "reports": [{"z": 2}, "w"]}
    assert isinstance(left, PlacedMapping)
    assert [line for line, _ in left["reports"].spots] == [4, 6]
    assert left["reports"][0].value_place("z").line == 5


def test_the_original_is_not_changed() -> None:
    node = parse_yaml("reports: [1, 2]\n", "f").value
    without(node, [("reports", 0)])
    assert node == {"reports": [1, 2]}
