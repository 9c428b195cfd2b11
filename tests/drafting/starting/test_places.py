from __future__ import annotations

import pytest

from generators.drafting.starting.places import county_of, township_complaints, townships_of
from generators.model.division import DivisionKind


@pytest.mark.parametrize(
    ("name", "kind", "word"),
    [
        ("甲镇", DivisionKind.TOWN, None),
        ("乙乡", DivisionKind.TOWNSHIP, None),
        ("丙民族乡", DivisionKind.TOWNSHIP, "民族乡"),
        ("丁街道", DivisionKind.SUBDISTRICT, None),
        ("丁街道办事处", DivisionKind.SUBDISTRICT, None),
        ("戊办事处", DivisionKind.OFFICE, None),
        ("己林场", DivisionKind.OTHER, "林场"),
        ("庚", None, None),
    ],
)
def test_the_end_of_a_name_tells_the_kind(name: str, kind: DivisionKind | None, word: str | None) -> None:
    (township,) = townships_of([(name, "one")])
    assert (township.kind, township.word, township.is_numbered) == (kind, word, False)


def test_a_county_may_be_a_district_a_city_or_a_banner() -> None:
    kinds = [county_of(name, "x").kind for name in ("甲县", "乙自治县", "丙区", "丁市", "戊旗", "己州")]
    county = DivisionKind.COUNTY
    assert kinds == [county, county, DivisionKind.DISTRICT, DivisionKind.COUNTY_CITY, county, None]


def test_a_township_without_an_id_is_numbered_by_its_place() -> None:
    townships = townships_of([("甲镇", ""), ("乙乡", "yi"), ("丙乡", "")])
    assert [each.id for each in townships] == ["township-01", "yi", "township-03"]


def test_all_that_is_wrong_with_townships_is_told() -> None:
    townships = townships_of([("甲镇", "A"), ("甲镇", "yi"), ("庚", "yi"), ("长" * 60 + "镇", "")])
    told = "\n".join(township_complaints(townships))
    assert "“甲镇”的标识“A”不是合法标识" in told
    assert "乡镇“甲镇”写了2次" in told
    assert "乡镇的标识“yi”用了2次" in told
    assert "认不出“庚”是哪一类" in told
    assert "太长" in told
    assert list(township_complaints(())) == ["没有写乡镇：请至少写一个"]
