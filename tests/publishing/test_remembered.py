from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generators.model.problem import Severity
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.visibility import Audience
from generators.publishing.remembered import BuildReport, Inputs, Request, SiteReport, remember, remembered
from generators.store.store import Store
from tests.build.project import write_files

DAY: Final = date(2026, 1, 2)
REPORT: Final = BuildReport(
    "2026年1月2日", (SiteReport(2, 3),), (problem("W417", Place("data/x.yml", 2, 3), "细节", "办法"),)
)


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    write_files(tmp_path, {"data/a.yml": "1", "site/index.html": "甲", "site/x/index.html": "乙"})
    return Request(tmp_path, (Audience.PUBLIC,), (tmp_path / "site",), DAY, DAY)


@pytest.fixture
def store(tmp_path: Path, request_: Request) -> Store:
    found = Store(tmp_path)
    remember(found, request_, Inputs.of([tmp_path / "data", tmp_path / "mkdocs.yml"]), REPORT)
    return found


def test_a_build_that_would_be_repeated_is_remembered_with_its_report(
    store: Store, request_: Request
) -> None:
    assert remembered(store, request_) == REPORT
    assert REPORT.problems[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "files",
    [
        {"data/a.yml": "2"},
        {"data/b.yml": "1"},
        {"mkdocs.yml": "site_name: x"},
        {"site/index.html": "乙"},
        {"site/index.html": None},
        {"site/more.html": "甲"},
    ],
)
def test_any_change_of_what_it_read_or_wrote_is_seen(
    store: Store, request_: Request, files: dict[str, str | None]
) -> None:
    write_files(request_.project, files)
    assert remembered(store, request_) is None


def test_another_request_is_not_the_same(
    store: Store, request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = (
        replace(request_, as_of=date(2026, 1, 3)),
        replace(request_, today=date(2026, 1, 3)),
        replace(request_, audiences=(Audience.INTERNAL,)),
        replace(request_, targets=(request_.project / "other",)),
    )
    assert [remembered(store, each) for each in others] == [None] * len(others)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert remembered(store, request_) is None


def test_another_program_is_not_the_same(
    store: Store, request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.publishing.remembered.program_digest", lambda: "other")
    assert remembered(store, request_) is None


def test_what_changes_during_a_build_is_not_remembered(tmp_path: Path, request_: Request) -> None:
    store, inputs = Store(tmp_path), Inputs.of([tmp_path / "data"])
    write_files(tmp_path, {"data/a.yml": "2"})
    remember(store, request_, inputs, REPORT)
    assert remembered(store, request_) is None
