from __future__ import annotations

import pytest

from generators.model.anchors import anchors_in, dead_anchors
from generators.model.links import anchored_links

BODY = """\
## 来历 {: #origin }

### Plan A

<div id="map"></div>

见[图](#map)、[别处](../other.md#there)、[站外](https://example.invalid/#x)、[全文](../other.md)。
"""


def test_headings_and_written_ids_are_places() -> None:
    assert anchors_in(BODY) >= {"origin", "plan-a", "map"}


def test_links_with_an_anchor_are_found_where_they_stand() -> None:
    found = {(link.path, link.anchor) for link in anchored_links(BODY, "cases/a.md")}
    assert found == {("cases/a.md", "map"), ("other.md", "there")}
    assert all(BODY[link.offset :].startswith("](") for link in anchored_links(BODY, "cases/a.md"))


@pytest.mark.parametrize(("other", "dead"), [("# there\n", []), ("无标题\n", ["there"])])
def test_a_place_that_is_not_there_is_dead(other: str, dead: list[str]) -> None:
    bodies = {"cases/a.md": BODY, "other.md": other}
    assert [link.anchor for link in dead_anchors(bodies, "cases/a.md")] == dead


def test_what_is_no_page_is_not_looked_into() -> None:
    assert list(dead_anchors({"cases/a.md": BODY}, "cases/a.md")) == []
