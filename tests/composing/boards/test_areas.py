"""A board that is too large for one page: level by level, then area by area, and nobody twice or left out."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.composing.boards.areas import board_areas
from generators.composing.boards.pages import BoardView, board_pages
from generators.composing.kit.parts import Parts
from generators.disclosing import Audience, Publication
from generators.pipeline import examine
from tests.build.county import COUNTY, LAST_DAY, PROGRAMME, Size, write_county
from tests.build.publications import disclosed_project
from tests.reading_sites.shown_tables import column, hrefs

VILLAGES = 60


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Return a county of three townships of twenty villages each, all with targets."""
    folder = tmp_path_factory.mktemp("county")
    write_county(folder, Size(VILLAGES), seed=3)
    examined = examine(folder, date.fromisoformat(LAST_DAY))
    return disclosed_project(examined, Audience.PUBLIC)


def test_what_fits_is_one_page(publication: Publication) -> None:
    rows = tuple(publication.divisions)
    (area,) = board_areas(publication, COUNTY, rows, len(rows))
    assert (area.division, area.rows, area.parts) == (COUNTY, rows, ())


def test_the_first_page_has_the_levels_that_fit_and_the_others_the_rest(publication: Publication) -> None:
    first, *others = board_areas(publication, COUNTY, tuple(publication.divisions), 20)
    towns = tuple(f"{COUNTY}/town-{at}" for at in (1, 2, 3))
    assert (first.rows, first.parts) == ((COUNTY, *towns), towns)
    assert [each.division for each in others] == list(towns)
    assert {len(each.rows) for each in others} == {20}


def test_what_nothing_divides_further_stays_together(publication: Publication) -> None:
    _, *others = board_areas(publication, COUNTY, tuple(publication.divisions), 5)
    assert {len(each.rows) for each in others} == {20}


@given(most=st.integers(1, 80), data=st.data())
def test_every_row_stands_on_one_page(publication: Publication, most: int, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.sampled_from(list(publication.divisions)), unique=True))
    areas = list(board_areas(publication, COUNTY, rows, most))
    assert Counter(row for area in areas for row in area.rows) == Counter(rows)
    assert sorted(part for area in areas for part in area.parts) == sorted(
        area.division for area in areas[1:]
    )


def test_a_divided_board_leads_to_its_parts_and_back(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.composing.boards.pages.MAX_CELLS", 150)
    _, first, *others = board_pages(Parts(publication))
    assert isinstance(first.view, BoardView)
    areas = first.view.areas
    assert hrefs(areas, "head") == [page.address for page in others]
    assert others[0].address == f"site:/boards/{PROGRAMME}/{COUNTY}/town-1/"
    assert {page.crumbs[-1].href for page in others} == {first.address}
    assert set(column(areas, "divisions")) == {"20"}
    counts = [column(areas, each.name) for each in areas.columns[2:]]
    assert sum(int(count) for each in counts for count in each) == VILLAGES * 2
    for page in others:
        assert isinstance(page.view, BoardView)
        assert page.title.startswith("绿谷看板：")
        assert len(list(page.view.heat_map.rows)) == 20
