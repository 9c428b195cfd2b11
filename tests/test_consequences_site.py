"""Consequences from the editors' files to the pages, files and menu of both sites."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.publishing.navigation import navigation_of
from generators.rendering import RenderedSite
from tests.build.consequences import RANKED_CONSEQUENCES
from tests.build.ledgers import ASSIGNED, FOUND, LEDGER_FILE, problem_text
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import INTERNAL_SOURCE, SOURCES, add_to, copy_minimal, write_files
from tests.build.ranking_files import add_rankings
from tests.reading_sites.marks import marks_in, printed, texts_of
from tests.running import site_of

INTERNAL: Final = """  zzsecret80:
    name: zzsecret81
    kind: sanction
    level: township
    text: zzsecret82
    source: {document: zzsecret01, at: zzhidden84}
    when:
      rank:
        scheme: quarterly
        first: 7
        bands: [{name: zzsecret85, first: 7, amount: 1, measure: zzsecret86}]
  zzsecret87:
    name: zzsecret88
    kind: sanction
    level: township
    text: zzsecret89
    when: {status: {indicator: cleaned-streams, is: [behind, far-behind]}}
"""


def _page(site: RenderedSite, path: str) -> str:
    return next(page.markdown for page in site.pages if page.path == path)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the ranked county with two public consequences, two internal ones, and one internal problem."""
    made = copy_minimal(tmp_path_factory.mktemp("consequences") / "project")
    add_rankings(made)
    add_to(made, CLEAR_STREAM, RANKED_CONSEQUENCES + INTERNAL)
    add_to(made, SOURCES, INTERNAL_SOURCE)
    write_files(made, {LEDGER_FILE: problem_text((FOUND, ASSIGNED))})
    return made


@pytest.fixture(scope="module")
def sites(project: Path) -> dict[Audience, RenderedSite]:
    """Return both sites of the county."""
    return {audience: site_of(project, audience) for audience in Audience}


def test_no_internal_consequence_is_in_the_public_pages_and_files(
    sites: dict[Audience, RenderedSite],
) -> None:
    assert marks_in(texts_of(sites[Audience.PUBLIC])) == frozenset()


def test_the_internal_pages_and_files_say_all_that_is_printed(sites: dict[Audience, RenderedSite]) -> None:
    marked = marks_in([INTERNAL, INTERNAL_SOURCE])
    assert printed(marked) <= marks_in(texts_of(sites[Audience.INTERNAL]))


def test_the_award_stands_on_its_page_in_the_period_and_in_the_township(
    sites: dict[Audience, RenderedSite],
) -> None:
    for site in sites.values():
        own = _page(site, "consequences/clear-stream.md")
        assert "第2至3名：二等奖（1000元）" in own
        assert "名列前茅的，发给奖金。" in own
        period = _page(site, "rankings/clear-stream/quarterly/2024-Q1.md")
        assert "奖励：“清溪”季度考核每期前3名，并列的一并计入" in period
        winners = set(re.findall(r"divisions/yunxi/([a-z-]+)/", own))
        assert winners
        assert any("季度先进" in _page(site, f"divisions/yunxi/{name}.md") for name in winners)
        assert "consequences/index.md" in str(navigation_of(site))
        assert any(each.path == "open-data/consequences.csv" for each in site.downloads)


def test_a_sanction_for_an_internal_problem_is_not_told_to_the_public(
    sites: dict[Audience, RenderedSite],
) -> None:
    township = "divisions/yunxi/east-bridge.md"
    assert "约谈提醒" in _page(sites[Audience.INTERNAL], township)
    assert "约谈提醒" not in _page(sites[Audience.PUBLIC], township)
    page = _page(sites[Audience.PUBLIC], "consequences/clear-stream.md")
    assert "只列依据已全部公开的单位。" in page
    assert "没有单位符合。" in page


def test_without_consequences_nothing_is_there(minimal_project: Path) -> None:
    for audience in Audience:
        site = site_of(minimal_project, audience)
        assert not any(page.path.startswith("consequences/") for page in site.pages)
        assert "consequences/index.md" not in str(navigation_of(site))
        assert not any("consequences" in each.path for each in site.downloads)


def test_the_text_of_a_consequence_is_never_markup(minimal_project: Path) -> None:
    nasty = "<script>alert(1)</script>"
    added = (
        f"consequences:\n  nasty:\n    name: '{nasty}'\n    text: '{nasty}'\n    kind: sanction\n"
        "    level: township\n    when: {problems: {overdue-at-least: 1}}\n"
    )
    add_to(minimal_project, CLEAR_STREAM, added)
    page = _page(site_of(minimal_project, Audience.INTERNAL), "consequences/clear-stream.md")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
