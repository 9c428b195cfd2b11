"""What the public reads, as it ought to be: a page of each kind byte by byte, and the text of every page.

``pytest tests/test_golden.py --bless`` writes it anew; the change is then read in the diff of the commit.
"""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.publishing.build import write_markdown
from generators.rendering import RenderedSite
from tests.build.every_noun import add_every_noun
from tests.build.project import COUNTY_SMALL, MINIMAL, ROOT, copy_minimal, files_below
from tests.reading_sites.page_text import page_text
from tests.running import site_of

GOLDEN: Final = ROOT / "tests" / "golden"
_LONGEST_LINE: Final = 160

WHOLE: Final = (
    "about.md",
    "boards/tidy-villages.md",
    "bulletins/tidy-notes.md",
    "bulletins/tidy-notes/2025/1.md",
    "bulletins/tidy-notes/feed.xml",
    "cases/village-map.md",
    "cases/village-map.svg",
    "changes/month.md",
    "divisions/fengping/liuwan.md",
    "divisions/fengping/liuwan/east.md",
    "feed.xml",
    "index.md",
    "methods/index.md",
    "navigation.json",
    "open-data/changes.csv",
    "open-data/index.md",
    "open-data/progress.csv",
    "open-data/progress.json",
    "open-data/values.csv",
    "programmes/tidy-villages.md",
    "quality/index.md",
    "robots.txt",
    "sitemap/index.md",
    "sources/monthly-return.md",
    "tags/index.md",
)
"""Files of the fictional county: of each kind the one with the most in it."""

WHOLE_OF_NOUNS: Final = (
    "commitments/clear-stream.md",
    "consequences/clear-stream.md",
    "inspections/spring.md",
    "ledgers/clear-stream.md",
    "rankings/clear-stream/quarterly/2024-Q4.md",
    "tiers/second/stars.md",
)
"""Pages of what the fictional county does not have."""


def _readable(content: bytes) -> list[str]:
    """Return a file as lines of moderate length: tables are broken at their cells."""
    text = content.decode("utf-8").replace("\r\n", "\n")
    lines = []
    for line in text.splitlines():
        is_long = len(line) > _LONGEST_LINE
        lines += line.replace("><", ">\n<").splitlines() if is_long else [line]
    return lines


def _differences(expected: Mapping[str, bytes], found: Mapping[str, bytes]) -> Iterator[str]:
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) == found.get(name):
            continue
        yield from difflib.unified_diff(
            _readable(expected.get(name, b"")),
            _readable(found.get(name, b"")),
            f"expected/{name}" if name in expected else "not expected",
            f"found/{name}" if name in found else "not found",
            lineterm="",
        )


def _assert_expected(golden: Path, found: Mapping[str, bytes], *, bless: bool) -> None:
    """Assert that the files below ``golden`` are those ``found``, having written them if they are blessed."""
    if bless:
        shutil.rmtree(golden, ignore_errors=True)
        for name, content in found.items():
            (golden / name).parent.mkdir(parents=True, exist_ok=True)
            (golden / name).write_bytes(content)
    difference = "\n".join(_differences(files_below(golden), found))
    assert not difference, f"{difference}\n\nIf this is as it should be: pytest tests/test_golden.py --bless"


@pytest.fixture(scope="module")
def rendered_county(county: Examined) -> RenderedSite:
    """Return the public site of the fictional county before it is built."""
    return county.site(Audience.PUBLIC)


def test_the_files_kept_whole_are_the_expected_ones(
    rendered_county: RenderedSite, tmp_path: Path, *, bless: bool
) -> None:
    write_markdown(COUNTY_SMALL, rendered_county, tmp_path)
    written = files_below(tmp_path)
    _assert_expected(GOLDEN / "county_small", {name: written[name] for name in WHOLE}, bless=bless)


def test_the_site_has_the_expected_files_and_every_page_its_expected_text(
    rendered_county: RenderedSite, tmp_path: Path, *, bless: bool
) -> None:
    write_markdown(COUNTY_SMALL, rendered_county, tmp_path)
    texts = {"files.txt": "\n".join(files_below(tmp_path)) + "\n"}
    for page in rendered_county.pages:
        section = page.path.partition("/")[0].removesuffix(".md")
        texts[f"{section}.txt"] = texts.get(f"{section}.txt", "") + "\n".join((*page_text(page), "", ""))
    found = {name: text.encode() for name, text in texts.items()}
    _assert_expected(GOLDEN / "county_small_text", found, bless=bless)


def test_the_pages_of_every_noun_are_the_expected_ones(tmp_path: Path, *, bless: bool) -> None:
    project = copy_minimal(tmp_path / "project")
    add_every_noun(project)
    write_markdown(MINIMAL, site_of(project, Audience.PUBLIC), tmp_path / "site")
    written = files_below(tmp_path / "site")
    _assert_expected(GOLDEN / "every_noun", {name: written[name] for name in WHOLE_OF_NOUNS}, bless=bless)
