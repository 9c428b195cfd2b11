from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import Run


def test_a_well_written_project_has_no_slips(run: Run) -> None:
    result = run("lint")
    assert (result.exit_code, result.stdout) == (0, "共 0 个错误、0 个警告\n")


def test_slips_are_told_and_only_mended_when_asked_to(run: Run, project: Path) -> None:
    page = project / "content/about.md"
    page.write_text("---\ntitle: 关于\n---\n\n共 12 个镇,覆盖率提高了3%。\n", encoding="utf-8")
    before = page.read_bytes()
    told = run("lint", page)
    assert told.exit_code == 1
    assert told.stdout.endswith("共 0 个错误、4 个警告\n")
    assert page.read_bytes() == before
    mended = run("lint", "--fix", "content")
    assert mended.exit_code == 1
    assert mended.stdout.count("已改  content/about.md:5:") == 3
    assert "W702" in mended.stdout
    assert page.read_text(encoding="utf-8").endswith("\n共12个镇，覆盖率提高了3%。\n")


def test_slips_as_json_stay_json_while_mending(run: Run, project: Path) -> None:
    page = project / "content/about.md"
    page.write_text("---\ntitle: 关于\n---\n\n共 12 个，提高率提高了3%。\n", encoding="utf-8")
    result = run("lint", "--fix", "--format", "json")
    assert [each["code"] for each in json.loads(result.stdout)] == ["W702"]
    assert "已改" in result.stderr


def test_files_that_are_none_of_ours_are_refused(run: Run, project: Path) -> None:
    (project / "notes.md").write_text("共 12 个", encoding="utf-8")
    result = run("lint", "notes.md")
    assert result.exit_code == 2
    assert "不是 content/ 里的文章" in result.stderr
