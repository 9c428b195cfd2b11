"""The command ``tongbao draft circular``."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import Result

from generators.pipeline import WITHHELD
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


def _drafted(run: Run, project: Path, *more: str) -> Result:
    result = run("draft", "circular", "--project", project, *ORDER, "--as-of", FIXTURES_DAY, *more)
    assert result.exit_code == 0, result.output
    return result


def test_it_shows_the_figures_and_the_file_keeps_the_calls(run: Run, project: Path) -> None:
    shown, kept = _drafted(run, project).stdout, _drafted(run, project, "--output", "-").stdout
    assert "{{" not in shown
    assert shown.count("\n") == kept.count("\n")
    pieces = [each for each in re.split(r"\{\{.*?\}\}", kept) if each]
    assert re.fullmatch(".*?".join(map(re.escape, pieces)), shown, re.DOTALL)
    assert kept.count("{{") > 10
    assert re.search(r"\d", shown)


def test_figures_are_those_of_the_readers(run: Run, project: Path) -> None:
    """What the public does not see is neither shown nor left out without a word."""
    order = ("--programme", "zzinternal70", "--period", "2025-05", "--series", "tidy-notes")
    draft = ("draft", "circular", "--project", project, *order, "--as-of", FIXTURES_DAY)
    public, whole = run(*draft, "--audience", "public"), run(*draft)
    assert (public.exit_code, whole.exit_code, whole.stdout.count(WITHHELD)) == (0, 0, 0)
    count = public.stdout.count(WITHHELD)
    assert count
    assert f"有{count}处引用的是内部的数" in public.stderr
