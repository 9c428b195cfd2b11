from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generators.model.anchors import anchors_in, dead_anchors, page_markdown
from generators.model.document import AnyDocument, Document, FreePage
from generators.model.links import anchored_links
from generators.model.record import Place
from generators.reading.load import load_project
from tests.build.project import COUNTY_SMALL, ROOT
from tests.reading_sites.built_site import BuiltSite

BODY = """\
## 来历 {: #origin }

### Plan A

<div id="map"></div>

见[图](#map)、[别处](../other.md#there)、[站外](https://example.invalid/#x)、[全文](../other.md)。
"""


def page(body: str, title: str = "标题") -> Document[FreePage]:
    return Document("a", FreePage(title=title), body, Place("content/a.md"))


def test_headings_and_written_ids_are_places() -> None:
    assert anchors_in(BODY) >= {"origin", "plan-a", "map"}


def test_links_with_an_anchor_are_found_where_they_stand() -> None:
    found = {(link.path, link.anchor) for link in anchored_links(BODY, "cases/a.md")}
    assert found == {("cases/a.md", "map"), ("other.md", "there")}
    assert all(BODY[link.offset :].startswith("](") for link in anchored_links(BODY, "cases/a.md"))


@pytest.mark.parametrize(
    ("other", "dead"), [("# there\n", []), ("无标题\n", ["there"]), ('## {{ division("a") }}\n', [])]
)
def test_a_place_that_is_not_there_is_dead(other: str, dead: list[str]) -> None:
    pages: Mapping[str, AnyDocument] = {"cases/a.md": page(BODY), "other.md": page(other)}
    assert [link.anchor for link in dead_anchors(pages, "cases/a.md")] == dead


def test_what_is_no_page_is_not_looked_into() -> None:
    assert list(dead_anchors({"cases/a.md": page(BODY)}, "cases/a.md")) == []


def test_the_title_takes_its_id_before_the_headings() -> None:
    found = anchors_in(page_markdown(page("## 一、总体\n\n## 关于 *本站*", title="关于 *本站*")))
    assert found == {"一总体", "关于-本站", "关于-本站_1"}


@pytest.mark.parametrize(("fixture", "project"), [("own_site", ROOT), ("county_site", COUNTY_SMALL)])
def test_the_places_of_a_document_are_those_of_its_page(
    fixture: str, project: Path, request: pytest.FixtureRequest
) -> None:
    site: BuiltSite = request.getfixturevalue(fixture)
    dataset = load_project(project).dataset
    assert dataset is not None
    documents: list[AnyDocument] = [*dataset.bulletins, *dataset.cases, *dataset.pages]
    compared = 0
    for document in documents:
        name = document.place.file.removeprefix("content/").removesuffix(".md") + "/index.html"
        if name in site.anchors:
            assert anchors_in(page_markdown(document)) <= site.anchors[name]
            compared += 1
    assert compared >= 3
