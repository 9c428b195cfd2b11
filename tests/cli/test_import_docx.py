"""``tongbao import-docx``: what it says, what it writes, and that it writes nothing of what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from generators.cli import import_docx, main
from tests.build.project import SHILI, files_below
from tests.build.word_papers import PAPERS, paper, write_office_paper

_CALL: Final = ' = value("shilixian", "shili-double/compliant-villages", "2026-09") ？（示例县的“达标村”）'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "来文.docx").write_bytes(paper(write_office_paper))
    return Path(shutil.copytree(SHILI, tmp_path / "shili"))


def _run(*arguments: str, answers: str | None = None) -> Result:
    words = ["import-docx", "--project", "shili", "--as-of", "2026-11-20", *arguments]
    result = CliRunner().invoke(main, words, input=answers)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _written(project: Path) -> str:
    return (project / "content/bulletins/shili-circular/2026/5.md").read_text(encoding="utf-8")


def test_figures_are_proposed_and_used_when_asked_to(project: Path) -> None:
    result = _run("来文.docx", "--series", "shili-circular", "--use-values")
    assert result.exit_code == 0
    assert result.stdout == (
        "shili/content/bulletins/shili-circular/2026/5.md\n"
        "shili/content/bulletins/shili-circular/2026/5-1.png\n"
    )
    assert f"第5段 127个{_CALL}　已改写\n" in result.stderr
    assert _written(project).count("{{ value(") == 2


def test_without_the_option_they_are_only_told(project: Path) -> None:
    result = _run("来文.docx", "--series", "shili-circular")
    assert result.exit_code == 0
    assert f"第5段 127个{_CALL}\n" in result.stderr
    assert "加 --use-values，把其中对得上的2处改写成引用。" in result.stderr
    assert "tongbao check 会报 E501" in result.stderr
    assert "全县达标村127个，示范村34个" in _written(project)


def test_on_a_terminal_each_is_asked(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_docx, "is_terminal", lambda: True)
    result = _run("来文.docx", "--series", "shili-circular", answers="是\n\n")
    assert result.exit_code == 0
    assert (
        '达标村{{ value("shilixian", "shili-double/compliant-villages", "2026-09") }}，示范村34个'
        in _written(project)
    )


def test_a_dry_run_writes_nothing(project: Path) -> None:
    before = files_below(project)
    result = _run("来文.docx", "--series", "shili-circular", "--dry-run", "--use-values")
    assert result.exit_code == 0
    assert "title: 示例县十月份工作进展情况的通报（虚构）\n" in result.stdout
    assert "{{ value(" in result.stdout
    assert files_below(project) == before


@pytest.mark.parametrize("code", [code for code in PAPERS if code.startswith("E") and code != "E879"])
def test_what_is_refused_is_told_with_a_remedy_and_nothing_is_written(code: str, project: Path) -> None:
    Path("坏.docx").write_bytes(PAPERS[code]())
    before = files_below(project)
    result = _run("坏.docx", "--series", "shili-circular")
    assert result.exit_code == 1
    assert f"坏.docx:1:1  {code}  " in result.stderr
    assert "请" in result.stderr
    assert "Traceback" not in result.output
    assert files_below(project) == before


def test_an_unknown_series_is_told_with_those_on_record(project: Path) -> None:
    result = _run("来文.docx", "--series", "shili-circulars")
    assert result.exit_code == 1
    assert "没有这个刊物“shili-circulars”，是否应为“shili-circular”" in result.stderr
    assert not (project / "content/bulletins/shili-circular/2026/5.md").exists()


def test_a_picture_that_is_there_already_is_kept_and_nothing_written(project: Path) -> None:
    taken = project / "content/bulletins/shili-circular/2026/5-1.png"
    taken.write_bytes(b"mine")
    result = _run("来文.docx", "--series", "shili-circular")
    assert result.exit_code == 1
    assert "5-1.png 已经有了，没有改动它" in result.stderr
    assert taken.read_bytes() == b"mine"
    assert not taken.with_name("5.md").exists()
