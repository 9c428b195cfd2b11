from __future__ import annotations

import pytest

from generators.model.programme import Programme
from generators.model.site import Site
from generators.model.township import TownshipFile, VillagesFile
from generators.reading.field_names import known_names, probable_name


def test_names_are_those_editors_write() -> None:
    names = known_names(TownshipFile, ("targets", 0))
    assert {"from", "by", "indicator"} <= set(names)
    assert not {"start", "due"} & set(names)


@pytest.mark.parametrize(
    ("kind", "path", "name"),
    [
        (TownshipFile, (), "kind"),
        (TownshipFile, ("reports", 3, "values", "a/b"), "numerator"),
        (TownshipFile, ("reports", 3, "source"), "document"),
        (VillagesFile, ("villages", "x", "reports", 0), "period"),
        (Programme, ("framework", 0, "children", 1, "children", 2), "declared"),
        (Programme, ("indicators", "x", "where"), "at-least"),
        (Programme, ("period",), "to"),
        (Programme, ("consequences", "x", "when"), "rank"),
        (Programme, ("consequences", "x", "when", "rank", "bands", 0), "amount"),
        (Site, ("audiences", "public"), "notice"),
    ],
)
def test_every_record_within_a_record_is_known(
    kind: type[TownshipFile], path: tuple[str | int, ...], name: str
) -> None:
    assert name in known_names(kind, path)


def test_where_no_record_stands_no_name_is_known() -> None:
    assert known_names(TownshipFile, ("name", "x")) == ()
    assert known_names(TownshipFile, ("absent", 0)) == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("indictor", "indicator"),
        ("Indicator", "indicator"),
        ("not-applicable", "not_applicable"),
        ("数值", None),
    ],
)
def test_probable_name(written: str, meant: str | None) -> None:
    assert probable_name(written, ("indicator", "value", "not_applicable")) == meant
