from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generators.model.closing import CHAIN, FOLDER
from generators.reading.closed import read_closed
from generators.reading.project_files import project_files
from tests.build.closings import chain_files
from tests.build.project import write_files
from tests.cli.running import Run


@pytest.fixture
def chained(tmp_path: Path) -> Path:
    """Return a project folder with a chain of three links and nothing else."""
    write_files(tmp_path, dict(chain_files(3)))
    return tmp_path


def _heads(project: Path) -> list[str]:
    return [each.link.digest for each in read_closed(project_files(project, "data")[0]).value or ()]


def test_a_whole_chain_tells_its_head(run: Run, chained: Path) -> None:
    done = run("verify", "--project", str(chained))
    whole, unseen = done.stdout.splitlines()
    assert (done.exit_code, whole) == (0, f"结账链完整：共3环，链头 {_heads(chained)[-1]}")
    assert unseen.startswith("没有写 --head：链尾或整条链被删去，或者整条链重新写过，这里查不出")


def test_with_a_head_nothing_stays_unseen(run: Run, chained: Path) -> None:
    for head in (_heads(chained)[1], _heads(chained)[0][:12].upper()):
        done = run("verify", "--project", str(chained), "--head", head)
        assert (done.exit_code, done.stdout.count("\n")) == (0, 1)


@pytest.mark.parametrize("head", ["", "abc", "链头", "0" * 65])
def test_what_is_no_head_is_refused(run: Run, chained: Path, head: str) -> None:
    done = run("verify", "--project", str(chained), "--head", head)
    assert done.exit_code == 2
    assert "不是链头" in done.stderr


def test_a_chain_taken_away_as_a_whole_is_missed_by_its_published_head(run: Run, chained: Path) -> None:
    published = _heads(chained)[-1]
    shutil.rmtree(chained / FOLDER)
    assert run("verify", "--project", str(chained)).exit_code == 0
    done = run("verify", "--project", str(chained), "--head", published[:12])
    assert done.exit_code == 1
    assert f"公布过的链头 {published[:12]} 不在链上" in done.stdout


def test_nothing_closed_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert run("verify", "--project", str(tmp_path)).stdout.startswith("还没有结过账。\n没有写 --head：")


def test_every_break_is_named(run: Run, chained: Path) -> None:
    for month in ("2024-01", "2024-03"):
        path = chained / f"data/closed/clear-stream/{month}.jsonl"
        path.write_text(path.read_text("utf-8").replace('"value":"7"', '"value":"8"'), encoding="utf-8")
    done = run("verify", "--project", str(chained), "--format", "json")
    assert done.exit_code == 1
    assert [(each["code"], each["file"][-13:]) for each in json.loads(done.stdout)] == [
        ("E903", "2024-01.jsonl"),
        ("E903", "2024-03.jsonl"),
    ]


def test_a_published_head_proves_that_no_end_was_cut_off_and_nothing_was_written_anew(
    run: Run, chained: Path
) -> None:
    published = _heads(chained)
    known = [word for head in published for word in ("--head", head)]
    assert run("verify", "--project", str(chained), *known).exit_code == 0
    chain = chained / CHAIN
    chain.write_text("".join(chain.read_text("utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    (chained / "data/closed/clear-stream/2024-03.jsonl").unlink()
    assert run("verify", "--project", str(chained)).exit_code == 0
    done = run("verify", "--project", str(chained), *known)
    assert done.exit_code == 1
    assert f"公布过的链头 {published[-1]} 不在链上" in done.stdout
