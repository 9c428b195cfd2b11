from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.layout import ServedFolder
from generators.releasing.status import State, Status
from tests.build.site_releases import release_files

_EIGHT = datetime(2026, 11, 28, 0, tzinfo=UTC)
_WRONG = (problem("E140", Place("public/a.html", 3, 1), "gone/：没有 gone/index.html"),)
_WARNING = (problem("W140", Place("."), "时钟"),)


def _metrics(served: ServedFolder) -> dict[str, float]:
    lines = served.metrics.read_text("utf-8").splitlines()
    return {
        name: float(value)
        for name, value in (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    }


def test_a_success_is_told_with_its_release(served: ServedFolder) -> None:
    kept = release_files(served, 7)
    Status().begun("publish", _EIGHT).ended(State.DONE, _EIGHT, 12.34, _WARNING).write(served)
    written = json.loads(served.status.read_bytes())
    assert written["state"] == "done"
    assert written["started"] == "2026-11-28T08:00:00+08:00"
    assert (written["seconds"], written["warnings"], written["errors"]) == (12.3, 1, 0)
    assert written["release"]["id"] == kept.id
    assert written["release"]["sites"][0] == {"audience": "public", "pages": 2, "files": 6, "size": 2000}
    metrics = _metrics(served)
    assert metrics["tongbao_last_run_failed"] == 0
    assert metrics["tongbao_last_success_timestamp_seconds"] == _EIGHT.timestamp()
    assert metrics['tongbao_release_pages{audience="internal"}'] == 2
    assert metrics["tongbao_release_number"] == 7
    assert metrics["tongbao_releases"] == 1


def test_the_latest_failure_stays_with_its_problems(served: ServedFolder) -> None:
    served.path.mkdir()
    Status().begun("publish", _EIGHT).failed(_EIGHT, 1, "核对没有通过", _WRONG).write(served)
    assert _metrics(served)["tongbao_last_run_failed"] == 1
    assert "tongbao_last_success_timestamp_seconds" not in _metrics(served)
    again = Status.of(served).begun("publish", _EIGHT)
    again.write(served)
    assert Status.of(served).state is State.RUNNING
    again.ended(State.UNCHANGED, _EIGHT, 1, ()).write(served)
    failure = Status.of(served).last_failure
    assert failure is not None
    assert (failure.at, failure.reason) == ("2026-11-28T08:00:00+08:00", "核对没有通过")
    assert [(each["code"], each["file"], each["line"]) for each in failure.problems] == [
        ("E140", "public/a.html", 3)
    ]
    assert _metrics(served)["tongbao_last_run_failed"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"state": "odd"}',
        '{"state": "done", "unknown": 1}',
        '{"state": "done", "last_success": "yesterday"}',
        '{"state": "done", "last_failure": {"at": "", "reason": "", "problems": [{}]}}',
        '{"state": "done", "last_failure": "odd"}',
    ],
)
def test_a_status_that_cannot_be_read_is_an_empty_one(served: ServedFolder, text: str) -> None:
    served.path.mkdir()
    served.status.write_text(text)
    assert Status.of(served) == Status()


def test_others_may_read_the_metrics_but_not_the_problems(served: ServedFolder) -> None:
    served.path.mkdir()
    Status().begun("publish", _EIGHT).write(served)
    assert served.status.stat().st_mode & 0o777 == 0o640
    assert served.metrics.stat().st_mode & 0o777 == 0o644
    assert sorted(path.name for path in served.path.iterdir()) == ["metrics", "status.json"]
