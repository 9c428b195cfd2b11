from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import AS_OF, Run


@pytest.mark.parametrize("day", ["2026-13-01", "20260930", "2026-W40", "yesterday", "昨天"])
def test_what_is_no_day_is_refused(run: Run, day: str) -> None:
    result = run("check", "--as-of", day)
    assert result.exit_code == 2
    assert f"“{day}”不是日期，请写成 2026-09-30 这样" in result.stderr


def test_source_date_epoch_sets_the_day(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1751241600")
    assert "计算日期2025年6月30日" in run("build", "--markdown", "tree").stdout


@pytest.mark.parametrize("epoch", ["soon", "9" * 30])
def test_a_bad_source_date_epoch_is_told_of(run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("check")
    assert result.exit_code == 2
    assert epoch in result.stderr
    assert "SOURCE_DATE_EPOCH" in result.stderr


def test_a_folder_without_data_is_no_project(run: Run, tmp_path: Path) -> None:
    result = run("check", "--project", tmp_path)
    assert result.exit_code == 2
    assert "没有 data 文件夹，不是通报项目" in result.stderr


def test_a_project_needs_no_mkdocs_yml_and_no_theme(run: Run, project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    shutil.rmtree(project / "theme")
    assert run("check", *AS_OF).exit_code == 0
    assert run("lint").exit_code == 0
    assert run("build", "--audience", "public", *AS_OF).exit_code == 0
    assert (project / "site/public/about/index.html").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ("unknown",),
        ("check", "--unknown"),
        ("check", "extra"),
        ("check", "--format", "xml"),
        ("check", "--project", "nowhere"),
        ("check", "--project", "mkdocs.yml"),
        ("build", "--audience", "everybody"),
        ("build", "--site-dir"),
        ("build", "--site-dir", "a", "--markdown", "b"),
        ("serve", "--audience", "everybody"),
        ("serve", "--address", "nonsense"),
        ("serve", "--address", "127.0.0.1:"),
        ("serve", "--address", "127.0.0.1:0"),
        ("serve", "--address", "127.0.0.1:65536"),
        ("serve", "--address", ":8000"),
        ("serve", "--address", "127.0.0.1:８０００"),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "用法不对：" in result.stderr


@pytest.mark.parametrize("arguments", [("build", "--site-dir"), ("releases", "--to"), ("check", "--project")])
@pytest.mark.parametrize(("name", "reason"), [("x" * 300, "名称太长"), ("loop/site", "链接绕回了自己")])
def test_a_path_that_the_system_refuses_is_told(
    run: Run, project: Path, arguments: tuple[str, ...], name: str, reason: str
) -> None:
    (project / "loop").symlink_to("loop")
    result = run(*arguments, name)
    assert result.exit_code in {1, 2}
    assert reason in result.stderr or "不是通报项目" in result.stderr
