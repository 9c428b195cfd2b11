from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests.build.project import files_below
from tests.cli.running import AS_OF, Run, break_project
from tests.running import tongbao


def test_a_build_says_what_was_built_and_how_to_look_at_it(run: Run, tmp_path: Path) -> None:
    result = run("build", "--audience", "public", "--markdown", tmp_path / "tree", *AS_OF)
    assert result.exit_code == 0
    assert f"公开：49页，36个文件 → {tmp_path / 'tree'}" in result.stdout
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


def test_no_process_is_too_few(run: Run) -> None:
    result = run("build", "--jobs", "0", *AS_OF)
    assert result.exit_code == 2
    assert "--jobs" in result.stderr


def test_an_error_publishes_nothing(run: Run, project: Path) -> None:
    assert run("build", "--markdown", "tree", *AS_OF).exit_code == 0
    before = files_below(project / "tree")
    break_project(project)
    result = run("build", "--markdown", "tree", *AS_OF)
    assert result.exit_code == 1
    assert "E306" in result.stderr
    assert "没有发布：请先改正上面的错误，原有网站没有改动。" in result.stderr
    assert result.stdout == ""
    assert files_below(project / "tree") == before


_INTERRUPT: Final = """\
import signal


def on_post_page(output, page, config):
    signal.raise_signal(signal.SIGINT)
"""


@pytest.mark.parametrize(("command", "folder"), [("build", "site"), ("pdf", "site/pdf")])
def test_ctrl_c_leaves_the_site_as_it_was_and_no_folder(project: Path, command: str, folder: str) -> None:
    (project / "interrupt.py").write_text(_INTERRUPT, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("hooks: [interrupt.py]\n")
    earlier = project / folder / "public" / ("open-data/values.csv" if command == "build" else "1.pdf")
    earlier.parent.mkdir(parents=True)
    earlier.write_bytes(b"earlier")
    temporary = project / "temporary"
    temporary.mkdir()
    result = tongbao(command, *AS_OF, cwd=project, variables={"TMPDIR": str(temporary)})
    assert result.returncode == 130
    assert "Traceback" not in result.stderr
    assert result.stderr.endswith("\n已中断。\n")
    assert [path.name for path in (project / folder).iterdir()] == ["public"]
    assert list(files_below(project / folder)) == [earlier.relative_to(project / folder).as_posix()]
    assert list(temporary.iterdir()) == []


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
    assert "没有发布：请先改正上面的错误，原有网站没有改动。" in result.stderr
    assert re.search(r"^mkdocs\.yml:[0-9]+:[0-9]+  E1[0-9]{2}  ", result.stderr, re.MULTILINE)
    assert not (project / "site").exists() or not any((project / "site").iterdir())


def test_an_offline_edition_does_not_replace_another_archive(tmp_path: Path, run: Run) -> None:
    other = tmp_path / "letters.zip"
    other.write_text("no archive", encoding="utf-8")
    result = run("build", "--offline", "--audience", "public", "--site-dir", tmp_path / "letters", *AS_OF)
    assert result.exit_code == 2
    assert "那里已有别的文件" in result.stderr
    assert other.read_text(encoding="utf-8") == "no archive"


@pytest.mark.parametrize("option", [("--cluster", "tcp://x:1"), ("--markdown", "tree")])
def test_an_offline_edition_is_built_here_and_as_a_site(option: tuple[str, str], run: Run) -> None:
    result = run("build", "--offline", *option, *AS_OF)
    assert result.exit_code == 2
    assert "--offline" in result.stderr
