from __future__ import annotations

from generators.publishing.search.unsearched import with_unsearched, without_unsearched

DRAWING = '<svg role="img"><title>走势</title><path d="M0 0"/></svg>'
REPEATED = f'<table class="tb-table" data-search-exclude><tr><td>1{DRAWING}</td></tr></table>'
SEARCHED = "<table><tr><td>东桥镇</td></tr></table>"


def test_the_search_plugin_sees_neither_drawings_nor_tables_kept_out() -> None:
    seen, unsearched = without_unsearched(f"<h1>题</h1>{DRAWING}<p>{DRAWING}</p>{REPEATED}{SEARCHED}")
    assert unsearched == [DRAWING, DRAWING, REPEATED]
    assert "走势" not in seen
    assert SEARCHED in seen


def test_everything_comes_back_in_its_place() -> None:
    page = f"{DRAWING}<h1>题</h1>{REPEATED}<p>\\1</p>{SEARCHED}{DRAWING}"
    assert with_unsearched(*without_unsearched(page)) == page


def test_a_page_without_any_stays_as_it_is() -> None:
    assert without_unsearched(SEARCHED) == (SEARCHED, [])
    assert with_unsearched(SEARCHED, []) == SEARCHED
