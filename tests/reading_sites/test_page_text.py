from __future__ import annotations

from generators.rendering import RenderedPage
from tests.reading_sites.page_text import page_text

_BODY = """# 净村看板

先看[县](county/)，<b>再看</b>镇。

<div class="wrap" aria-label="看板"><table><caption>按月</caption>
<thead><tr><th>区划</th><th>村数</th></tr></thead>
<tbody><tr><td><a href="east/">东镇</a><span>更正</span></td><td data-sort="2">2个</td></tr></tbody>
</table></div>

- 一
- <img src="map.svg" alt="一张图">
"""


def test_what_is_read_is_kept_and_how_it_is_marked_up_is_not() -> None:
    page = RenderedPage(
        "boards/a.md", {"title": "净村看板", "names": [["a", "b"]], "search": False}, lambda: _BODY
    )
    assert page_text(page) == [
        "=== boards/a.md",
        'title: "净村看板"',
        "search: false",
        "# 净村看板",
        "先看 [县](county/) ， 再看 镇。",
        "{看板}",
        "按月",
        "| 区划 | 村数 |",
        "| [东镇](east/) 更正 | 2个 |",
        "一",
        "{一张图}",
    ]
