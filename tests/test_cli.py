"""The console command: its exit codes, its words, and no traceback whatever a user does."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generators.cli import main
from tests.build.project import FIXTURES_DAY, ROOT, copy_county, files_below, replace_in
from tests.running import environment, tongbao

AS_OF = ("--as-of", str(FIXTURES_DAY))

Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county to change."""
    return copy_county(tmp_path / "project")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, project: Path) -> Run:
    """Return a function that runs the command in the project; an exception is a failure of the test."""
    monkeypatch.chdir(project)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def invoke(*arguments: str | Path) -> Result:
        result = CliRunner().invoke(main, [*map(str, arguments)])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return invoke


def _break(project: Path) -> None:
    replace_in(project / "content/about.md", "one-window", "no-window")


# check


def test_a_sound_project_exits_with_zero(run: Run) -> None:
    result = run("check", *AS_OF)
    assert result.exit_code == 0
    assert result.stdout.endswith("请与下级核对\n共 0 个错误、1 个警告\n")


def test_errors_exit_with_one_and_are_told_with_place_and_remedy(run: Run, project: Path) -> None:
    _break(project)
    result = run("check", *AS_OF)
    assert result.exit_code == 1
    assert "content/about.md:6:13  E306  引用的数据不存在" in result.stdout
    assert "共 1 个错误、0 个警告" in result.stdout


def test_problems_as_json(run: Run, project: Path) -> None:
    _break(project)
    result = run("check", "--format", "json", *AS_OF)
    assert result.exit_code == 1
    listed = json.loads(result.stdout)
    assert [(each["code"], each["file"], each["line"], each["severity"]) for each in listed] == [
        ("E306", "content/about.md", 6, "error")
    ]


def test_problems_as_annotations(run: Run, project: Path) -> None:
    _break(project)
    (line,) = run("check", "--format", "github", *AS_OF).stdout.splitlines()
    assert line.startswith("::error file=content/about.md,line=6,col=13,title=E306 ")


def test_another_folders_project(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    assert run("check", "--project", "project", *AS_OF).exit_code == 0
    assert run("check", *AS_OF).exit_code == 2


# build


def test_a_build_says_what_was_built_and_how_to_look_at_it(run: Run, tmp_path: Path) -> None:
    result = run("build", "--audience", "public", "--markdown", tmp_path / "tree", *AS_OF)
    assert result.exit_code == 0
    assert f"公开：43页，10个文件 → {tmp_path / 'tree'}" in result.stdout
    assert "计算日期2025年6月30日；1个警告；用时" in result.stdout
    assert (tmp_path / "tree" / "navigation.json").is_file()


def test_markdown_of_both_audiences_goes_to_a_folder_each(run: Run, project: Path) -> None:
    assert run("build", "--markdown", "tree", *AS_OF).exit_code == 0
    assert sorted(path.name for path in (project / "tree").iterdir()) == ["internal", "public"]


def test_a_site_is_told_with_the_command_that_shows_it(county_project: Path) -> None:
    result = tongbao("build", *AS_OF, "--project", county_project, "--site-dir", "again", cwd=county_project)
    assert result.returncode == 0, result.stderr
    last = result.stdout.strip().splitlines()[-1]
    assert last == "查看：python3 -m http.server 8000 --directory again/public，再打开 http://localhost:8000/"


def test_an_error_publishes_nothing(run: Run, project: Path) -> None:
    assert run("build", "--markdown", "tree", *AS_OF).exit_code == 0
    before = files_below(project / "tree")
    _break(project)
    result = run("build", "--markdown", "tree", *AS_OF)
    assert result.exit_code == 1
    assert "E306" in result.stderr
    assert "没有发布：请先改正上面的错误，原有网站没有改动。" in result.stderr
    assert result.stdout == ""
    assert files_below(project / "tree") == before


def test_warnings_are_told_and_publish(run: Run) -> None:
    result = run("build", "--markdown", "tree", "--format", "github", *AS_OF)
    assert result.exit_code == 0
    assert "::warning file=data/townships/fengping/county.yml" in result.stderr


@pytest.mark.parametrize("folder", [".", "..", "data", "data/x", "content", "theme", "mkdocs.yml", "photos"])
def test_a_build_does_not_go_over_what_is_not_a_site(run: Run, project: Path, folder: str) -> None:
    (project / "photos").mkdir()
    (project / "photos" / "one.jpg").write_bytes(b"")
    before = files_below(project)
    for option in ("--site-dir", "--markdown"):
        result = run("build", "--audience", "public", option, folder, *AS_OF)
        assert result.exit_code == 2
        assert "不能生成到" in result.stderr
    assert files_below(project) == before


def test_a_folder_that_cannot_be_made_is_told_of(run: Run) -> None:
    result = run("build", "--markdown", "mkdocs.yml/tree", *AS_OF)
    assert result.exit_code == 1
    assert "生成失败，原有网站没有改动。" in result.stderr


# the day


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


# usage


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
    assert "Error: " in result.stderr


def _commands() -> list[str]:
    assert isinstance(main, click.Group)
    return sorted(main.commands)


def test_there_are_these_commands() -> None:
    assert _commands() == ["build", "check", "draft", "lint", "new", "pdf", "serve"]


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


@pytest.mark.parametrize("name", _commands())
def test_help_explains_every_option(run: Run, name: str) -> None:
    assert isinstance(main, click.Group)
    result = run(name, "--help")
    assert result.exit_code == 0
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Argument):
            assert parameter.human_readable_name in result.stdout
            continue
        assert isinstance(parameter, click.Option)
        assert parameter.help
        assert all(option in result.stdout for option in parameter.opts)


