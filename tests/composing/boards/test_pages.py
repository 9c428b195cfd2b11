"""Boards: divisions down and indicators across where several report, a list of targets where few do."""

from __future__ import annotations

import pytest

from generators.composing.boards.heat_maps import BoardCell
from generators.composing.boards.pages import BoardView, board_pages
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import STATUS_VIEWS
from tests.reading_sites.shown_tables import column, drawn, text_of, texts, titles


@pytest.fixture(scope="module")
def boards(parts: Parts) -> dict[str, BoardView]:
    """Return the boards by their address."""
    return {page.address: page.view for page in board_pages(parts) if isinstance(page.view, BoardView)}


@pytest.fixture
def wide(boards: dict[str, BoardView]) -> BoardView:
    """Return the board on which several divisions stand."""
    return boards["site:/boards/tidy-villages/"]


def _cells(board: BoardView) -> dict[str, dict[str, BoardCell]]:
    """Return the cells of a heat map by the titles of its columns, then by division."""
    divisions = [text.split("\n")[0] for text in column(board.heat_map, "division")]
    return {
        text_of(each.title): {
            division: cell
            for division, cell in zip(divisions, drawn(board.heat_map, each.name), strict=True)
            if isinstance(cell, BoardCell)
        }
        for each in board.heat_map.columns[1:]
    }


def _cell(board: BoardView, division: str, indicator: str) -> BoardCell:
    return _cells(board)[indicator][division]


def test_several_divisions_stand_in_rows_level_by_level(wide: BoardView) -> None:
    shown = [
        (group.head, [text_of(row.cells[0][1].content[0]) for row in group.rows])
        for group in wide.heat_map.groups
    ]
    assert shown == [
        (None, ["枫屏县"]),
        (
            "枫屏县：乡镇（街道）",
            ["沿河省际边界综合治理与乡村振兴示范先行区办事处", "柳湾镇", "望溪街道", "云岭乡"],
        ),
        ("柳湾镇：村（社区）", ["东湾村", "西湾村", "南湾村"]),
    ]
    assert not wide.listing
    assert all(len(row.cells) == len(wide.heat_map.columns) for row in wide.heat_map.rows)


def test_indicators_with_a_target_come_first(wide: BoardView) -> None:
    asked = [any(cell.status for cell in cells.values()) for cells in _cells(wide).values()]
    assert asked == sorted(asked, reverse=True)
    assert set(asked) == {True, False}


def test_few_divisions_make_a_list_of_targets(boards: dict[str, BoardView]) -> None:
    board = boards["site:/boards/one-window/"]
    assert not board.heat_map
    assert [(row["indicator"][0], row["status"][0]) for row in texts(board.listing)] == [
        ("综合窗口", "逾期未完成"),
        ("网上办理比例", "无法计算"),
        ("窗口专人值守", "未开始"),
    ]


def test_achievements_without_a_target_stand_below_the_list(boards: dict[str, BoardView]) -> None:
    context = boards["site:/boards/one-window/"].context
    assert titles(context) == ["指标", "区划", "数值"]
    assert [tuple(row.values()) for row in texts(context)] == [
        (("接待群众",), ("望溪街道",), ("1.2万余人次",)),
        (("培训",), ("望溪街道",), ("0人次",)),
    ]


def test_a_cell_says_value_target_and_status(wide: BoardView) -> None:
    cell = _cell(wide, "柳湾镇", "整治完成的村")
    assert cell.figure is not None
    assert cell.status is not None
    assert (cell.figure.text, cell.target, cell.attainment) == ("2个", "3个", "66.7%")
    assert (cell.status.label, cell.sort_key) == ("达到序时", "2")


def test_zero_sorts_as_zero_and_nothing_sorts_last(wide: BoardView) -> None:
    assert _cell(wide, "云岭乡", "整治完成的村").sort_key == "0"
    assert _cell(wide, "南湾村", "已立公示牌").sort_key == ""
    assert _cell(wide, "南湾村", "整治完成的村") == BoardCell()


def test_what_is_not_reported_is_said_once_and_is_not_nothing_done(wide: BoardView) -> None:
    unreported = _cell(wide, "南湾村", "已立公示牌")
    assert unreported.status is not None
    assert (unreported.figure, unreported.status.label, unreported.shade) == (None, "未报送", "unknown")
    assert ("unknown", "未报送或无法计算") in wide.shades
    assert _cell(wide, "云岭乡", "整治完成的村").shade == "1"


def test_statuses_to_filter_by_are_those_on_the_board_in_order(wide: BoardView) -> None:
    order = [view.key for view in STATUS_VIEWS.values()]
    keys = [view.key for view in wide.statuses]
    assert keys == sorted(keys, key=order.index)
    assert {key for row in wide.heat_map.rows for _, cell in row.cells for key in cell.statuses} == set(keys)


def test_a_head_says_where_its_division_lies(wide: BoardView) -> None:
    within = {row["division"][0]: row["division"][1:] for row in texts(wide.heat_map)}
    assert (within["枫屏县"], within["柳湾镇"], within["东湾村"]) == ((), ("枫屏县",), ("柳湾镇",))


def test_the_board_speaks_of_its_programmes_own_day(boards: dict[str, BoardView]) -> None:
    assert boards["site:/boards/one-window/"].basis.startswith("按2025年3月31日的数据计算")
    assert boards["site:/boards/tidy-villages/"].basis.startswith("按2025年6月30日的数据计算")
