from __future__ import annotations

from pathlib import Path

from tests.build.project import FIXTURES_DAY
from tests.cli.running import Run


def test_a_new_issue_is_written_where_it_belongs(run: Run, project: Path) -> None:
    result = run("new", "bulletin", "tidy-notes", "--project", str(project), "--date", "2025-07-01")
    assert (result.exit_code, Path(result.stdout.strip()).name) == (0, "4.md")
    written = project / "content/bulletins/tidy-notes/2025/4.md"
    assert "number: 4\ntotal: 4\ndate: 2025-07-01\n" in written.read_text(encoding="utf-8")
    checked = run("check", "--project", str(project), "--as-of", FIXTURES_DAY.isoformat())
    assert checked.exit_code == 0


def test_a_new_file_that_cannot_be_written_is_told(run: Run, project: Path) -> None:
    result = run("new", "bulletin", "tidy", "--project", str(project))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("没有写出。没有这个刊物“tidy”")
    assert "tidy-notes  净村简报" in result.stderr


def test_a_new_case_is_written_once(run: Run, project: Path) -> None:
    case = ("new", "case", "new-map", "--programme", "tidy-villages", "--division", "fengping/liuwan")
    told = ("--title", "新图", "--project", str(project))
    assert run(*case, *told).exit_code == 0
    again = run(*case, *told)
    assert (again.exit_code, again.stderr) == (1, "没有写出。content/cases/new-map.md 已经有了，没有改动它\n")
