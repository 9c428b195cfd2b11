from __future__ import annotations

from collections.abc import Sequence

import pytest

from generators.importing.tables.division_names import DivisionNames
from generators.importing.tables.rows import RowKind
from generators.importing.tables.surroundings import surroundings_of
from generators.importing.tables.table import Table, table_of
from generators.model.division import Division, DivisionKind
from generators.model.record import Place
from generators.workbooks.reading.opening import workbook_of
from tests.build.offices import TOWNSHIPS, Row, monthly, workbook_bytes

NAMES = DivisionNames.of(
    Division(
        id=f"q/{each}", name=name, kind=DivisionKind.TOWN, within="q", fictional=True, place=Place("x.yml")
    )
    for each, name in TOWNSHIPS.items()
)


def _table(rows: Sequence[Row], merged: Sequence[str] = ()) -> Table | None:
    return table_of(workbook_of(workbook_bytes(rows, "3月", merged), "3月.xlsx").sheets[0], NAMES)


def _found(rows: Sequence[Row], merged: Sequence[str] = ()) -> Table:
    found = _table(rows, merged)
    assert found is not None
    return found


def test_heads_over_two_rows_are_joined() -> None:
    table = table_of(workbook_of(monthly(), "3月.xlsx").sheets[0], NAMES)
    assert table is not None
    assert table.name_head == "乡镇(街道)"
    assert [head.text for head in table.heads][1:4] == [
        "阵地建设·建成数(累计)",
        "阵地建设·拨付资金(累计)",
        "办实事(件,当月)",
    ]
    assert [head.unit for head in table.heads][3:5] == ["件", "万元"]


def test_heads_need_no_merged_cells() -> None:
    rows: list[Row] = [
        ("标题",),
        ("单位", "阵地", None, "实事"),
        (None, "建成", "资金", None),
        ("东棠镇", 1, 2, 3),
    ]
    assert [head.text for head in _found(rows).heads] == ["阵地·建成", "阵地·资金", "实事"]


def test_totals_notes_and_averages_are_no_divisions() -> None:
    rows: list[Row] = [
        ("单位", "办实事", "收入"),
        ("全县", 6, 6),
        ("东棠镇", 1, 2),
        ("小 计", 1, 2),
        ("下棠街道", 5, 4),
        ("合计", 6, 6),
        ("平均", 3, 3),
        ("其中：镇", 1, 2),
        ("其中：街道", 5, 4),
        (None, "审核人：李某", "2026.3.5：填"),
        ("注：1.见表", None, None),
        ("东棠镇", "不再算", 1),
    ]
    kinds = [(row.name, row.kind) for row in _found(rows).rows]
    assert kinds == [
        ("全县", RowKind.TOTAL),
        ("东棠镇", RowKind.PLACE),
        ("小计", RowKind.SUBTOTAL),
        ("下棠街道", RowKind.PLACE),
        ("合计", RowKind.TOTAL),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "填表人：某某",
        "审核人（签字）：",
        "单位负责人：",
        "主要领导签字：",
        "联系电话：0000",
        "填表日期：3月5日",
    ],
)
def test_who_signs_below_a_table_is_no_row_even_in_several_cells(label: str) -> None:
    rows: list[Row] = [("单位", "数", "又"), ("东棠镇", 1, 2), (label, "审核人：某某", 12345678)]
    assert [row.name for row in _found(rows).rows] == ["东棠镇"]


def test_a_head_that_is_printed_again_is_no_row() -> None:
    rows: list[Row] = [("单位", "数"), ("东棠镇", 1), ("单位", "数"), ("下棠街道", 2)]
    assert [row.name for row in _found(rows).places] == ["东棠镇", "下棠街道"]


@pytest.mark.parametrize("rows", [[], [("你好",)], [("东棠镇", 1)], [("甲", "乙"), ("丙", 1)]])
def test_without_names_or_head_there_is_no_table(rows: list[Row]) -> None:
    assert _table(rows) is None


def test_what_is_said_around_a_table_is_found() -> None:
    rows: list[Row] = [
        ("青棠县2026年进度统计表", None, None, None),
        ("填报单位（盖章）：县委组织部", None, "报送时间：", "2026/4/6"),
        ("单位", "数", "次", "户"),
        ("东棠镇", 1, 2, 3),
    ]
    around = surroundings_of(_found(rows), "报表")
    assert (around.title, around.issuer, around.periods, around.year) == (
        "青棠县2026年进度统计表",
        "县委组织部",
        ("2026-03",),
        2026,
    )
    assert str(around.reported) == "2026-04-06"


def test_a_column_that_names_the_township_of_a_row_is_no_figure() -> None:
    rows: list[Row] = [("乡镇", "单位", "数"), ("东棠镇", "东棠镇", 1), ("东棠镇", "下棠街道", 2)]
    table = _found(rows)
    assert (table.name_head, [head.text for head in table.heads]) == ("单位", ["数"])


def test_rows_after_a_note_are_read_if_they_name_further_divisions() -> None:
    rows: list[Row] = [("单位", "办实事"), ("东棠镇", 1), ("注：以下为第二批",), ("西棠镇", 2), ("注：完",)]
    assert [row.name for row in _found(rows).places] == ["东棠镇", "西棠镇"]


@pytest.mark.parametrize("row", [("东堂镇", 1), ("东堂镇", "1件")])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_unknown_name_with_a_single_number_is_a_row(row: Row, at: int) -> None:
    rows: list[Row] = [("单位", "办实事"), ("西棠镇", 1), ("北棠乡", 3)]
    rows.insert(at, row)
    if at > 1 or isinstance(row[1], int):
        assert "东堂镇" in [each.name for each in _found(rows).places]


@pytest.mark.parametrize(
    ("rows", "other"),
    [
        ([("单位", "收入"), ("北棠乡", 5)], (3, 0)),
        ([(None,), ("二、收入",), ("单位", "收入"), ("北棠乡", 5)], (5, 0)),
        ([("注：完",), ("单位", "办实事"), ("东棠镇", 5)], (4, 0)),
        ([("收入", "单位"), (5, "北棠乡")], (4, 1)),
        ([("单位", "办实事"), ("北棠乡", 5)], None),
        ([("合计", 3), ("注：找东棠镇张某",)], None),
    ],
)
def test_another_table_in_the_sheet_is_found(rows: list[Row], other: tuple[int, int] | None) -> None:
    assert _found([("单位", "办实事"), ("东棠镇", 1), ("西棠镇", 2), *rows]).other == other


def test_a_table_in_two_halves_beside_each_other_is_two() -> None:
    rows: list[Row] = [("单位", "办实事", "单位", "办实事"), ("东棠镇", 1, "西棠镇", 2)]
    assert _found(rows).other == (1, 0)


def test_two_columns_of_different_names_are_uncertain() -> None:
    rows: list[Row] = [("单位", "联系单位", "办实事"), ("东棠镇", "西棠镇", 1), ("西棠镇", "东棠镇", 2)]
    assert _found(rows).other == (1, 0)
