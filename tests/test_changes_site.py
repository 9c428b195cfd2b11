"""Changes from the editors' files to the pages and files of both sites."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.pipeline import examine
from generators.publishing.navigation import navigation_of
from generators.rendering import RenderedSite
from tests.build.ledgers import LEDGER_FILE, problem_text
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import FIXTURES_DAY, add_to, write_files
from tests.reading_sites.packed import text_of

_FOUND: Final = ("found: {on: 2025-06-12, by: 县巡查组}",)
_TOWNSHIP: Final = "data/townships/yunxi/west-ford/township.yml"


def _site(project: Path, audience: Audience) -> RenderedSite:
    examined = examine(project, FIXTURES_DAY)
    assert examined.errors == 0
    return examined.site(audience)


def _said(site: RenderedSite) -> str:
    pages = [page.markdown for page in site.pages if page.path.startswith("changes/")]
    files = [text_of(each.content) for each in site.downloads if "changes." in each.path]
    assert len(pages) == 4
    assert len(files) == 3
    return "\n".join((*pages, *files))


@pytest.fixture
def busy_project(minimal_project: Path) -> Path:
    """Return the minimal project with one public and one internal matter of June 2025 of each kind."""
    public = problem_text(_FOUND, name="seen", more="  disclosure: public\n").replace(
        "溪岸有垃圾", "公开的问题"
    )
    internal = problem_text(_FOUND, name="zzkept").replace("溪岸有垃圾", "zzsecret")
    reports = "".join(
        f"  - period: 2025-06-{day}\n    on: 2025-06-{day}\n    disclosure: {disclosure}\n"
        f"    source: {{document: plan, at: 附表}}\n    values: {{clear-stream/{name}: {value}}}\n"
        for day, disclosure, name, value in (
            (10, "public", "good-streams", 41),
            (11, "internal", "poor-streams", 9876),
        )
    )
    add_to(minimal_project, _TOWNSHIP, reports)
    write_files(minimal_project, {LEDGER_FILE: public + internal})
    return minimal_project


def test_the_public_is_told_public_changes_alone(busy_project: Path) -> None:
    said = _said(_site(busy_project, Audience.PUBLIC))
    assert "公开的问题" in said
    assert "41" in said
    assert "zz" not in said


def test_the_internal_site_tells_all(busy_project: Path) -> None:
    said = _said(_site(busy_project, Audience.INTERNAL))
    for text in ("公开的问题", "zzsecret", "41", "9876"):
        assert text in said


@pytest.mark.parametrize("audience", list(Audience))
def test_the_menu_leads_there_and_the_file_has_what_the_audience_sees(
    busy_project: Path, audience: Audience
) -> None:
    site = _site(busy_project, audience)
    assert {"变化": "changes/index.md"} in navigation_of(site)
    csv = next(
        each.content.decode("utf-8-sig") for each in site.downloads if each.path.endswith("changes.csv")
    )
    rows = [line for line in csv.splitlines() if "west-ford,clear-stream,poor-streams" in line]
    assert bool(rows) is (audience is Audience.INTERNAL)


def test_a_quiet_project_says_that_nothing_changed(minimal_project: Path) -> None:
    site = _site(minimal_project, Audience.PUBLIC)
    month = next(page.markdown for page in site.pages if page.path == "changes/month.md")
    assert "自2025年5月31日以来，没有任何变化。" in month
    assert "没有目标的状态有变化。" in month
    index = next(page.markdown for page in site.pages if page.path == "changes/index.md")
    assert "没有变化" in index


def test_a_programme_that_ended_has_no_changes(minimal_project: Path) -> None:
    add_to(minimal_project, CLEAR_STREAM, "observed_until: 2024-06-01\n")
    site = _site(minimal_project, Audience.INTERNAL)
    assert not any(page.path.startswith("changes/") for page in site.pages)
    assert not any("changes." in each.path for each in site.downloads)
    assert {"变化": "changes/index.md"} not in navigation_of(site)


def test_the_text_of_a_change_is_never_markup(minimal_project: Path) -> None:
    nasty = "<script>alert(1)</script>"
    write_files(minimal_project, {LEDGER_FILE: problem_text(_FOUND).replace("溪岸有垃圾", f"'{nasty}'")})
    site = _site(minimal_project, Audience.INTERNAL)
    month = next(page.markdown for page in site.pages if page.path == "changes/month.md")
    assert "<script>" not in month
    assert "&lt;script&gt;" in month
