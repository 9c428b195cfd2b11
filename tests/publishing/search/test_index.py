from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.plugins import BasePlugin

from generators.publishing.defaults import load_configuration
from generators.publishing.search.index import PageIndex, collect_pages, quick_index
from tests.build.project import COUNTY_SMALL

SIMPLE = (
    '<h1 id="top">题</h1><p>一</p>'
    '<h2 id="a">甲 <code>x</code></h2><ul><li>m<sup>2</sup> &lt; 3</li><li>二</li></ul>'
    '<h2 id="b" data-search-exclude>乙</h2><p>三</p>'
)
COMMENTED = f"{SIMPLE}<!-- 注 -->"


def _page(content: str, **meta: object) -> Any:  # noqa: ANN401 - stands for a page of MkDocs
    return SimpleNamespace(content=content, meta=meta, toc=[], url="cases/x/", title="题")


def _entries(content: str, **meta: object) -> list[dict[str, Any]]:
    index = PageIndex()
    page = _page(content, **meta)
    index.add_quickly(page)
    index.add_entry_from_context(page)
    entries: list[dict[str, Any]] = index.entries
    return entries


@pytest.mark.parametrize("content", [SIMPLE, COMMENTED])
def test_a_page_is_one_entry_of_plain_text(content: str) -> None:
    facets = {"类型": ["案例"]}
    assert _entries(content, tags=["一&amp;二"], search={"facets": facets}) == [
        {
            "location": "cases/x/",
            "tags": ["一&二"],
            "facets": facets,
            "sections": [["", "题", "一"], ["#a", "甲 x", "m2 < 3 二"]],
        }
    ]


def test_a_section_without_a_heading_is_called_as_the_page_is() -> None:
    (entry,) = _entries("<p>字</p>", title="甲 &amp; 乙")
    assert entry["sections"] == [["", "甲 & 乙", "字"]]


@pytest.mark.parametrize("content", [SIMPLE, COMMENTED])
def test_a_page_that_is_not_searched_has_none(content: str) -> None:
    assert _entries(content, search={"exclude": True}) == []
    assert _entries('<h1 id="top" data-search-exclude>题</h1><p>一</p>') == []


@pytest.mark.parametrize("content", [COMMENTED, "<p>一\u2029二</p>", '<p data-search-boost="2">一</p>'])
def test_what_it_does_not_know_it_leaves_to_the_parser_of_the_plugin(content: str) -> None:
    index = PageIndex()
    assert not index.add_quickly(_page(content))
    assert index.entries == []


def test_another_plugin_sees_the_content_of_pages(tmp_path: Path) -> None:
    config = load_configuration(COUNTY_SMALL, site_dir=str(tmp_path))
    collect_pages(config)
    assert quick_index(config) is not None
    config.plugins["another"] = BasePlugin()
    assert quick_index(config) is None
