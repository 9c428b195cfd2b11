"""Tables: one definition for what a page shows and for what the open data say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.composing.kit.table import (
    NO_TABLE,
    Cell,
    Column,
    DataType,
    Small,
    Table,
    cell,
    day_key,
    flag,
    small,
)
from generators.composing.kit.views import Link
from tests.reading_sites.shown_tables import column, records, sort_keys, texts, titles


@dataclass(frozen=True)
class Town:
    """A row to show."""

    name: str
    score: int | None
    remark: str = ""


def _score(town: Town) -> Cell:
    if town.score is None:
        return cell("不排名", span=2)
    return cell(str(town.score), sort=town.score)


TOWNS: Final[Table[Town]] = Table(
    (
        Column(
            "name",
            "单位",
            lambda town: cell(town.name),
            is_head=True,
            meaning="名称",
            value=lambda town: town.name,
        ),
        Column("score", "得分", _score, is_number=True),
        Column("remark", "说明", lambda town: cell(town.remark)),
        Column(
            "is_scored",
            meaning="有没有得分",
            value=lambda town: town.score is not None,
            type=DataType.BOOLEAN,
        ),
    ),
    anchor=lambda town: f"t-{town.name}",
    status=lambda town: "high" if town.score else "",
)
EAST, WEST = Town("东镇", 9, "领先"), Town("西镇", None)


def test_a_page_shows_the_columns_that_have_cells_in_their_order() -> None:
    view = TOWNS.view((EAST,), "得分")
    assert titles(view) == ["单位", "得分", "说明"]
    assert texts(view) == [{"name": ("东镇",), "score": ("9",), "remark": ("领先",)}]
    assert sort_keys(view, "score") == ["9"]
    assert [(row.anchor, row.status) for row in view.rows] == [("t-东镇", "high")]


def test_a_page_may_choose_columns_and_leave_some_out() -> None:
    assert titles(TOWNS.view((EAST,), "得分", columns=("remark", "name"))) == ["说明", "单位"]
    assert titles(TOWNS.view((EAST,), "得分", without=("score",))) == ["单位", "说明"]


@pytest.mark.parametrize("name", ["is_scored", "other"])
def test_a_column_without_cells_cannot_be_shown_or_left_out(name: str) -> None:
    with pytest.raises(KeyError):
        TOWNS.view((EAST,), "得分", columns=(name,))
    with pytest.raises(KeyError):
        TOWNS.view((EAST,), "得分", without=(name,))


def test_a_cell_over_several_columns_stands_for_those_after_it() -> None:
    assert texts(TOWNS.view((WEST,), "得分")) == [{"name": ("西镇",), "score": ("不排名",)}]


def test_the_open_data_have_the_columns_with_values() -> None:
    table = TOWNS.data("towns", "乡镇", "每个乡镇一行", lambda: (EAST, WEST))
    assert [(each.name, each.meaning, each.type) for each in table.columns] == [
        ("name", "名称", DataType.STRING),
        ("is_scored", "有没有得分", DataType.BOOLEAN),
    ]
    assert records(table) == [{"name": "东镇", "is_scored": True}, {"name": "西镇", "is_scored": False}]


def test_a_table_is_true_where_it_has_rows() -> None:
    assert TOWNS.view((EAST,), "得分")
    assert not TOWNS.view((), "得分")
    assert not NO_TABLE


@given(st.lists(st.tuples(st.text(max_size=2), st.lists(st.integers(0, 9), max_size=3)), max_size=4))
def test_groups_keep_their_rows_in_order_and_empty_ones_are_left_out(
    groups: list[tuple[str, list[int]]],
) -> None:
    table: Table[int] = Table((Column("number", "数", lambda row: cell(str(row))),))
    view = table.grouped_view(groups, "数")
    assert [group.head for group in view.groups] == [head for head, rows in groups if rows]
    assert column(view, "number") == [str(row) for _, rows in groups for row in rows]


def test_what_fills_a_row_of_its_own_is_made_from_the_row() -> None:
    table = replace(TOWNS, more=lambda town: f"{town.name}的明细")
    assert [row.more for row in table.view((EAST, WEST), "得分").rows] == ["东镇的明细", "西镇的明细"]
    assert [row.more for row in TOWNS.view((EAST,), "得分").rows] == [None]


def test_empty_pieces_are_left_out() -> None:
    assert cell("", None, "字").content == ("字",)
    assert (small(""), small(None), small(Link(""))) == (None, None, None)
    assert small("甲", Link("")) == Small(("甲",))
    assert flag("") is None


def test_a_day_sorts_as_a_number_and_no_day_last() -> None:
    assert (day_key(date(2026, 3, 9)), day_key(None)) == ("20260309", "")


def test_a_long_table_leads_to_the_files_that_hold_its_rows() -> None:
    """A short one does not, nor one that is not in the open data."""
    listed = replace(TOWNS, open_data="towns")
    assert [
        (each.label, each.href) for each in listed.view((Town("甲镇", 1),), "镇", board="list").files
    ] == [
        ("Excel", "site:/open-data/towns.xlsx"),
        ("CSV", "site:/open-data/towns.csv"),
        ("JSON", "site:/open-data/towns.json"),
    ]
    assert replace(listed, is_tall=True).view((Town("甲镇", 1),), "镇").files
    assert listed.view((Town("甲镇", 1),), "镇", board="list").explanation == "site:/open-data/#table-towns"
    assert listed.view((Town("甲镇", 1),), "镇").files == ()
    assert TOWNS.view((Town("甲镇", 1),), "镇", board="list").files == ()
