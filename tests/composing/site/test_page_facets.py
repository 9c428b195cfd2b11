from __future__ import annotations

from functools import cache

import pytest

from generators.composing.kit.page import Facets
from generators.composing.site.compose import compose
from generators.disclosing import Audience
from generators.pipeline import examine
from tests.build.project import SHILI, SHILI_DAY


@cache
def _facets() -> dict[str, Facets]:
    publication = examine(SHILI, SHILI_DAY).publication(Audience.INTERNAL)
    return {page.address.removeprefix("site:/"): page.facets for page in compose(publication).pages}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("methods/", Facets("计算方法")),
        ("divisions/shilixian/", Facets("区划")),
        ("divisions/shilixian/jiazi/", Facets("区划", places=("甲子镇",))),
        ("divisions/shilixian/jiazi/guyu/", Facets("区划", places=("甲子镇",))),
        ("cards/shilixian/jiazi/", Facets("一镇一页", places=("甲子镇",))),
    ],
)
def test_a_page_is_found_by_its_section_and_its_place(address: str, expected: Facets) -> None:
    assert _facets()[address] == expected


def test_documents_and_rounds_are_found_by_what_they_are_about() -> None:
    bulletin = _facets()["bulletins/shili-circular/2026/2/"]
    assert (bulletin.kind, bulletin.years, bulletin.is_internal) == ("通报", ("2026",), True)
    inspection = _facets()["inspections/2026-q3-round/"]
    assert (inspection.kind, inspection.years) == ("督查", ("2026",))
    assert inspection.programmes == _facets()["programmes/shili-1357/"].programmes == ("一三五七",)


def test_the_year_of_a_period_is_in_its_address() -> None:
    years = {
        address.rstrip("/").rpartition("/")[2]: facets.years
        for address, facets in _facets().items()
        if address.startswith("rankings/") and address.count("/") == 4
    }
    assert years
    assert all(found == (period[:4],) for period, found in years.items())
