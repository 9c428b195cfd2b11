"""The files of the page that compares places: what the boards print, for each audience."""

from __future__ import annotations

import json

import pytest

from generators.composing.boards.heat_maps import board_cell, board_targets
from generators.composing.compare import pages
from generators.composing.compare.pages import SECTION, compare_pages
from generators.composing.kit.page import Download, Page
from generators.composing.kit.section import SiteParts
from generators.disclosing import Publication
from generators.model.address import Address
from generators.model.division import Level


def _files(publication: Publication) -> dict[str, dict[str, object]]:
    made = compare_pages(SiteParts(publication))
    return {each.path: json.loads(each.content) for each in made if isinstance(each, Download)}


def test_a_file_has_the_texts_of_the_board(publication: Publication) -> None:
    parts = SiteParts(publication)
    files = _files(publication)
    assert files
    for path, content in files.items():
        programme = path.removeprefix("compare/").removesuffix(".json")
        targets = board_targets(parts, publication.progress_by_programme[programme])
        for place in content["places"]:  # type: ignore[attr-defined]
            assert place["cells"]
            for name, cell in place["cells"].items():
                found = board_cell(targets, place["id"], Address.of(programme, name), is_linked=False)
                assert cell.get("target", "") == found.target
                assert cell.get("share", "") == found.attainment
                assert cell.get("value", "") == (found.figure.text if found.figure is not None else "")


def test_the_public_files_have_nothing_internal(
    publication: Publication, internal_publication: Publication
) -> None:
    public, internal = (
        {
            (path, place["id"], name)
            for path, content in _files(each).items()
            for place in content["places"]  # type: ignore[attr-defined]
            for name in place["cells"]
        }
        for each in (publication, internal_publication)
    )
    assert public < internal
    assert "ZZINTERNAL" not in json.dumps(_files(publication))


def test_a_province_compares_no_villages(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    def levels() -> set[Level]:
        return {
            publication.divisions[place["id"]].level
            for content in _files(publication).values()
            for place in content["places"]  # type: ignore[attr-defined]
        }

    assert Level.VILLAGE in levels()
    monkeypatch.setattr(pages, "MOST_PLACES", 1)
    assert Level.VILLAGE not in levels()


def test_the_page_links_to_each_file(publication: Publication) -> None:
    page = next(each for each in compare_pages(SiteParts(publication)) if isinstance(each, Page))
    assert page.kind == "compare"
    assert {link.href.removeprefix("site:/") for link in page.view.files} == _files(publication).keys()  # type: ignore[attr-defined]
    assert SECTION.has_content(publication)
