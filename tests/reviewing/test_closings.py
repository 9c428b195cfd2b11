from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generators.model.closing import FOLDER
from generators.pipeline import examine
from tests.build.closing_attempts import ATTEMPTS, Attempt
from tests.build.closing_breaks import BROKEN
from tests.build.closings import CORRECTIONS, EAST, close_year, reopen_period
from tests.build.every_noun import add_every_noun
from tests.build.project import (
    EXPECTED,
    FIXTURES_DAY,
    INVALID,
    add_to,
    copy_minimal,
    files_below,
    replace_in,
    write_files,
)
from tests.running import problems_of

LATER: Final = date(2025, 7, 10)
CORRECTION: Final = (
    "- {division: yunxi/east-bridge, indicator: clear-stream/patrols, period: 2024-Q1, old: 24, new: 30, "
    "reason: 复核, office: 示例办, on: %s}\n"
)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose year is closed; tests change copies of it."""
    project = copy_minimal(tmp_path_factory.mktemp("closed") / "project")
    add_every_noun(project)
    close_year(project)
    return project


@pytest.fixture
def project(closed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(closed, tmp_path / "project"))


def test_what_nobody_changed_is_sound(project: Path) -> None:
    assert problems_of(project) == []


def test_there_are_enough_attempts_and_no_two_are_the_same() -> None:
    assert len({each.what for each in ATTEMPTS}) == len(ATTEMPTS) >= 30


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.what)
def test_closed_history_does_not_change(attempt: Attempt, project: Path) -> None:
    attempt.edit(project)
    found = [each for each in problems_of(project) if each.code.startswith("E")]
    assert attempt.code in {each.code for each in found}
    assert {each.code for each in found} <= {"E910", "E911", "E912", "E913", "E914"}
    naming = [each for each in found if each.code == attempt.code and attempt.names in each.detail]
    assert naming, [each.detail for each in found]
    assert all("已于 2025-06-30 结账" in each.detail and each.place.line >= 1 for each in naming)


def test_a_changed_value_is_told_where_it_stands_with_the_old_and_the_new_figure(project: Path) -> None:
    replace_in(project / EAST, "patrols: 24", "patrols: 25")
    first = problems_of(project)[0]
    line = (project / EAST).read_text(encoding="utf-8").split("patrols: 25")[0].count("\n") + 1
    assert (first.code, first.place.file, first.place.line) == ("E910", EAST, line)
    assert "“清溪”2024-Q1 已于 2025-06-30 结账" in first.detail
    assert "东桥镇的“巡溪次数” 数值 24 → 25" in first.detail
    assert "云溪县的“巡溪次数” 数值" in first.detail


@pytest.mark.parametrize("on", ["2025-06-30", "2025-07-05"])
def test_a_dated_correction_covers_a_change(project: Path, on: str) -> None:
    write_files(project, {CORRECTIONS: CORRECTION % on})
    examined = examine(project, LATER)
    assert examined.problems == ()
    assert examined.measurements is not None
    states = {each.record.closing.period.text: each for each in examined.measurements.closings}
    changed = {each.difference.key: each.difference for each in states["2024-Q1"].corrected}
    value = changed["value", "yunxi/east-bridge", "clear-stream/patrols"]
    assert value.before is not None
    assert value.now is not None
    assert (value.before["value"], value.now["value"]) == ("24", "30")
    assert not states["2024-Q1"].altered


def test_a_later_report_changes_nothing(project: Path) -> None:
    later = (
        "  - {period: 2025-Q1, on: 2025-04-05, source: {document: quarterly-return, at: 第1行}, "
        "values: {clear-stream/cleaned-streams: 8}}\n"
    )
    add_to(project, EAST, later)
    assert problems_of(project) == []


def test_where_something_stands_and_why_may_be_mended(project: Path) -> None:
    replace_in(project / "data/inspections/spring.yml", "name: 一轮督查", "name: 春季督查")
    write_files(
        project,
        {
            "data/programmes/clear-stream.yml": (project / "data/programmes/clear-stream.yml")
            .read_text("utf-8")
            .replace("note: 每季公布一次。", "note: 每季度公布一次。")
        },
    )
    assert problems_of(project) == []


def test_a_reopened_period_is_open(project: Path) -> None:
    reopen_period(project, "2024-Q4", "考核办法引用有误")
    replace_in(project / "data/townships/yunxi/west-ford/township.yml", "patrols: 9", "patrols: 10")
    assert problems_of(project) == []


def test_a_look_back_does_not_know_of_closings_since(project: Path) -> None:
    replace_in(project / EAST, "patrols: 24", "patrols: 25")
    assert not [
        each for each in examine(project, date(2025, 6, 29), FIXTURES_DAY).problems if each.code[:2] == "E9"
    ]


def test_the_program_is_told_where_it_gives_another_figure(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.measuring.closings.figures._DECIMALS", 0)
    monkeypatch.setattr("generators.pipeline.methods_digest", lambda: "another")
    found = problems_of(project)
    assert {each.code for each in found} == {"E915"}
    assert found[0].place.file.startswith(FOLDER)
    assert "依据没有改，结账以后程序改过（当时是 0.1.0）" in found[0].detail


def test_nothing_is_measured_again_where_inputs_and_program_are_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[object] = []

    def measure(facts: object, _on: date) -> dict[object, object]:
        measured.append(facts)
        return {}

    monkeypatch.setattr("generators.measuring.closings.reckoning.closed_figures", measure)
    assert problems_of(project) == []
    assert measured == []


@pytest.mark.parametrize("code", BROKEN)
def test_the_broken_projects_are_those_that_closing_makes(
    code: str, minimal_project: Path, *, bless: bool
) -> None:
    before = files_below(minimal_project)
    BROKEN[code](minimal_project)
    changed = {
        name: content for name, content in files_below(minimal_project).items() if before.get(name) != content
    }
    fixture = INVALID / code
    if bless:
        write_files(fixture, {**{name: None for name in files_below(fixture) if name != EXPECTED}, **changed})
    kept = files_below(fixture)
    kept.pop(EXPECTED, None)
    assert kept == changed
