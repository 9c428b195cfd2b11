from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search.plugin import SearchIndex
from mkdocs.plugins import BasePlugin

from generators.model.ideographs import EQUIVALENT
from generators.publishing.defaults import load_configuration
from generators.publishing.search.index import (
    QuickSearchIndex,
    fill_search_index_quickly,
    quick_index,
    slim_search_index,
)
from tests.build.project import COUNTY_SMALL

SIMPLE = (
    '<h1 id="top">题</h1><p>一</p><h2 id="a">甲</h2><p>二</p><h2 id="b" data-search-exclude>乙</h2><p>三</p>'
)


def _page(content: str, **meta: object) -> Any:  # noqa: ANN401 - stands for a page of MkDocs
    return SimpleNamespace(content=content, meta=meta, toc=[], url="cases/x/", title="题")


@pytest.mark.parametrize("content", [SIMPLE, "", "字"])
@pytest.mark.parametrize("meta", [{}, {"search": {"exclude": True}}, {"title": "名", "tags": ["标"]}])
def test_it_has_the_entries_of_the_plugin(content: str, meta: dict[str, object]) -> None:
    ours, theirs = QuickSearchIndex(), SearchIndex()
    page = _page(content, **meta)
    assert ours.add_quickly(page)
    ours.add_entry_from_context(page)
    theirs.add_entry_from_context(_page(content, **meta))
    assert ours.entries == theirs.entries


@pytest.mark.parametrize(
    "content", [f"{SIMPLE}<!-- 注 -->", "<p>一\u2029二</p>", '<p data-search-boost="2">一</p>']
)
def test_what_it_does_not_know_it_leaves_to_the_plugin(content: str) -> None:
    ours, theirs = QuickSearchIndex(), SearchIndex()
    assert not ours.add_quickly(_page(content))
    assert ours.entries == []
    ours.add_entry_from_context(_page(content))
    theirs.add_entry_from_context(_page(content))
    assert ours.entries == theirs.entries


def test_another_plugin_sees_the_content_of_pages(tmp_path: Path) -> None:
    config = load_configuration(COUNTY_SMALL, site_dir=str(tmp_path))
    fill_search_index_quickly(config)
    assert quick_index(config) is not None
    config.plugins["another"] = BasePlugin()
    assert quick_index(config) is None


def test_the_index_holds_plain_characters_without_word_breaks(tmp_path: Path) -> None:
    index = tmp_path / "search_index.json"
    document = {"docs": [{"title": "集体\u200b经济", "text": "a \u2028 “b”"}]}
    index.write_text(json.dumps(document, indent=1), encoding="utf-8")
    slim_search_index(index)
    written = index.read_text(encoding="utf-8")
    assert written.startswith('{"docs":[{"title":"集体经济","text":"a \u2028 “b”"}],"config":{"ideographs":"')
    pairs = json.loads(written)["config"]["ideographs"]
    assert dict(zip(pairs[::2], pairs[1::2], strict=True)) == EQUIVALENT