@pytest.mark.parametrize("name", ["bulletin", "case"])
def test_help_explains_every_option_of_new(run: Run, name: str) -> None:
    assert isinstance(main, click.Group)
    group = main.commands["new"]
    assert isinstance(group, click.Group)
    said = run("new", name, "--help").stdout
    for parameter in group.commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            assert all(option in said for option in parameter.opts)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout.startswith("tongbao ")


# serve, as far as it gets without a server


def test_a_broken_project_is_not_served(run: Run, project: Path) -> None:
    _break(project)
    result = run("serve", *AS_OF)
    assert result.exit_code == 1
    assert "E306" in result.stderr


@contextmanager
def _taken_address() -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield f"127.0.0.1:{listener.getsockname()[1]}"


def test_an_address_in_use_is_told_of(county_project: Path) -> None:
    with _taken_address() as address:
        result = tongbao("serve", *AS_OF, "--address", address, cwd=county_project)
    assert result.returncode == 2
    assert f"不能在 {address} 预览" in result.stderr
    assert "Traceback" not in result.stderr


# Mistakes in what stands around the data.


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]\n",
        b"site_name: [\n",
        b"\xff\xfe\x00",
        b"site_name: x\n",
        b"site_name: x\nplugins: [tongbao, unknown]\n",
        b"site_name: x\ntheme: unknown\n",
        b"site_name: x\nplugins:\n  - tongbao: {audience: everybody}\n",
        b"site_name: x\nplugins:\n  - tongbao: {unknown: 1}\n",
    ],
)
def test_a_wrong_mkdocs_yml_is_told_of(run: Run, project: Path, text: bytes) -> None:
    (project / "mkdocs.yml").write_bytes(text)
    result = run("build", "--audience", "public", *AS_OF)
    assert result.exit_code == 1
    assert "生成失败，原有网站没有改动。" in result.stderr
    assert not (project / "site").exists() or not any((project / "site").iterdir())


# lint


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


@pytest.mark.parametrize("module", ["generators", "generators.cli"])
def test_the_command_runs_as_a_module(module: str) -> None:
    command = [sys.executable, "-m", module, "--version"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.startswith("tongbao ")
