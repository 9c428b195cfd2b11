"""A section is one record: whoever adds one to the list has a site that has it everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from generators.composing.documents.free_pages import SECTION as FREE_PAGES
from generators.composing.documents.free_pages import FreePageView
from generators.composing.kit import urls
from generators.composing.kit.feed import Entry
from generators.composing.kit.page import Download, Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.reserved import RESERVED_NAMES
from generators.composing.kit.section import (
    DivisionPart,
    Explanation,
    HomeCount,
    MenuEntry,
    Section,
    SectionData,
    SectionType,
    SiteParts,
)
from generators.composing.site.compose import Composition, compose
from generators.composing.site.sections import SECTIONS
from generators.disclosing import Publication
from generators.publishing.navigation import navigation_of
from generators.reading.prose import parsed_prose
from generators.rendering import RenderedSite, render

TEXT: Final = "inspections/methods.md.j2"
"""A template that asks for no view."""

SAID: Final = "走访面是一轮督查走到的村"


def _letter_pages(_parts: Parts) -> Iterator[Page | Download]:
    yield LETTERS.first_page("documents/free-page.md.j2", lambda: FreePageView("信访来信。"))
    yield Page(
        f"{LETTERS.address}first/",
        "documents/free-page.md.j2",
        "第一封",
        "第一封来信",
        lambda: FreePageView("请修路。"),
        LETTERS.crumbs,
    )
    yield Download("letters/all.txt", lambda: b"x")


def _letter_news(_publication: Publication) -> Iterator[Entry]:
    day = date(2025, 6, 1)
    href = "https://fengping.example/letters/first/"
    yield Entry("urn:uuid:1", "第一封", href, day, day, "信访局", "请修路", ("来信",))


LETTERS: Final = Section(
    address="site:/letters/",
    title="群众来信",
    description="群众来信与答复",
    type=SectionType.OPEN,
    keywords=("信访", "答复"),
    menu=MenuEntry(group="督办", label="来信"),
    home_count=HomeCount(unit="封来信", of=lambda _parts: 41),
    explanation=Explanation(template=TEXT),
    division_part=DivisionPart(template=TEXT, view=lambda _parts, division: division == "fengping/liuwan"),
    news=_letter_news,
    compose=_letter_pages,
)


@pytest.fixture(scope="module")
def composition(publication: Publication) -> Composition:
    """Return the county's public site with a section more, before the site map as any other."""
    *others, site_map = SECTIONS
    return compose(publication, sections=(*others, LETTERS, site_map))


@pytest.fixture(scope="module")
def site(composition: Composition) -> RenderedSite:
    """Return that site rendered."""
    return render(composition, parsed_prose)


def _text(site: RenderedSite, path: str) -> str:
    (text,) = (page.markdown for page in site.pages if page.path == path)
    return text


def test_a_new_section_has_its_pages_and_files(site: RenderedSite) -> None:
    assert "信访来信。" in _text(site, "letters/index.md")
    assert "请修路。" in _text(site, "letters/first.md")
    assert ("letters/all.txt", b"x") in [(each.path, each.content) for each in site.downloads]


def test_a_new_section_is_in_the_menu(site: RenderedSite) -> None:
    assert {"来信": "letters/index.md"} in navigation_of(site)


def test_a_new_section_is_in_the_crumbs_and_the_heads_of_its_pages(composition: Composition) -> None:
    list_of_all, letter = (each for each in composition.pages if each.address.startswith(LETTERS.address))
    assert [link.label for link in list_of_all.crumbs] == ["首页"]
    assert [link.label for link in letter.crumbs] == ["首页", "群众来信"]
    for page in (list_of_all, letter):
        names = dict(page.head.names)
        assert names["ColumnName"] == "群众来信"
        assert names["ColumnDescription"] == "群众来信与答复"
        assert names["ColumnKeywords"] == "群众来信,信访,答复"
        assert names["ColumnType"] == "信息公开"


def test_a_new_section_is_counted_at_home(site: RenderedSite) -> None:
    assert '<a href="letters/"><b>41</b>封来信</a>' in _text(site, "index.md")


def test_a_new_section_is_in_the_site_map(site: RenderedSite) -> None:
    text = _text(site, "sitemap/index.md")
    assert '## <a href="../letters/">群众来信</a>' in text
    assert '<a href="../letters/first/">第一封</a>' in text


def test_a_new_section_is_explained(site: RenderedSite, publication: Publication) -> None:
    assert SAID in _text(site, "methods/index.md")
    assert SAID not in _text(render(compose(publication), parsed_prose), "methods/index.md")


def test_a_new_section_stands_on_the_pages_of_divisions_that_it_knows(site: RenderedSite) -> None:
    assert SAID in _text(site, "divisions/fengping/liuwan.md")
    assert SAID not in _text(site, "divisions/fengping/wangxi.md")


def test_a_new_section_is_in_the_feed_of_the_whole_site(composition: Composition) -> None:
    (feed,) = (each for each in composition.feeds if each.page == urls.HOME)
    assert feed.subtitle == "最新的通报、案例与群众来信"
    assert "第一封" in {entry.title for entry in feed.entries}


def test_a_section_without_content_is_left_out(publication: Publication) -> None:
    empty = replace(
        LETTERS,
        has_content=lambda _publication: False,
        data=SectionData(tables=lambda _parts: pytest.fail("asked for its tables")),
    )
    with_it, without = compose(publication, sections=(*SECTIONS, empty)), compose(publication)
    assert with_it.menu == without.menu
    assert [page.address for page in with_it.pages] == [page.address for page in without.pages]
    assert [each.path for each in with_it.downloads] == [each.path for each in without.downloads]


@pytest.mark.parametrize("audience", ["publication", "internal_publication"])
def test_every_page_belongs_to_one_section(audience: str, request: pytest.FixtureRequest) -> None:
    publication: Publication = request.getfixturevalue(audience)
    shown = tuple(each for each in SECTIONS if each.has_content(publication))
    pages: list[Page] = []
    for section in shown:
        made = section.compose(SiteParts(publication, sections=shown, pages=pages))
        own = [each for each in made if isinstance(each, Page)]
        assert own, section.title
        if section is FREE_PAGES:
            assert all(each.document for each in own)
        else:
            assert own[0].address == section.address
            assert all(each.address.startswith(section.address) for each in own)
            assert all(each.crumbs[: len(section.crumbs)] == section.crumbs for each in own[1:])
        pages += own
    counts = Counter(page.address for page in pages)
    assert max(counts.values()) == 1
    assert counts.keys() == {page.address for page in compose(publication).pages}


def test_no_two_sections_have_one_address_or_one_title() -> None:
    assert len({each.address for each in SECTIONS}) == len({each.title for each in SECTIONS}) == len(SECTIONS)


def test_editors_write_in_the_folders_of_documents_only() -> None:
    folders = {urls.path_of(each.address).strip("/") or "index" for each in SECTIONS}
    assert folders - RESERVED_NAMES == {"about", "bulletins", "cases"}


def test_the_folders_of_all_other_sections_are_reserved() -> None:
    others = {
        urls.path_of(each.address).strip("/") or "index" for each in SECTIONS if not each.holds_documents
    }
    files = {name for name in RESERVED_NAMES if "." in name} | {"404", "assets", "embed", "search"}
    assert RESERVED_NAMES - files == others
