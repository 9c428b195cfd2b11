from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generators.cli import main
from generators.format_changes import upgrade_of
from tests.build.project import SHILI, files_below

_OLDER = "weights:\n  - {by: year-to-date-on-year}\n"
_PROSE = '\n\n{{ compare("a", "b/c", "2026-09", "year-to-date-on-year") }}。\n'


@pytest.fixture
def older(minimal_project: Path) -> Path:
    """Return a project with the older word in a data file and in a page."""
    (minimal_project / "data/odd.yml").write_text(_OLDER)
    (minimal_project / "content/odd.md").write_text(_PROSE, encoding="utf-8")
    return minimal_project


def test_projects_of_today_need_no_change() -> None:
    found = upgrade_of(SHILI)
    assert (found.needed, found.texts) == ((), {})


def test_each_place_is_told(older: Path) -> None:
    found = upgrade_of(older)
    assert [(each.place.file, each.written, each.change.new) for each in found.needed] == [
        (file, "year-to-date-on-year", "cumulative-growth") for file in ("content/odd.md", "data/odd.yml")
    ]
    assert str(found.needed[1].place) == "data/odd.yml:2:10"


def test_a_dry_run_writes_nothing(older: Path) -> None:
    before = files_below(older)
    said = CliRunner().invoke(main, ["upgrade", "--project", str(older), "--dry-run"])
    assert said.exit_code == 1
    assert "data/odd.yml:2:10  year-to-date-on-year → cumulative-growth（0.1.0 版" in said.stdout
    assert files_below(older) == before


def test_every_place_is_changed_and_nothing_else(older: Path) -> None:
    before = files_below(older)
    said = CliRunner().invoke(main, ["upgrade", "--project", str(older)])
    assert said.exit_code == 0
    assert "共2处" in said.stdout
    after = files_below(older)
    assert {name for name in before if before[name] != after[name]} == {"content/odd.md", "data/odd.yml"}
    assert after["data/odd.yml"] == before["data/odd.yml"].replace(
        b"year-to-date-on-year", b"cumulative-growth"
    )
    again = CliRunner().invoke(main, ["upgrade", "--project", str(older), "--dry-run"])
    assert again.exit_code == 0
    assert "不用改" in again.stdout
