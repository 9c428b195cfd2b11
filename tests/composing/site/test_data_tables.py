"""The tables of the open data: what pages show is in one of them, for the audience that sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from generators.composing.divisions.pages import DivisionView, division_pages
from generators.composing.kit import urls
from generators.composing.kit.section import SiteParts
from generators.composing.kit.table import DataTable, Value
from generators.composing.site.data_tables import data_tables
from generators.composing.site.sections import SECTIONS
from generators.disclosing import Publication
from generators.results.figures import Origin

Rows = Sequence[Mapping[str, Value]]


def _site(publication: Publication) -> SiteParts:
    return SiteParts(publication, sections=tuple(each for each in SECTIONS if each.has_content(publication)))


def _rows(table: DataTable) -> Rows:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


@pytest.fixture(scope="module")
def site(internal_publication: Publication) -> SiteParts:
    return _site(internal_publication)


@pytest.fixture(scope="module")
def tables(site: SiteParts) -> Mapping[str, Rows]:
    return {table.name: _rows(table) for table in data_tables(site)}


def test_values_that_are_computed_have_a_row_unless_they_have_a_target(
    site: SiteParts, tables: Mapping[str, Rows]
) -> None:
    targets = {(row["programme"], row["division"], row["indicator"]) for row in tables["progress"]}
    computed = {(row["programme"], row["division"], row["indicator"]) for row in tables["computed"]}
    expected = {
        (address.programme, division, address.name)
        for (division, address), measured in site.publication.values.items()
        if measured.origin is not Origin.DECLARED
    }
    assert computed == expected - targets
    assert computed


def test_corrections_and_discrepancies_are_those_of_the_page_of_quality(
    site: SiteParts, tables: Mapping[str, Rows]
) -> None:
    publication = site.publication
    assert [(row["division"], row["old"], row["reason"]) for row in tables["corrections"]] == [
        (each.division, str(each.old), each.reason) for each in publication.corrections
    ]
    assert [(row["division"], row["reported"]) for row in tables["discrepancies"]] == [
        (each.division, str(each.coverage.reported)) for each in publication.discrepancies
    ]


def test_the_public_is_told_nothing_that_the_internal_files_do_not_have(
    publication: Publication, tables: Mapping[str, Rows]
) -> None:
    for table in data_tables(_site(publication)):
        if table.name in {"corrections", "remarks"}:
            assert all(row in tables[table.name] for row in _rows(table)), table.name


def test_the_page_of_a_place_names_the_tables_that_have_its_rows(
    site: SiteParts, tables: Mapping[str, Rows]
) -> None:
    by_address = {urls.data_table(name): rows for name, rows in tables.items()}
    named = 0
    for page in division_pages(site):
        if isinstance(page.view, DivisionView):
            for link in page.view.data:
                places = {str(row["division"]) for row in by_address[link.href]}
                named += 1
                assert any(each == page.view.id or each.startswith(f"{page.view.id}/") for each in places)
    assert named
