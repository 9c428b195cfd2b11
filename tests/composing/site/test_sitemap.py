from __future__ import annotations

from collections.abc import Iterator

import pytest

from generators.composing.kit import urls
from generators.composing.site.compose import Composition, compose
from generators.composing.site.sitemap import SECTION, SiteMapNode, SiteMapView
from generators.disclosing import Publication
from generators.model.division import Level


@pytest.fixture(scope="module")
def composition(publication: Publication) -> Composition:
    """Return the fictional county's public site before rendering."""
    return compose(publication)


@pytest.fixture(scope="module")
def view(composition: Composition) -> SiteMapView:
    """Return its site map."""
    (found,) = (page.view for page in composition.pages if page.address == SECTION.address)
    assert isinstance(found, SiteMapView)
    return found


def _addresses(nodes: tuple[SiteMapNode, ...]) -> Iterator[str]:
    for node in nodes:
        yield node.link.href
        yield from _addresses(node.children)


def test_every_page_is_there_once_but_home_and_villages(
    view: SiteMapView, composition: Composition, publication: Publication
) -> None:
    villages = {
        urls.division(each.id) for each in publication.divisions.values() if each.level is Level.VILLAGE
    }
    left_out = villages | {urls.HOME, SECTION.address}
    listed = [*_addresses(view.sections), *_addresses(view.others)]
    expected = {page.address for page in composition.pages} - left_out
    assert sorted(listed) == sorted(expected)
    assert (view.pages, view.villages) == (len(composition.pages), len(villages))


def test_townships_stand_below_their_county(view: SiteMapView) -> None:
    (divisions,) = (node for node in view.sections if node.link.href == urls.DIVISIONS)
    county = next(node for node in _walk(divisions.children) if node.link.href == urls.division("fengping"))
    assert {node.link.label for node in county.children} >= {"柳湾镇", "望溪街道"}


def _walk(nodes: tuple[SiteMapNode, ...]) -> Iterator[SiteMapNode]:
    for node in nodes:
        yield node
        yield from _walk(node.children)
