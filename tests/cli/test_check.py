from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import AS_OF, Run, break_project


def test_a_sound_project_exits_with_zero(run: Run) -> None:
    result = run("check", *AS_OF)
    assert result.exit_code == 0
    assert result.stdout.endswith("请与下级核对\n共 0 个错误、1 个警告\n")


def test_errors_exit_with_one_and_are_told_with_place_and_remedy(run: Run, project: Path) -> None:
    break_project(project)
    result = run("check", *AS_OF)
    assert result.exit_code == 1
    assert "content/about.md:6:13  E306  引用的数据不存在" in result.stdout
    assert "共 1 个错误、0 个警告" in result.stdout


def test_problems_as_json(run: Run, project: Path) -> None:
    break_project(project)
    result = run("check", "--format", "json", *AS_OF)
    assert result.exit_code == 1
    listed = json.loads(result.stdout)
    assert [(each["code"], each["file"], each["line"], each["severity"]) for each in listed] == [
        ("E306", "content/about.md", 6, "error")
    ]


def test_problems_as_annotations(run: Run, project: Path) -> None:
    break_project(project)
    (line,) = run("check", "--format", "github", *AS_OF).stdout.splitlines()
    assert line.startswith("::error file=content/about.md,line=6,col=13,title=E306 ")


def test_another_folders_project(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    assert run("check", "--project", "project", *AS_OF).exit_code == 0
    assert run("check", *AS_OF).exit_code == 2
