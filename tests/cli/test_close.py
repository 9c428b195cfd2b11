from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generators.drafting.closing import writing
from generators.model.closing import CHAIN, FOLDER
from tests.build.closings import CORRECTIONS, EAST
from tests.build.project import copy_minimal, files_below, replace_in, write_files
from tests.cli.running import Run

ORDER: Final = ("--programme", "clear-stream", "--as-of", "2024-10-01")
QUARTER: Final = f"{FOLDER}/clear-stream/2024-Q1.jsonl"


@pytest.fixture
def stream(tmp_path: Path) -> Path:
    """Return the minimal project, in which nothing is closed."""
    return copy_minimal(tmp_path / "stream")


def _closed(project: Path) -> dict[str, bytes]:
    return files_below(project / FOLDER) if (project / FOLDER).exists() else {}


def test_a_period_is_closed_once(run: Run, stream: Path) -> None:
    done = run("close", "--project", str(stream), *ORDER, "--period", "2024-Q1")
    assert done.exit_code == 0, done.output
    assert f"已结账：{QUARTER}，" in done.stdout
    assert "链头：第1环 " in done.stdout
    before = _closed(stream)
    again = run("close", "--project", str(stream), *ORDER, "--period", "2024-Q1")
    assert again.exit_code == 1
    assert "的 2024-Q1 已于 2024-10-01 结账，没有改动" in again.stderr
    assert _closed(stream) == before


