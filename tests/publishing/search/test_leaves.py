from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generators.publishing.search.leaves import chunk_size, chunks_of, leaves_of

_TEXTS = st.lists(st.text("村镇 1", max_size=60), min_size=1, max_size=5)


def _entry(location: str, *texts: str) -> dict[str, Any]:
    sections = [[f"#{at}" if at else "", f"题{at}", text] for at, text in enumerate(texts)]
    return {"location": location, "tags": ["标"], "facets": {}, "sections": sections}


@given(st.lists(_TEXTS, max_size=4))
def test_nothing_is_lost_and_no_word_is_divided(pages: list[list[str]]) -> None:
    entries = [_entry(f"p{at}/", *texts) for at, texts in enumerate(pages)]
    leaves = list(leaves_of(entries, 20))
    for entry in entries:
        own = [leaf for leaf in leaves if leaf.location == entry["location"]]
        assert [leaf.is_first for leaf in own] == [True] + [False] * (len(own) - 1)
        for anchor, title, text in entry["sections"]:
            parts = [part for leaf in own for part in leaf.sections if part[0] == anchor]
            assert {part[1] for part in parts} == {title}
            assert " ".join(part[2] for part in parts) == text
    assert [leaf for chunk in chunks_of(leaves, 20) for leaf in chunk] == leaves


def test_pages_come_in_the_order_of_their_addresses_and_share_chunks() -> None:
    leaves = list(leaves_of([_entry("c/", "字" * 15), _entry("a/", "字"), _entry("b/", "字")], 20))
    assert [leaf.location for leaf in leaves] == ["a/", "b/", "c/"]
    assert [[leaf.location for leaf in chunk] for chunk in chunks_of(leaves, 20)] == [["a/", "b/"], ["c/"]]


def test_a_long_page_has_several_leaves_and_a_long_word_is_left_whole() -> None:
    text = "字" * 12 + " 词 " + "长" * 30
    first, second = leaves_of([_entry("a/", text)], 20)
    assert [leaf.sections[0][2] for leaf in (first, second)] == ["字" * 12 + " 词", "长" * 30]
    assert (second.title, second.tags, second.is_first) == ("题0", ["标"], False)


def test_chunks_grow_with_the_site() -> None:
    sizes = {10: 2000, 1000: 2000, 12_000: 3000, 20_000: 5000, 100_000: 5000}
    assert {pages: chunk_size(pages) for pages in sizes} == sizes
