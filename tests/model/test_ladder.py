from __future__ import annotations

import pytest

from generators.model.ladder import Ladder

ONE, TWO = {"id": "one", "name": "一"}, {"id": "two", "name": "二"}


def _ladder(**fields: object) -> Ladder:
    return Ladder.model_validate({"name": "等次", "tiers": [ONE, TWO]} | fields)


def test_a_tier_is_ranked_from_the_lowest() -> None:
    ladder = _ladder(by="assessment")
    assert [ladder.rank(name) for name in ("one", "two", "three")] == [0, 1, None]


@pytest.mark.parametrize(
    ("fields", "has_floor"),
    [
        ({"by": "assessment"}, True),
        ({"by": "threshold"}, True),
        ({"by": "threshold", "tiers": [ONE | {"at-least": 0}, TWO]}, False),
        ({"by": "checklist", "tiers": [ONE | {"standard": "tidy"}, TWO]}, False),
        ({"by": "checklist", "tiers": [ONE, TWO | {"standard": "tidy"}]}, True),
    ],
)
def test_a_ladder_has_a_floor_where_its_lowest_tier_asks_for_nothing(
    fields: dict[str, object],
    has_floor: bool,  # noqa: FBT001 - what is expected
) -> None:
    assert _ladder(**fields).has_floor is has_floor


def test_the_standards_of_a_ladder_are_named_once() -> None:
    tiers = [ONE | {"standard": "a"}, TWO | {"standard": "b"}]
    assert _ladder(by="checklist", standard="b", tiers=tiers).standards == ("b", "a")
