"""A bulletin printed from the browser (Ctrl+P): the same sheets as in its PDF file, measured alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.pipeline import examine
from generators.publishing.build import build_site
from tests.browser.reader import DARK, DESKTOP, PHONE, SCRIPTLESS, Device, OpenPage
from tests.browser.static_site import served
from tests.build.project import FIXTURES_DAY, ROOT, SHILI, SHILI_DAY
from tests.reading_sites.bulletin_layout import (
    BROWSER,
    FOOT,
    LONG_BULLETIN,
    assert_is_laid_out,
    assert_long_bulletin,
    copy_county_with_long_bulletin,
    headings_of,
)
from tests.reading_sites.measured_pdf import MM, sheets_of

_LONG_ADDRESS: Final = "bulletins/tidy-notes/2025/3/"

Built = Callable[[str, Callable[[Path], None]], Path]


def _written(project: Path) -> list[Path]:
    return sorted(path for path in (project / "content/bulletins").rglob("*.md") if path.name != "README.md")


def _build_bulletins(target: Path, project: Path, day: date, audience: Audience) -> None:
    """Build the bulletins' pages; all others stay empty."""
    site = examine(project, day).site(audience)
    pages = tuple(page if page.pdf else replace(page, write=str) for page in site.pages)
    build_site(project, replace(site, pages=pages), target)


@pytest.fixture(scope="session")
def example_site(built: Built) -> Iterator[str]:
    """Return the address of the example county's bulletins."""
    folder = built(
        "example-bulletins",
        partial(_build_bulletins, project=SHILI, day=SHILI_DAY, audience=Audience.INTERNAL),
    )
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def long_site(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site with the long bulletin."""

    def build(target: Path) -> None:
        project = copy_county_with_long_bulletin(tmp_path_factory.mktemp("long") / "county")
        _build_bulletins(target, project, FIXTURES_DAY, Audience.PUBLIC)

    with served(built("long-bulletin", build)) as address:
        yield address


def _printed(address: str, open_page: OpenPage, device: Device = DESKTOP) -> bytes:
    return open_page(address, device).pdf(prefer_css_page_size=True, print_background=False)


def _address_of(document: Path, project: Path) -> str:
    return f"{document.relative_to(project / 'content').with_suffix('').as_posix()}/"


@pytest.mark.parametrize("document", _written(ROOT), ids=lambda path: path.stem)
def test_every_bulletin_of_ours_prints_by_the_standard(
    document: Path, public_site: str, open_page: OpenPage
) -> None:
    content = _printed(f"{public_site}{_address_of(document, ROOT)}", open_page)
    assert_is_laid_out(content, headings_of(document.read_text(encoding="utf-8")), BROWSER)


@pytest.mark.parametrize("document", _written(SHILI), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_bulletin_of_the_example_prints_by_the_standard(
    document: Path, example_site: str, open_page: OpenPage
) -> None:
    content = _printed(f"{example_site}{_address_of(document, SHILI)}", open_page)
    assert_is_laid_out(content, headings_of(document.read_text(encoding="utf-8")), BROWSER)


@pytest.mark.parametrize("device", [DESKTOP, DARK, PHONE], ids=["desktop", "dark", "phone"])
def test_a_long_bulletin_prints_alike_from_every_device(
    device: Device, long_site: str, open_page: OpenPage
) -> None:
    content = _printed(f"{long_site}{_LONG_ADDRESS}", open_page, device)
    headings = headings_of(LONG_BULLETIN.read_text(encoding="utf-8"))
    assert_long_bulletin(assert_is_laid_out(content, headings, BROWSER))


def test_without_script_the_tail_follows_the_text(long_site: str, open_page: OpenPage) -> None:
    last = sheets_of(_printed(f"{long_site}{_LONG_ADDRESS}", open_page, SCRIPTLESS))[-1]
    tail = [line.base / MM for line in last.body if line.size == 14]
    assert tail
    assert max(tail) < FOOT - 20
    assert "报：" in last.text


def test_printing_leaves_the_page_on_screen_as_it_was(long_site: str, open_page: OpenPage) -> None:
    page = open_page(f"{long_site}{_LONG_ADDRESS}")
    # Not the header: there the search says when it is ready.
    main = "document.querySelector('.md-main').outerHTML"
    looks = f"document.documentElement.className + document.head.outerHTML + {main}"
    before = page.evaluate(looks)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.pdf(prefer_css_page_size=True)
    assert page.evaluate("document.documentElement.scrollHeight") == height
    after = page.evaluate(looks)
    assert after.replace(' class=""', "").replace(' style=""', "") == before.replace(' class=""', "")
