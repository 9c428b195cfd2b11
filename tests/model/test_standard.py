from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from generators.model.standard import ItemCheck, Standard

ITEMS = {"a": {"name": "甲"}, "b": {"name": "乙"}, "c": {"name": "丙"}}
ON, LATER, DAY = date(2024, 3, 1), date(2024, 4, 1), timedelta(days=1)


@pytest.mark.parametrize(
    ("passes", "required"), [({}, 3), ({"passes": "all"}, 3), ({"passes": {"at-least": 2}}, 2)]
)
def test_a_standard_asks_for_all_items_or_for_so_many(passes: dict[str, object], required: int) -> None:
    assert Standard.model_validate({"name": "标准", "items": ITEMS} | passes).required == required


@pytest.mark.parametrize("passes", ["some", 2, {"at-least": 0}, {"at-most": 2}, {}])
def test_other_words_are_refused(passes: object) -> None:
    with pytest.raises(ValidationError):
        Standard.model_validate({"name": "标准", "items": ITEMS, "passes": passes})


def test_a_standard_has_items() -> None:
    with pytest.raises(ValidationError):
        Standard.model_validate({"name": "标准", "items": {}})


def test_a_check_holds_until_the_day_it_is_revoked() -> None:
    fields: dict[str, object] = {"item": "work/tidy/road", "on": ON, "evidence": "表"}
    check = ItemCheck.model_validate(fields)
    assert (check.standard, check.name) == ("work/tidy", "road")
    assert [check.holds(day) for day in (ON - DAY, ON, LATER)] == [False, True, True]
    revoked = ItemCheck.model_validate(fields | {"revoked": {"on": LATER, "reason": "坏了"}})
    assert [revoked.holds(day) for day in (ON, LATER - DAY, LATER)] == [True, True, False]
