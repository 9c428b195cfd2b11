from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search.plugin import SearchIndex

from generators.model.ideographs import EQUIVALENT
from generators.publishing.search.index import QuickSearchIndex, slim_search_index

SIMPLE = (
    '<h1 id="top">题</h1><p>一</p><h2 id="a">甲</h2><p>二</p><h2 id="b" data-search-exclude>乙</h2><p>三</p>'
)


def _page(content: str, **meta: object) -> Any:  # noqa: ANN401 - stands for a page of MkDocs
    return SimpleNamespace(content=content, meta=meta, toc=[], url="cases/x/", title="题")


@pytest.mark.parametrize("content", [SIMPLE, f"{SIMPLE}<!-- 注 -->", "", "字"])
@pytest.mark.parametrize("meta", [{}, {"search": {"exclude": True}}, {"title": "名", "tags": ["标"]}])
def test_it_has_the_entries_of_the_plugin(content: str, meta: dict[str, object]) -> None:
    ours, theirs = QuickSearchIndex(), SearchIndex()
    ours.add_entry_from_context(_page(content, **meta))
    theirs.add_entry_from_context(_page(content, **meta))
    assert ours.entries == theirs.entries


def test_the_index_holds_plain_characters_without_word_breaks(tmp_path: Path) -> None:
    index = tmp_path / "search_index.json"
    document = {"docs": [{"title": "集体\u200b经济", "text": "a \u2028 “b”"}]}
    index.write_text(json.dumps(document, indent=1), encoding="utf-8")
    slim_search_index(index)
    written = index.read_text(encoding="utf-8")
    assert written.startswith('{"docs":[{"title":"集体经济","text":"a \u2028 “b”"}],"config":{"ideographs":"')
    pairs = json.loads(written)["config"]["ideographs"]
    assert dict(zip(pairs[::2], pairs[1::2], strict=True)) == EQUIVALENT
