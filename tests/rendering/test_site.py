"""A rendered site: one Markdown file a page, its metadata in front."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

import pytest
import yaml

from generators.composing.kit.page import Page
from generators.composing.site.compose import compose
from generators.disclosing import Audience, Publication, disclose
from generators.pipeline import Examined
from generators.reading.prose import parsed_prose
from generators.rendering import RenderedPage, RenderedSite, render


@pytest.fixture(scope="module")
def site(county: Examined) -> RenderedSite:
    """Return the fictional county's internal site."""
    return county.site(Audience.INTERNAL)


def _page(site: RenderedSite, path: str) -> RenderedPage:
    (page,) = (page for page in site.pages if page.path == path)
    return page


def test_the_view_of_every_page_is_made_once(publication: Publication) -> None:
    made: Counter[str] = Counter()

    def counted(page: Page) -> object:
        made[page.address] += 1
        return page.view

    composition = compose(publication)
    counting = (replace(page, make_view=partial(counted, page)) for page in composition.pages)
    site = render(replace(composition, pages=tuple(counting)), parsed_prose)
    assert all(page.markdown for page in site.pages)
    assert made == dict.fromkeys((page.address for page in composition.pages), 1)


def test_drawing_pages_makes_no_index_that_another_process_would_make_again(publication: Publication) -> None:
    fresh = replace(publication)
    composition = compose(fresh)
    parts = composition.citations.parts
    before = [set(vars(owner)) for owner in (fresh, parts, parts.places)]
    assert all(page.markdown for page in render(composition, parsed_prose).pages)
    assert [set(vars(owner)) for owner in (fresh, parts, parts.places)] == before


def test_no_two_pages_are_one_file(site: RenderedSite) -> None:
    assert max(Counter(page.path for page in site.pages).values()) == 1


def test_hand_written_pages_stay_where_they_were_written(site: RenderedSite) -> None:
    paths = {page.path for page in site.pages}
    assert {"about.md", "cases/village-map.md", "bulletins/tidy-notes/2025/1.md"} <= paths


def test_sections_are_folders_and_their_members_files(site: RenderedSite) -> None:
    paths = {page.path for page in site.pages}
    assert {
        "index.md",
        "divisions/index.md",
        "divisions/fengping.md",
        "divisions/fengping/liuwan.md",
    } <= paths
    assert {"methods/index.md", "programmes/tidy-villages.md", "sources/plan.md"} <= paths


def test_no_address_is_left_unresolved(site: RenderedSite) -> None:
    assert [page.path for page in site.pages if "site:/" in page.source] == []


def test_the_source_begins_with_metadata_in_yaml(site: RenderedSite) -> None:
    page = _page(site, "cases/village-map.md")
    front, _, body = page.source.removeprefix("---\n").partition("\n---\n\n")
    assert yaml.safe_load(front) == dict(page.meta)
    assert body.startswith("# 一村一图\n")
    assert page.source.endswith("\n")


def test_metadata_says_what_the_page_is(site: RenderedSite) -> None:
    meta = _page(site, "divisions/fengping/liuwan/east.md").meta
    assert meta["kind"] == "division"
    assert meta["fictional"] is True
    assert meta["crumbs"] == [
        ["首页", "/"],
        ["区划", "/divisions/"],
        ["枫屏县", "/divisions/fengping/"],
        ["柳湾镇", "/divisions/fengping/liuwan/"],
    ]


def test_a_description_has_its_figures_in_words(site: RenderedSite) -> None:
    assert _page(site, "cases/village-map.md").meta["description"] == (
        "把每户的责任画在一张图上，柳湾镇已完成2个。"
    )


def test_boards_stay_out_of_the_search(site: RenderedSite) -> None:
    assert _page(site, "boards/tidy-villages.md").meta["search"] == {"exclude": True}
    assert _page(site, "divisions/fengping/liuwan.md").meta["search"] != {"exclude": True}


def test_no_name_is_read_as_prose(county: Examined) -> None:
    assert county.dataset is not None
    assert county.measurements is not None
    name = '{{ value("x") }}'
    programmes = {
        key: each.detached(name=name, short_name=name) for key, each in county.dataset.programmes.items()
    }
    dataset = replace(county.dataset, programmes=programmes)
    rendered = render(compose(disclose(dataset, county.measurements, Audience.INTERNAL)), parsed_prose)
    described = {page.path: str(page.meta["description"]) for page in rendered.pages}
    assert described["boards/tidy-villages.md"].startswith(name)
    assert described["bulletins/tidy-notes/2025/1.md"] == "柳湾镇先行，投入20.5万元。"
