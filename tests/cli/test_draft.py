"""The command ``tongbao draft circular``."""

from __future__ import annotations

from pathlib import Path

from tests.build.project import FIXTURES_DAY
from tests.cli.running import Run

ORDER = ("--programme", "tidy-villages", "--period", "2025-06", "--series", "tidy-notes")


def test_it_writes_the_next_issue_of_the_series(run: Run, project: Path) -> None:
    before = set((project / "content/bulletins").rglob("*.md"))
    order = ("draft", "circular", "--project", project, *ORDER, "--write", "--as-of", FIXTURES_DAY)
    result = run(*order)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    (written,) = set((project / "content/bulletins").rglob("*.md")) - before
    assert written.parent.parent == project / "content/bulletins/tidy-notes"
    assert f"已写到 {written.relative_to(project)}" in result.stderr
    assert run("check", "--project", project, "--as-of", FIXTURES_DAY).exit_code == 0


def test_it_writes_to_one_place(run: Run, project: Path) -> None:
    result = run("draft", "circular", "--project", project, *ORDER, "--write", "--output", project / "x.md")
    assert result.exit_code == 2
    assert "--write 与 --output 只能写一个" in result.stderr
