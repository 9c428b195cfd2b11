"""Cells of a heat map: one current target, the others beside it, a shade for what is attained."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from generators.composing.boards.heat_maps import (
    BoardCell,
    board_cell,
    board_targets,
    heat_map,
    shade_legend,
    shade_of,
)
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import GroupView
from generators.composing.kit.views import FigureView
from generators.model.address import Address
from generators.model.division import Level
from generators.results.figures import Progress, Status
from tests.reading_sites.shown_tables import drawn

DIVISION, ADDRESS = "fengping/liuwan", Address("tidy-villages/tidied")


@pytest.fixture
def progress(parts: Parts) -> Progress:
    """Return the progress of one target, still running."""
    return next(
        each for each in parts.publication.progress if (each.division, each.indicator) == (DIVISION, ADDRESS)
    )


def _due(progress: Progress, days: int, status: Status, each: Level | None = None) -> Progress:
    changed: dict[str, object] = {"due": progress.day + timedelta(days=days), "each": each}
    if status is Status.NOT_STARTED:
        changed["start"] = progress.day + timedelta(days=1)
    return replace(progress, target=progress.target.model_copy(update=changed), status=status)


def _cell(parts: Parts, *progress: Progress) -> BoardCell:
    return board_cell(board_targets(parts, progress), DIVISION, ADDRESS, is_linked=True)


def _figure(parts: Parts, progress: Progress) -> FigureView:
    """Return the figure in the one cell of a heat map."""
    view = heat_map(board_targets(parts, [progress]), [DIVISION], [ADDRESS], "看板", "a4")
    (cell,) = (cell for cell in drawn(view, ADDRESS) if isinstance(cell, BoardCell))
    assert cell.figure is not None
    return cell.figure


def test_the_next_due_of_those_running_is_current_and_the_others_are_kept(
    parts: Parts, progress: Progress
) -> None:
    targets = {
        "missed": _due(progress, -200, Status.MISSED),
        "achieved": _due(progress, -20, Status.ACHIEVED),
        "current": _due(progress, 30, Status.BEHIND),
        "later": _due(progress, 300, Status.ON_PACE),
        "to-come": _due(progress, 40, Status.NOT_STARTED),
    }
    cell = _cell(parts, *targets.values())
    assert cell.status is not None
    assert cell.status.label == "滞后"
    assert [other.status.label for other in cell.others] == ["达到序时", "已完成", "逾期未完成", "未开始"]
    assert cell.statuses == ("behind", "on-pace", "achieved", "missed", "not-started")
    assert cell.due


def test_without_any_running_the_last_that_was_due_is_current(parts: Parts, progress: Progress) -> None:
    cell = _cell(parts, _due(progress, -200, Status.MISSED), _due(progress, -20, Status.ACHIEVED))
    assert cell.status is not None
    assert cell.status.label == "已完成"


def test_of_two_due_together_the_divisions_own_is_current(parts: Parts, progress: Progress) -> None:
    both = (_due(progress, 9, Status.BEHIND, Level.TOWNSHIP), _due(progress, 9, Status.ON_PACE))
    cell = _cell(parts, *both)
    assert cell.statuses == ("on-pace", "behind")


def test_a_target_alone_says_no_date(parts: Parts, progress: Progress) -> None:
    cell = _cell(parts, progress)
    assert (cell.due, cell.others) == ("", ())


@pytest.mark.parametrize(
    ("attainment", "status", "shade"),
    [
        ("-0.5", Status.FAR_BEHIND, "1"),
        ("0", Status.FAR_BEHIND, "1"),
        ("0.2499", Status.ON_PACE, "1"),
        ("0.25", Status.ON_PACE, "2"),
        ("0.75", Status.BEHIND, "4"),
        ("0.9999", Status.BEHIND, "4"),
        ("1", Status.ACHIEVED, "5"),
        ("7", Status.ACHIEVED, "5"),
        (None, Status.ACHIEVED, "5"),
        (None, Status.BEHIND, ""),
        (None, Status.NOT_STARTED, ""),
        (None, Status.UNREPORTED, "unknown"),
        (None, Status.INCOMPUTABLE, "unknown"),
    ],
)
def test_the_shade_goes_by_attainment(
    progress: Progress, attainment: str | None, status: Status, shade: str
) -> None:
    share = Decimal(attainment) if attainment is not None else None
    assert shade_of(replace(progress, attainment=share, status=status)) == shade


def test_the_legend_explains_the_shades_that_occur(parts: Parts, progress: Progress) -> None:
    view = heat_map(board_targets(parts, [progress]), [DIVISION], [ADDRESS], "看板", "a4")
    assert shade_legend(view) == (("3", "50%至75%"),)


def test_the_legend_goes_from_the_most_attained_to_the_unknown(parts: Parts, progress: Progress) -> None:
    view = heat_map(board_targets(parts, [progress]), [DIVISION], [ADDRESS], "看板", "a4")
    (row,) = view.rows
    head, (column, shown) = row.cells
    rows = tuple(
        replace(row, cells=(head, (column, replace(shown, shade=f"tb-heat-{shade}"))))
        for shade in ("unknown", "1", "5")
    )
    assert shade_legend(replace(view, groups=(GroupView(None, rows),))) == (
        ("5", "100%及以上"),
        ("1", "不到25%"),
        ("unknown", "未报送或无法计算"),
    )
