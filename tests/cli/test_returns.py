"""The command ``tongbao returns``."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Run
from tests.reading_sites.workbooks import opened

ORDER = ("--programme", "tidy-villages", "--period", "2025-06", "--as-of", "2025-06-30")


def test_it_names_the_files_that_it_wrote(run: Run, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("returns", "--project", str(project), *ORDER, "--out", str(out))
    assert result.exit_code == 0
    written = sorted(out.iterdir())
    assert written
    assert result.stdout.count("2025年6月报表.xlsx") == len(written)
    assert all(opened(each.read_bytes()).sheetnames[0] == "报表" for each in written)


def test_what_it_refuses_has_a_code_and_a_remedy(run: Run, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("returns", "--project", str(project), *ORDER, "--division", "nowhere", "--out", str(out))
    assert result.exit_code == 1
    assert "--division  E864  没有这个单位" in result.stderr
    assert "请写乡镇的标识或全称" in result.stderr
    assert not out.exists()


def test_a_workbook_that_is_there_stays(run: Run, project: Path, tmp_path: Path) -> None:
    order = ("returns", "--project", str(project), *ORDER, "--whole", "--out", str(tmp_path / "out"))
    assert run(*order).exit_code == 0
    again = run(*order)
    assert again.exit_code == 1
    assert "E866" in again.stderr


def test_lists_need_no_period_and_returns_do(run: Run, project: Path, tmp_path: Path) -> None:
    order = ("returns", "--project", str(project), "--programme", "tidy-villages", "--as-of", "2025-06-30")
    assert run(*order).exit_code == 2
    out = tmp_path / "out"
    result = run(*order, "--kind", "targets", "--out", str(out))
    assert result.exit_code == 0
    (written,) = out.iterdir()
    assert written.name.endswith("-任务分解表-2025年6月30日.xlsx")
