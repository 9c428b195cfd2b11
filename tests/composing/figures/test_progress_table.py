"""The table of targets: what was asked, what is, what should be by now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generators.composing.figures.progress_table import (
    flag_texts,
    progress_data,
    progress_list,
    progress_of_division,
)
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Drawing, RowView
from generators.disclosing import Publication
from generators.model.address import Address
from generators.model.period import parse_period
from generators.pipeline import examine
from generators.results.figures import Flags, Progress, Status
from tests.build.project import FIXTURES_DAY, copy_minimal, replace_in
from tests.build.publications import disclosed_project
from tests.reading_sites.shown_tables import column, hrefs, records, sort_keys, texts, titles


def _progress(publication: Publication, division: str, indicator: str) -> Progress:
    (found,) = (
        each
        for each in publication.progress
        if (each.division, each.indicator) == (division, f"tidy-villages/{indicator}")
    )
    return found


@pytest.fixture
def tidied(publication: Publication) -> Progress:
    """Return the progress of 柳湾镇: two villages of three."""
    return _progress(publication, "fengping/liuwan", "tidied")


def test_a_row_says_what_was_asked_what_is_and_what_should_be(parts: Parts, tidied: Progress) -> None:
    view = progress_list(parts, [tidied], "目标", board="board")
    (row,) = texts(view)
    assert (row["target"], row["value"]) == (("3个",), ("2个", "2025年5月"))
    assert row["attainment"][:2] == ("66.7%", "到2025年5月31日应达1.24个，+25.5个百分点")
    assert row["status"][0] == "达到序时"
    assert hrefs(view, "value")[0].endswith("#tidy-villages_tidied.fengping_liuwan.2025-05")
    assert sort_keys(view, "value") == ["2"]
    assert [each.status for each in view.rows] == ["on-pace"]
    assert titles(view) == ["指标", "区划", "状态与截止", "目标", "数值", "完成率与序时"]


def test_a_decreasing_goal_counts_from_its_baseline(parts: Parts, publication: Publication) -> None:
    view = progress_list(parts, [_progress(publication, "fengping/liuwan", "complaints")], "目标")
    (row,) = texts(view)
    assert (row["target"], row["value"][0]) == (("20件",), "40件")
    assert row["attainment"][0] == "33.3%"
    assert row["attainment"][1].endswith("，−7.9个百分点")


def test_what_has_no_share_sorts_last(parts: Parts, publication: Publication) -> None:
    view = progress_list(parts, [_progress(publication, "fengping/bianjie", "tidied")], "目标")
    assert (sort_keys(view, "value"), sort_keys(view, "attainment")) == ([""], [""])
    assert column(view, "value") == ["未报送"]


def test_a_correction_is_said_beside_the_name(parts: Parts, publication: Publication) -> None:
    view = progress_list(parts, [_progress(publication, "fengping/liuwan", "outlay")], "目标")
    assert "已更正" in texts(view)[0]["indicator"]


def test_the_programme_is_named_where_several_are_listed(parts: Parts, tidied: Progress) -> None:
    named = progress_list(parts, [tidied], "目标", shows_programme=True)
    bare = progress_list(parts, [tidied], "目标")
    programme = parts.programme_link("tidy-villages").label
    assert (programme in texts(named)[0]["indicator"], programme in texts(bare)[0]["indicator"]) == (
        True,
        False,
    )


def test_the_targets_of_a_division_stand_below_their_programmes(parts: Parts, tidied: Progress) -> None:
    other = replace(tidied, indicator=Address("one-window/windows"))
    assert other.indicator in parts.publication.indicators
    (alone,) = progress_of_division(parts, [tidied], "目标").groups
    assert alone.head is None
    both = progress_of_division(parts, [tidied, other], "目标").groups
    assert [group.head for group in both] == [
        parts.programme_link("tidy-villages"),
        parts.programme_link("one-window"),
    ]


def test_of_several_targets_for_one_figure_the_last_shows_the_trend(parts: Parts) -> None:
    progress = [
        each
        for each in parts.publication.progress
        if parts.trend(each.division, each.indicator, each.target) is not None
    ]
    view = progress_list(parts, [*(replace(each) for each in progress), *progress], "目标")
    assert progress
    has_trend = ["trend" in _macros(row) for row in view.rows]
    assert has_trend == [False] * len(progress) + [True] * len(progress)


def _macros(row: RowView) -> set[str]:
    return {piece.macro for _, cell in row.cells for piece in cell.content if isinstance(piece, Drawing)}


def test_the_open_data_have_a_row_for_every_target(parts: Parts, tidied: Progress) -> None:
    rows = records(progress_data(parts))
    assert len(rows) == len(parts.publication.progress)
    (row,) = (each for each in rows if (each["division"], each["indicator"]) == (tidied.division, "tidied"))
    assert (row["programme"], row["target"], row["value"], row["status"]) == (
        "tidy-villages",
        "3",
        "2",
        "on-pace",
    )
    assert (row["late_report"], row["corrected"], row["fictional"]) == (True, False, True)


def test_every_flag_has_its_words(tidied: Progress) -> None:
    flags = Flags(
        late_report=True,
        overdue_periods=(parse_period("2025-01"), parse_period("2025-02")),
        late_achievement=True,
        corrected=True,
    )
    texts = flag_texts(replace(tidied, flags=flags), due_soon_days=30)
    assert texts == ("逾期后完成", "迟报", "欠报2期", "已更正")
    assert flag_texts(replace(tidied, flags=Flags()), due_soon_days=30) == ()


def test_a_value_past_a_target_to_be_met_exactly_is_not_called_more_than_done(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    replace_in(
        project / "data/programmes/clear-stream.yml",
        "kind: cumulative, rollup: sum, cadence: quarter}",
        "kind: level, rollup: sum, goal: exactly}",
    )
    replace_in(
        project / "data/townships/yunxi/east-bridge/township.yml", "value: 8", "value: 2\n    baseline: 1"
    )
    examined = examine(project, FIXTURES_DAY)
    found = disclosed_project(examined)
    (progress,) = found.progress_by_division["yunxi/east-bridge"]
    assert (progress.value, progress.target.value, progress.status) == (3, 2, Status.BEHIND)
    (row,) = texts(progress_of_division(Parts(found), [progress], "目标"))
    assert "应正好等于目标，已越过" in row["indicator"]
    assert not any("%" in text or "百分点" in text for text in row["attainment"])


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        (date(2025, 11, 30), Status.BEHIND, ()),
        (date(2025, 12, 1), Status.BEHIND, ("还有30天到期",)),
        (date(2025, 12, 31), Status.BEHIND, ("今天到期",)),
        (date(2026, 1, 1), Status.MISSED, ()),
        (date(2025, 12, 30), Status.ACHIEVED, ()),
    ],
)
def test_what_is_still_open_says_when_it_is_due(
    tidied: Progress, day: date, status: Status, expected: tuple[str, ...]
) -> None:
    progress = replace(tidied, day=day, status=status, flags=Flags())
    assert flag_texts(progress, due_soon_days=30) == expected
