from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.project import SHILI, copy_minimal, files_below, replace_in
from tests.cli.running import Run

ORDER = ("carry-over", "--to", "2026", "--as-of", "2026-01-10")
STREAM = "data/programmes/clear-stream.yml"


@pytest.fixture
def stream(tmp_path: Path) -> Path:
    """Return the minimal project, whose programme ends with 2025."""
    return copy_minimal(tmp_path / "stream")


def test_a_year_is_begun(run: Run, stream: Path) -> None:
    folder = ("--project", str(stream))
    refused = run(
        "returns", *folder, "--programme", "clear-stream", "--period", "2026-Q1", "--as-of", "2026-04-01"
    )
    assert "E862" in refused.stderr
    done = run(*ORDER, *folder)
    assert done.exit_code == 0, done.output
    assert "清溪：延长到2026年12月31日，原来到2025年12月31日" in done.stdout
    assert "填表：tongbao returns --programme clear-stream --kind targets --as-of 2026-01-01" in done.stdout
    assert "写好了：" in done.stderr
    assert run("check", *folder, "--as-of", "2026-01-10").exit_code == 0
    given = run(
        "returns",
        *folder,
        *("--programme", "clear-stream", "--kind", "targets", "--as-of", "2026-01-10"),
        *("--out", str(stream.parent / "targets")),
    )
    assert given.exit_code == 0, given.output
    assert next((stream.parent / "targets").iterdir()).name == "云溪县-任务分解表-2026年1月10日.xlsx"
    ordered = run(
        "returns",
        *folder,
        *("--programme", "clear-stream", "--period", "2026-Q1", "--as-of", "2026-04-01"),
        *("--out", str(stream.parent / "returns")),
    )
    assert "E862" not in ordered.stderr
    again = run(*ORDER, *folder)
    assert again.exit_code == 0
    assert "没有要添的" in again.stderr


def test_a_dry_run_writes_nothing(run: Run, stream: Path) -> None:
    before = files_below(stream)
    done = run(*ORDER, "--project", str(stream), "--dry-run")
    assert done.exit_code == 0
    assert "延长到2026年12月31日" in done.stdout
    assert "什么也没有写" in done.stderr
    assert files_below(stream) == before


def test_a_refusal_tells_code_and_remedy_and_writes_nothing(run: Run, stream: Path) -> None:
    before = files_below(stream)
    done = run(*ORDER, "--project", str(stream), "--same-values")
    assert done.exit_code == 1
    assert "E934" in done.stderr
    assert "data/sources.yml" in done.stderr
    assert files_below(stream) == before
    as_json = run(*ORDER, "--project", str(stream), "--same-values", "--format", "json")
    assert '"E934"' in as_json.stdout


def test_what_would_be_an_error_is_not_written(run: Run, stream: Path) -> None:
    # The day of an extension may not be before that of the one before it.
    replace_in(
        stream / STREAM,
        "to: 2025-12-31}\n",
        "to: 2024-12-31}\nextensions: [{to: 2025-12-31, on: 2026-01-20}]\n",
    )
    before = files_below(stream)
    done = run(*ORDER, "--project", str(stream))
    assert done.exit_code == 1
    assert "E931" in done.stderr
    assert "添上以后项目会有错误" in done.stderr
    assert files_below(stream) == before


def test_the_example_county_hands_over_what_is_open(run: Run) -> None:
    done = run("carry-over", "--project", str(SHILI), "--to", "2027", "--as-of", "2027-01-15", "--dry-run")
    assert done.exit_code == 0, done.output
    heads = [line for line in done.stdout.splitlines() if line.startswith("## ")]
    assert [each.partition("（")[0] for each in heads] == [
        "## 还没有定的2027年目标",
        "## 逾期未完成的目标",
        "## 没有销号的问题",
        "## 没有评定的承诺",
        "## 考核办法",
        "## 2027年的期号",
    ]
    assert "示例县工作通报（虚构）：下一期是第1期（总第6期）" in done.stdout
    assert (
        "“双整”进度榜：2025-Q3起的一版；按目标计分而没有目标的：达标村、示范村、新建修缮的活动场所"
        in done.stdout
    )
