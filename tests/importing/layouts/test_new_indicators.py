"""The indicators that are proposed for a new programme."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.importing.first_sheet import indicators_of_file
from generators.model.division import Division, DivisionKind
from generators.model.record import Place
from tests.build.offices import TOWNSHIPS, Cell, Row, monthly, plan, workbook_bytes


def _proposed(folder: Path, content: bytes) -> list[tuple[str, str, str, str]]:
    """Return name, unit, kind and goal of each indicator."""
    file = folder / "sheet.xlsx"
    file.write_bytes(content)
    divisions = [
        Division(each, name, DivisionKind.TOWN, "q", fictional=True, place=Place("-"))
        for each, name in TOWNSHIPS.items()
    ]
    found = indicators_of_file(file, divisions)
    return [(each.name, each.measure, each.kind.value, each.goal.value) for each in found]


def test_a_plan_says_name_unit_kind_and_goal(tmp_path: Path) -> None:
    assert _proposed(tmp_path, plan()) == [
        ("建成阵地", "个", "cumulative", "at-least"),
        ("拨付资金", "万元", "cumulative", "at-least"),
        ("办实事", "件", "flow", "at-least"),
        ("村集体收入", "万元", "flow", "at-least"),
        ("薄弱村", "个", "level", "at-most"),
        ("信访存量", "件", "level", "at-most"),
        ("组织生活按时率", "%", "ratio", "at-least"),
        ("指导员全覆盖", "", "flag", "at-least"),
    ]


def test_two_columns_below_one_head_make_up_a_ratio(tmp_path: Path) -> None:
    assert _proposed(tmp_path, monthly()) == [
        ("阵地建设建成数", "", "cumulative", "at-least"),
        ("阵地建设拨付资金", "", "cumulative", "at-least"),
        ("办实事", "件", "flow", "at-least"),
        ("村集体收入", "万元", "flow", "at-least"),
        ("薄弱村", "个", "level", "at-most"),
        ("信访存量", "件", "level", "at-most"),
        ("组织生活按时开展支部率", "%", "ratio", "at-least"),
        ("指导员全覆盖", "", "flag", "at-least"),
    ]


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("责任单位", "某局", None),
        ("联系电话", 13, None),
        ("备注", "见附件2", None),
        ("完成时限", "6月底前", None),
        ("投诉（件，当月）", "≤3", ("投诉", "件", "flow", "at-most")),
        ("是否达标", "√", ("达标", "", "flag", "at-least")),
        ("销号率（%）", 98, ("销号率", "%", "ratio", "at-least")),
        ("现有党员（人）", 40, ("现有党员", "人", "level", "at-least")),
    ],
)
def test_columns_of_words_and_of_people_are_no_indicators(
    tmp_path: Path, head: str, cell: Cell, expected: tuple[str, str, str, str] | None
) -> None:
    rows: list[Row] = [("乡镇", "建成（个）", head), *((name, 1, cell) for name in TOWNSHIPS.values())]
    found = _proposed(tmp_path, workbook_bytes(rows))
    assert found == [("建成", "个", "cumulative", "at-least"), *([expected] if expected else [])]


@pytest.mark.parametrize(
    ("head", "restarts"),
    [
        ("化解债务（万元，本年累计）", True),
        ("年度累计化解债务（万元）", True),
        ("1—9月累计化解债务（万元）", True),
        ("化解债务（万元，累计）", False),
        ("开工以来化解债务（万元，累计）", False),
        ("本年化解债务（万元，当月）", False),
    ],
)
def test_a_running_total_of_the_year_begins_anew_in_january(
    tmp_path: Path, head: str, *, restarts: bool
) -> None:
    file = tmp_path / "sheet.xlsx"
    rows: list[Row] = [("统计表",), ("单位", head), *((name, 3) for name in TOWNSHIPS.values())]
    file.write_bytes(workbook_bytes(rows))
    divisions = (
        Division(each, name, DivisionKind.TOWN, "q", fictional=True, place=Place("-"))
        for each, name in TOWNSHIPS.items()
    )
    (found,) = indicators_of_file(file, divisions)
    assert (found.restarts is not None) is restarts
