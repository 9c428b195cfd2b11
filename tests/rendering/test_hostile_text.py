"""Whatever an editor types into a name, a note or a title is text: never markup, script or address."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any, Final, TypeVar

import pytest

from generators.composing.site.compose import compose
from generators.disclosing import Audience
from generators.model.record import Record
from generators.pipeline import Examined
from generators.publishing.build import build_site
from generators.reading.prose import parsed_prose
from generators.rendering import render
from tests.build.project import FIXTURES_DAY, copy_county
from tests.build.publications import disclosed
from tests.reading_sites.built_site import BuiltSite
from tests.reading_sites.search_files import searched_pages

HOSTILE: Final = (
    "# 1. - + <script>boom()</script> \"'><img src=x onerror=boom()> |cell| *em* __strong__ `code` "
    "[link](evil) ![pic](evil) <https://evil.example> &lt; ~~gone~~ $x$ ^up^ {: #evil } \\ site:/nowhere/ "
    "</title></td></ul></div>%d"
)
MARKUP: Final = '*markup* <b>in</b> | "quotes" [link](evil)'

Part = TypeVar("Part")


class _Poison:
    """Puts a hostile text of its own in place of every free text of a dataset."""

    def __init__(self) -> None:
        self.count = 0

    def text(self) -> str:
        self.count += 1
        return HOSTILE % self.count

    def poisoned(self, item: Part) -> Part:
        """Return a copy of ``item`` in which every free text is hostile; slugs and bodies stay."""
        made: Any = item
        if isinstance(item, Record):
            made = item.detached(**dict(self._fields(item)))
        elif isinstance(item, tuple):
            made = tuple(self.poisoned(each) for each in item)
        elif isinstance(item, dict):
            made = {key: self.poisoned(value) for key, value in item.items()}
        elif dataclasses.is_dataclass(item) and not isinstance(item, type):
            changes: dict[str, Any] = {
                field.name: self.poisoned(getattr(item, field.name)) for field in dataclasses.fields(item)
            }
            if "name" in changes:
                changes["name"] = self.text()
            made = dataclasses.replace(item, **changes)
        poisoned: Part = made
        return poisoned

    def _fields(self, record: Record) -> Iterator[tuple[str, Any]]:
        for name, field in type(record).model_fields.items():
            value = getattr(record, name)
            is_free = field.annotation in {str, str | None} and not field.metadata
            if is_free and isinstance(value, str) and value:
                yield name, self.text()
            elif name in {"tags", "report_to", "send_to", "issue_to"}:
                yield name, tuple(self.text() for _ in value)
            elif not isinstance(value, str):
                yield name, self.poisoned(value)


@pytest.fixture(scope="module")
def hostile_site(county: Examined, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Return the internal site of the fictional county with every free text poisoned."""
    assert county.dataset is not None
    poison = _Poison()
    dataset = poison.poisoned(county.dataset)
    assert poison.count > 200
    publication = disclosed(dataset, FIXTURES_DAY, Audience.INTERNAL)
    project = copy_county(tmp_path_factory.mktemp("hostile") / "project")
    build_site(project, render(compose(publication), parsed_prose), project / "site")
    return BuiltSite(project / "site")


def test_no_text_becomes_a_script(hostile_site: BuiltSite) -> None:
    for name, page in hostile_site.pages.items():
        assert [node for node in page.css("script") if node.text().strip() == "boom()"] == [], name


def test_no_text_becomes_an_element_or_an_attribute(hostile_site: BuiltSite) -> None:
    for name, page in hostile_site.pages.items():
        assert page.css("[onerror], [src=x], [id=evil]") == [], name
        article = page.css_first("article")
        assert article is not None
        assert article.css("img[src*=evil], a[href*=evil], em, del, sup") == [], name


def test_no_text_becomes_an_address(hostile_site: BuiltSite) -> None:
    outside = [each for each in hostile_site.references() if each.is_outside]
    dead = [
        each
        for each in hostile_site.references()
        if not each.is_outside and each.file not in hostile_site.files
    ]
    assert (outside, dead) == ([], [])


def test_headings_say_what_was_typed(hostile_site: BuiltSite) -> None:
    for name, page in hostile_site.pages.items():
        if name.startswith("divisions/fengping/"):
            heading = page.css_first("h1")
            assert heading is not None
            assert heading.text().startswith(HOSTILE.partition("%d")[0]), name


def test_titles_and_descriptions_say_what_was_typed(hostile_site: BuiltSite) -> None:
    page = hostile_site.pages["divisions/fengping/liuwan/index.html"]
    title, description = page.css_first("head > title"), page.css_first("head > meta[name=description]")
    assert title is not None
    assert description is not None
    start = HOSTILE.partition("%d")[0]
    assert title.text().startswith(start)
    assert start in (description.attributes["content"] or "")


def test_the_page_keeps_its_frame(hostile_site: BuiltSite) -> None:
    for name, page in hostile_site.pages.items():
        assert len(page.css("body > footer, .md-container > footer")) == 1, name
        assert len(page.css("h1")) == 1, name


def test_the_search_holds_their_words_and_shows_them_as_text(hostile_site: BuiltSite) -> None:
    shown = [page.text for page in searched_pages(hostile_site.folder).values()]
    assert any("<script>boom()</script>" in text for text in shown)
    scripts = [*(hostile_site.folder / "assets" / "javascripts").glob("search*.js")]
    assert scripts
    assert [file.name for file in scripts if re.search(r"(inner|outer|Adjacent)HTML", file.read_text())] == []
