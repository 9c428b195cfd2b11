"""Commitments and inspections from the editors' files to the pages and downloads of both sites."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.publishing.navigation import navigation_of
from tests.build import commitments, inspections, ledgers
from tests.build.project import INTERNAL_SOURCE, SOURCES, add_to, write_files
from tests.reading_sites.marks import marks_in, printed, texts_of
from tests.running import site_of

_PUBLIC_COMMITMENT: Final = commitments.commitment_text(
    commitments.WHOLE_LIFE, more="  disclosure: public\n", name="shown"
)
_COMMITMENT: Final = """
zzsecret10:
  programme: clear-stream
  division: yunxi/east-bridge/upper-bridge
  by: zzsecret11
  text: zzsecret12
  points: 3
  due: 2024-12-31
  source: {document: zzsecret01, at: zzsecret13}
  events:
    - made: {on: 2024-01-08}
    - reviewed: {on: 2024-01-10, by: zzhidden14, outcome: returned, note: zzhidden15}
    - made: {on: 2024-01-11}
    - reviewed: {on: 2024-01-12, by: zzhidden16, outcome: approved, note: zzhidden17}
    - published: {on: 2024-01-15, where: zzsecret18}
    - progress: {on: 2024-06-30, note: zzhidden19}
    - delayed: {on: 2024-12-20, due: 2025-03-31, reason: zzhidden20}
    - judged: {on: 2025-04-03, by: zzsecret21, outcome: partly, reason: funding, note: zzsecret22}
"""
"""Internal: ``zzsecret`` marks what internal pages print, ``zzhidden`` what only the file carries."""

_PROBLEM: Final = ledgers.problem_found_in("spring", name="zzsecret30").replace("溪岸有垃圾", "zzsecret31")
_PUBLIC_ROUND: Final = inspections.round_text(
    [inspections.visit_text(more=", score: 80, findings: [zzsecret30, yunxi/east-bridge/zzsecret30]")],
    more="disclosure: public\n",
)
"""A public round that found an internal problem."""

_ROUND: Final = """
id: zzsecret40
programme: clear-stream
name: zzsecret41
kind: unannounced
from: 2024-05-04
to: 2024-05-08
source: {document: zzsecret01, at: zzsecret43}
visits:
  - {division: yunxi/west-ford, on: 2024-05-05, score: 61.5, note: zzsecret42}
"""
_BACK: Final = inspections.round_text(
    name="back", kind="return", month="2024-06", more="returns_to: zzsecret40\ndisclosure: public\n"
)
"""A public round that returns to an internal one."""

PLANTED: Final = {
    commitments.COMMITMENTS_FILE: _PUBLIC_COMMITMENT + _COMMITMENT,
    ledgers.LEDGER_FILE: _PROBLEM,
    inspections.round_file(): _PUBLIC_ROUND,
    inspections.round_file("zzsecret40"): _ROUND,
    inspections.round_file("back"): _BACK,
}


@pytest.fixture
def planted_project(minimal_project: Path) -> Path:
    """Return the minimal project with internal commitments and rounds that are marked in every field."""
    add_to(minimal_project, SOURCES, INTERNAL_SOURCE)
    write_files(minimal_project, PLANTED)
    return minimal_project


def test_no_marked_text_is_in_the_public_pages_and_files(planted_project: Path) -> None:
    site = site_of(planted_project, Audience.PUBLIC)
    assert marks_in(texts_of(site)) == frozenset()
    paths = {page.path for page in site.pages}
    assert {"commitments/clear-stream.md", "inspections/spring.md", "inspections/back.md"} <= paths


def test_the_internal_pages_and_files_say_all_that_is_printed(planted_project: Path) -> None:
    marked = printed(marks_in([*PLANTED.values(), INTERNAL_SOURCE]))
    assert marked <= marks_in(texts_of(site_of(planted_project, Audience.INTERNAL)))


@pytest.mark.parametrize(
    ("files", "menu", "public_word"),
    [
        (
            {commitments.COMMITMENTS_FILE: commitments.commitment_text((commitments.MADE,))},
            {"承诺": "commitments/index.md"},
            ("  events:", "  disclosure: public\n  events:"),
        ),
        (
            {inspections.round_file(): inspections.round_text()},
            {"督查": "inspections/index.md"},
            ("kind:", "disclosure: public\nkind:"),
        ),
    ],
)
def test_the_menu_has_a_section_where_the_audience_has_pages(
    minimal_project: Path, files: dict[str, str], menu: dict[str, str], public_word: tuple[str, str]
) -> None:
    def has(audience: Audience) -> bool:
        return menu in navigation_of(site_of(minimal_project, audience))

    assert (has(Audience.PUBLIC), has(Audience.INTERNAL)) == (False, False)
    write_files(minimal_project, files)
    assert (has(Audience.PUBLIC), has(Audience.INTERNAL)) == (False, True)
    write_files(minimal_project, {name: text.replace(*public_word) for name, text in files.items()})
    assert (has(Audience.PUBLIC), has(Audience.INTERNAL)) == (True, True)
