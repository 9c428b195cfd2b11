from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import pytest

from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.layout import ServedFolder
from generators.releasing.status import Failure, State, Status
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


_FAILURE: Final[dict[str, Any]] = {
    "at": "2026-11-28T08:00:00+08:00",
    "reason": "核对没有通过",
    "problems": [
        {
            "file": "data/site.yml",
            "line": 1,
            "column": 1,
            "code": "E202",
            "severity": "error",
            "title": "未知的项",
            "detail": "nonsense",
            "remedy": "请删去",
        }
    ],
}
_SOUND: Final[dict[str, Any]] = {
    "command": "publish",
    "state": "failed",
    "started": "2026-11-28T08:00:00+08:00",
    "seconds": 1.5,
    "warnings": 0,
    "errors": 1,
    "last_success": None,
    "last_failure": _FAILURE,
}
_PROBLEM: Final[dict[str, Any]] = _FAILURE["problems"][0]


_CHANGED: Final[Sequence[Mapping[str, Any]]] = (
    {"state": "odd"},
    {"state": ["failed"]},
    {"unknown": 1},
    {"seconds": "1"},
    {"seconds": [1]},
    {"warnings": "0"},
    {"errors": 1.5},
    {"command": None},
    {"started": 8},
    {"last_success": "yesterday"},
    {"last_success": 1764288000},
    {"last_success": "9999-12-31T23:59:59+00:00"},
    {"last_failure": "odd"},
    {"last_failure": []},
    {"last_failure": {**_FAILURE, "at": ""}},
    {"last_failure": {**_FAILURE, "reason": ["核对没有通过"]}},
    {"last_failure": {**_FAILURE, "problems": [{}]}},
    {"last_failure": {**_FAILURE, "problems": {"E202": 1}}},
    {"last_failure": {**_FAILURE, "problems": [{**_PROBLEM, "line": "1"}]}},
    {"last_failure": {**_FAILURE, "problems": [{**_PROBLEM, "detail": ["nonsense"]}]}},
    {"last_failure": {**_FAILURE, "problems": [{**_PROBLEM, "detail": "\ud800"}]}},
)


_TEXTS: Final = ("", "[]", "{", "[" * 200_000, *(json.dumps({**_SOUND, **changed}) for changed in _CHANGED))


@pytest.mark.parametrize("text", _TEXTS, ids=map(str, range(len(_TEXTS))))
def test_a_status_that_cannot_be_read_is_an_empty_one_and_told(served: ServedFolder, text: str) -> None:
    served.path.mkdir()
    served.status.write_text(text)
    found = Status.of(served)
    assert found == Status()
    assert found.unread is not None
    assert (found.unread.code, found.unread.place.file) == ("W170", str(served.status))
    found.begun("publish", _EIGHT).write(served)
    assert Status.of(served).unread is None


def test_a_status_is_read_back(served: ServedFolder) -> None:
    served.path.mkdir()
    served.status.write_text(json.dumps(_SOUND))
    found = Status.of(served)
    assert found.unread is None
    assert found.last_failure == Failure(_FAILURE["at"], _FAILURE["reason"], (_PROBLEM,))
    assert (found.state, found.seconds, found.errors) == (State.FAILED, 1.5, 1)


def test_a_folder_in_its_place_is_told(served: ServedFolder) -> None:
    served.status.mkdir(parents=True)
    assert "文件夹" in (found.detail if (found := Status.of(served).unread) else "")


def test_others_may_read_the_metrics_but_not_the_problems(served: ServedFolder) -> None:
    served.path.mkdir()
    Status().begun("publish", _EIGHT).write(served)
    assert served.status.stat().st_mode & 0o777 == 0o640
    assert served.metrics.stat().st_mode & 0o777 == 0o644
    assert sorted(path.name for path in served.path.iterdir()) == ["metrics", "status.json"]
