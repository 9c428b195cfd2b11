"""What the benchmark says beside times: leagues from a seed, one figure changed, which limits are missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.measuring.rankings.intervals import DRAWS
from tests.bench.imports import import_run, villages_sheet
from tests.bench.leagues import interval_table, league
from tests.bench.processes import Run
from tests.bench.projects import COUNTY_FIGURE, change_a_report, county
from tests.bench.rows import GIGABYTE, Row, peak_row, processor_row, table_of, wall_row
from tests.build.county import Size, size_with
from tests.build.project import files_below


def test_a_seed_gives_the_same_league() -> None:
    assert league(4, 5, 1) == league(4, 5, 1)
    assert league(4, 5, 1) != league(4, 5, 2)
    assert {len(each.components) for each in league(4, 5, 1)} == {5}


def test_the_intervals_of_a_league_are_timed_and_the_same_again() -> None:
    table = interval_table(league(3, 2, 1), 2, 1)
    first, *_ = table.columns
    assert list(first.cells) == [f"3个单位×2项×{DRAWS}次"]
    assert [list(column.cells) for column in table.columns][-1] == ["一致"]


def test_a_change_of_a_report_is_one_line_of_one_file(tmp_path: Path) -> None:
    project = county(tmp_path / "county", size_with(60), 1)
    before = files_below(project)
    change_a_report(project, COUNTY_FIGURE)
    after = files_below(project)
    changed = [name for name in before if before[name] != after[name]]
    assert len(changed) == 1
    assert before.keys() == after.keys()
    lines = zip(before[changed[0]].splitlines(), after[changed[0]].splitlines(), strict=True)
    assert sum(old != new for old, new in lines) == 1


def test_a_sheet_has_a_row_for_each_village_and_is_imported(tmp_path: Path) -> None:
    project, sheet = county(tmp_path / "county", Size(25), 1), tmp_path / "sheet.xlsx"
    assert villages_sheet(project, sheet) == 25
    before = files_below(project)
    import_run(project, sheet)
    after = files_below(project)
    villages = [name for name in before if name.endswith("villages.yml")]
    assert sum(after[name].count(b"green-valley/patrols: {value:") for name in villages) == 25


def test_rows_compare_medians_processors_and_peaks() -> None:
    ours, theirs = [Run(each, 1, 1) for each in (9, 1, 2)], [Run(each, 4, 1) for each in (4, 4, 5)]
    assert wall_row("work", ours, theirs, 0.5).ratio == 0.5
    assert processor_row("work", ours[0], theirs[0]).ratio == 0.25
    assert peak_row("work", Run(1, 1, GIGABYTE), 2 * GIGABYTE).ratio == 0.5


@pytest.mark.parametrize(
    ("ratio", "limit", "missed"), [(0.5, 0.5, False), (0.57, 0.5, False), (0.58, 0.5, True), (9, None, False)]
)
def test_a_limit_is_missed_beyond_the_margin_only(ratio: float, limit: float | None, *, missed: bool) -> None:
    row = Row("work", "1", "2", ratio, limit)
    assert row.is_missed is missed
    *_, verdict = table_of("title", [row]).columns
    assert list(verdict.cells) == ["未达到" if missed else "" if limit is None else "达到"]