def test_the_day_is_that_of_the_build(run: Run, stream: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1727712000")  # 2024-10-01 in China
    done = run("close", "--project", str(stream), "--programme", "clear-stream", "--period", "2024-Q1")
    assert done.exit_code == 0
    text = (stream / QUARTER).read_text(encoding="utf-8")
    assert '"on":"2024-10-01"' in text
    assert '"by":"云溪县示例办公室"' in text


@pytest.mark.parametrize(
    ("period", "day", "said"),
    [
        ("2024-13", "2024-10-01", "不是期间"),
        ("2024-01/2024-02", "2024-10-01", "不是期间"),
        ("2024-Q4", "2024-10-01", "还没有过完"),
        ("2024-Q2", "2024-07-03", "的报送到 2024-07-05 才截止"),
    ],
)
def test_a_period_that_is_not_over_is_not_closed(
    run: Run, stream: Path, period: str, day: str, said: str
) -> None:
    order = ("--programme", "clear-stream", "--as-of", day, "--period", period)
    done = run("close", "--project", str(stream), *order)
    assert done.exit_code == 1
    assert said in done.stderr
    assert _closed(stream) == {}


def test_an_unknown_programme_is_not_closed(run: Run, stream: Path) -> None:
    order = ("--programme", "clear-streams", "--as-of", "2024-10-01", "--period", "2024-Q1")
    done = run("close", "--project", str(stream), *order)
    assert done.exit_code == 1
    assert "没有工作“clear-streams”" in done.stderr


def test_a_project_with_errors_is_not_closed(run: Run, stream: Path) -> None:
    replace_in(stream / EAST, "period: 2024-Q2", "period: 2024-Q9")
    done = run("close", "--project", str(stream), *ORDER, "--period", "2024-Q1")
    assert done.exit_code == 1
    assert _closed(stream) == {}


def test_a_list_that_is_no_text_is_told(run: Run, stream: Path) -> None:
    run("close", "--project", str(stream), *ORDER, "--period", "2024-Q1")
    (stream / "data/closed/chain.jsonl").write_bytes(b"\xff\xfe\x00")
    done = run("close", "--project", str(stream), *ORDER, "--period", "2024-Q2")
    assert done.exit_code == 1
    assert "E907" in done.stderr or "E102" in done.stderr


def test_closings_go_forward_in_time(run: Run, stream: Path) -> None:
    assert run("close", "--project", str(stream), *ORDER, "--period", "2024-Q1").exit_code == 0
    earlier = ("--programme", "clear-stream", "--as-of", "2024-08-01", "--period", "2024-Q2")
    done = run("close", "--project", str(stream), *earlier)
    assert (done.exit_code, "上一次结账是 2024-10-01" in done.stderr) == (1, True)


def test_no_two_salts_are_the_same(run: Run, tmp_path: Path) -> None:
    heads = set()
    for name in ("one", "other"):
        project = copy_minimal(tmp_path / name)
        assert run("close", "--project", str(project), *ORDER, "--period", "2024-Q1").exit_code == 0
        heads.add((project / QUARTER).read_text(encoding="utf-8").splitlines()[0])
    assert len(heads) == 2


class _KilledError(BaseException):
    """Stands for a kill: nothing after it runs."""


@pytest.mark.parametrize("at", range(4))
def test_a_kill_leaves_nothing_half_written(
    run: Run, stream: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    assert run("close", "--project", str(stream), *ORDER, "--period", "2024-Q1").exit_code == 0
    steps: list[str] = []

    def killed(name: str, real: object) -> object:
        def step(*arguments: object, **named: object) -> object:
            steps.append(name)
            if len(steps) > at:
                raise _KilledError
            assert callable(real)
            return real(*arguments, **named)

        return step

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", killed("fsync", os.fsync))
        patched.setattr(Path, "replace", killed("replace", Path.replace))
        with pytest.raises(_KilledError):
            run("close", "--project", str(stream), *ORDER, "--period", "2024-Q2")
    assert len(steps) == at + 1
    for content in _closed(stream).values():
        assert content.endswith(b"\n") or content == b""
    verified = run("verify", "--project", str(stream))
    left = writing.unlisted_files(stream)
    assert (verified.exit_code == 0) is (not left)
    again = run("close", "--project", str(stream), *ORDER, "--period", "2024-Q2")
    assert again.exit_code == 0, again.output
    assert run("verify", "--project", str(stream)).exit_code == 0
    assert (stream / CHAIN).read_text(encoding="utf-8").count("\n") == 2


def test_a_reopened_period_is_closed_anew_and_says_so_for_ever(run: Run, stream: Path) -> None:
    assert run("close", "--project", str(stream), *ORDER, "--period", "2024-Q1").exit_code == 0
    replace_in(stream / EAST, "patrols: 24", "patrols: 25")
    assert run("check", "--project", str(stream), "--as-of", "2024-10-01").exit_code == 1
    reason = ("--reason", "第1季度的报表装订有误")
    done = run("reopen", "--project", str(stream), *ORDER, "--period", "2024-Q1", *reason)
    assert (done.exit_code, "已重开" in done.stdout) == (0, True)
    again = run("reopen", "--project", str(stream), *ORDER, "--period", "2024-Q1", *reason)
    assert (again.exit_code, "没有结账，不必重开" in again.stderr) == (1, True)
    assert run("check", "--project", str(stream), "--as-of", "2024-10-01").exit_code == 0
    assert run("close", "--project", str(stream), *ORDER, "--period", "2024-Q1").exit_code == 0
    assert sorted(_closed(stream)) == [
        "chain.jsonl",
        "clear-stream/2024-Q1.2.jsonl",
        "clear-stream/2024-Q1.3.jsonl",
        "clear-stream/2024-Q1.jsonl",
    ]
    built = ("build", "--project", str(stream), "--as-of", "2024-10-01", "--markdown", str(stream / "md"))
    assert run(*built).exit_code == 0
    page = (stream / "md/public/closed/clear-stream/2024-Q1.md").read_text(encoding="utf-8")
    assert "这一期结账以后重开过1次" in page
    assert "第1季度的报表装订有误" in page


def test_old_and_new_stand_side_by_side_after_a_correction(run: Run, stream: Path) -> None:
    assert run("close", "--project", str(stream), *ORDER, "--period", "2024-Q1").exit_code == 0
    correction = (
        "- {division: yunxi/east-bridge, indicator: clear-stream/patrols, period: 2024-Q1,\n"
        f"   old: 24, new: 30, reason: 漏计六次, office: 示例办, on: {date(2024, 10, 8)}}}\n"
    )
    write_files(stream, {CORRECTIONS: correction})
    built = ("build", "--project", str(stream), "--as-of", "2024-10-20", "--markdown", str(stream / "md"))
    done = run(*built)
    assert done.exit_code == 0, done.output
    page = (stream / "md/public/closed/clear-stream/2024-Q1.md").read_text(encoding="utf-8")
    assert "漏计六次" in page
    assert ">24<" in page
    assert ">30<" in page
    assert "结账后更正" in (stream / "md/public/changes/month.md").read_text(encoding="utf-8")
