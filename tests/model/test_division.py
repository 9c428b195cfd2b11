from __future__ import annotations

from datetime import date, timedelta

import pytest

from generators.model.division import Division, DivisionKind, Level, Merger
from generators.model.record import Place

ON = date(2024, 5, 10)


def _village(merged: Merger | None) -> Division:
    kind, place = DivisionKind.VILLAGE, Place("-")
    return Division("c/t/v", "某村", kind, "c/t", fictional=True, place=place, merged=merged)


@pytest.mark.parametrize(("into", "successor"), [("w", "c/t/w"), ("c/s/w", "c/s/w")])
def test_a_successor_is_named_within_the_township_or_wholly(into: str, successor: str) -> None:
    assert _village(Merger(into=into, on=ON)).successor == successor


def test_a_village_exists_until_the_day_of_its_merger() -> None:
    merged = _village(Merger(into="w", on=ON))
    assert merged.exists_on(ON - timedelta(days=1))
    assert not merged.exists_on(ON)
    whole = _village(None)
    assert whole.exists_on(ON)
    assert whole.successor is None


def test_divisions_of_a_level_have_one_name_together() -> None:
    assert [level.text for level in Level] == ["省", "市", "县（市、区）", "乡镇（街道）", "村（社区）"]
