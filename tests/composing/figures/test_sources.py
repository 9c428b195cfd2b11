"""Documents with too many figures for a page are spread over several, and every link finds its figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urljoin

import pytest

from generators.composing.figures import source_figures
from generators.composing.kit import figure_places
from generators.composing.kit.figure_places import FigurePlaces, area_of, figure_anchor
from generators.disclosing import Audience
from generators.pipeline import Examined, examine
from generators.rendering import RenderedSite
from tests.browser.sites import COUNTY_AS_OF
from tests.build.county import COUNTY, PROGRAMME, Size, write_county
from tests.build.publications import disclosed_project
from tests.reading_sites.rendered_site import pages_of

_VILLAGES: Final = 1000
_LINK: Final = re.compile(r'href="([^"#]*sources/[^"#]*)#([^"]+)"')
_MOST_BYTES: Final = 1_000_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return the pages of a county whose thousand villages answer in one return, by their paths."""
    project = tmp_path_factory.mktemp("large")
    write_county(project, Size(_VILLAGES, bulletins=1, cases=1), seed=1)
    return _pages(examine(project, COUNTY_AS_OF))


def _pages(examined: Examined) -> Mapping[str, str]:
    site: RenderedSite = examined.site(Audience.PUBLIC)
    return pages_of(site)


def _ids(text: str) -> frozenset[str]:
    return frozenset(re.findall(r'<tr id="([^"]+)"', text))


def _figure_links(pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield path and anchor of every link to a figure of a source."""
    for path, text in pages.items():
        place = "/" + path.removesuffix("index.md").replace(".md", "/")
        for href, anchor in _LINK.findall(text):
            yield urljoin(place, href).strip("/") + ".md", anchor


def test_a_large_return_is_divided_by_indicator(large: Mapping[str, str]) -> None:
    own = large["sources/quarterly-return.md"]
    parts = {path: text for path, text in large.items() if path.startswith("sources/quarterly-return/")}
    assert len(own.encode()) < _MOST_BYTES / 10
    assert parts
    assert max(len(text.encode()) for text in parts.values()) < _MOST_BYTES
    assert all(re.fullmatch(rf"sources/quarterly-return/{PROGRAMME}/[a-z0-9-]+\.md", path) for path in parts)
    assert sum(len(_ids(text)) for text in parts.values()) > _VILLAGES
    assert "按指标分页列出" in own


def test_every_link_to_a_figure_leads_to_it(large: Mapping[str, str]) -> None:
    ids = {path: _ids(text) for path, text in large.items() if path.startswith("sources/")}
    links = set(_figure_links(large))
    assert len(links) > _VILLAGES
    assert [(path, anchor) for path, anchor in links if anchor not in ids.get(path, ())] == []


def test_a_small_document_keeps_all_on_its_page(county: Examined) -> None:
    pages = [path for path in _pages(county) if path.startswith("sources/")]
    assert pages
    assert {path.count("/") for path in pages} == {1}


def test_an_indicator_of_too_many_places_is_divided_by_area(
    county: Examined, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _pages(county)
    monkeypatch.setattr(figure_places, "ON_ONE_PAGE", 3)
    monkeypatch.setattr(figure_places, "OF_ONE_INDICATOR", 2)
    for module in (figure_places, source_figures):  # of one county there would be one area
        monkeypatch.setattr(module, "area_of", str)
    divided = _pages(county)
    assert [path for path in divided if path.startswith("sources/") and path.count("/") > 3]
    for pages in (whole, divided):
        ids = {path: _ids(text) for path, text in pages.items() if path.startswith("sources/")}
        assert [link for link in _figure_links(pages) if link[1] not in ids.get(link[0], ())] == []
    told = [sorted(each for text in _sources(pages) for each in _ids(text)) for pages in (whole, divided)]
    assert told[0] == told[1]


def _sources(pages: Mapping[str, str]) -> Iterator[str]:
    return (text for path, text in pages.items() if path.startswith("sources/"))


def test_places_depend_on_how_much_is_seen(county: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    publication = disclosed_project(county, Audience.INTERNAL)
    (document, address, division) = next(
        (each.report.source.document, each.indicator, each.division)
        for each in publication.all_observations
        if each.report.source is not None
    )
    assert FigurePlaces(publication).page(document, address, division) == f"site:/sources/{document}/"
    monkeypatch.setattr(figure_places, "ON_ONE_PAGE", 0)
    page = FigurePlaces(publication).page(document, address, division)
    assert page == f"site:/sources/{document}/{address}/"
    figure = FigurePlaces(publication).figure(document, address, division, "2025-05")
    assert figure == f"{page}#{figure_anchor(address, division, '2025-05')}"


def test_the_area_is_the_topmost_division() -> None:
    assert [area_of(each) for each in (COUNTY, f"{COUNTY}/town", f"{COUNTY}/town/village")] == [COUNTY] * 3
