from __future__ import annotations

from pathlib import Path
from typing import Any

from generators.publishing.search.scripts import shards_of, write_search
from tests.build.project import files_below
from tests.reading_sites.search_files import search_file, searched_pages


def _entry(location: str, text: str, **facets: list[str]) -> dict[str, Any]:
    return {"location": location, "tags": ["标"], "facets": facets, "sections": [["", f"题{location}", text]]}


_ENTRIES = [
    _entry("b/", "乙 </script> \u2028", 类型=["通报"], 年份=["2025"], 范围=["公开"]),
    _entry("a/", "甲", 类型=["案例"], 年份=["2026"], 范围=["公开"]),
    _entry("c/", "丙", 类型=["案例"], 年份=[], 范围=["公开"]),
]


def test_the_files_are_scripts_of_one_version(tmp_path: Path) -> None:
    write_search(tmp_path / "search", _ENTRIES)
    files = [search_file(path) for path in sorted((tmp_path / "search").rglob("*.js"))]
    assert [(each.kind, each.number) for each in files] == [("index", 0), ("pairs", 0), ("texts", 0)]
    assert len({each.version for each in files}) == 1
    pages = searched_pages(tmp_path)
    assert {address: (page.kind, page.text) for address, page in pages.items()} == {
        "a/": ("案例", "标\n题a/\n甲"),
        "b/": ("通报", "标\n题b/\n乙 </script> \u2028"),
        "c/": ("案例", "标\n题c/\n丙"),
    }


def test_the_index_names_the_values_that_tell_pages_apart(tmp_path: Path) -> None:
    write_search(tmp_path / "search", _ENTRIES)
    index = search_file(tmp_path / "search/index.js").content
    assert index["facets"] == [
        ["类型", [["案例", [-1, 1]], ["通报", [1]]]],
        ["年份", [["2026", [-1]], ["2025", [1]]]],
    ]
    assert (index["shards"], index["chunks"], index["further"]) == (1, [3], [])


def test_the_order_of_the_pages_does_not_matter_and_their_texts_make_the_version(tmp_path: Path) -> None:
    write_search(tmp_path / "one", _ENTRIES)
    write_search(tmp_path / "other", _ENTRIES[::-1])
    assert files_below(tmp_path / "one") == files_below(tmp_path / "other")
    write_search(tmp_path / "changed", [*_ENTRIES[1:], _entry("b/", "己", 类型=["通报"])])
    one, changed = (search_file(tmp_path / name / "index.js").version for name in ("one", "changed"))
    assert one != changed


def test_a_long_page_is_in_several_chunks(tmp_path: Path) -> None:
    write_search(tmp_path / "search", [_entry("a/", "青崖村 " * 2000), _entry("b/", "字")])
    index = search_file(tmp_path / "search/index.js").content
    assert index["chunks"] == [1, 1, 1, 1, 1]
    assert index["further"] == [1, -2]
    assert searched_pages(tmp_path)["a/"].text.count("青崖村") == 2000


def test_the_shards_follow_the_number_of_postings() -> None:
    sizes = {0: 1, 4000: 1, 4001: 2, 60_000: 16, 4_000_000: 1024}
    assert {postings: shards_of(postings) for postings in sizes} == sizes
