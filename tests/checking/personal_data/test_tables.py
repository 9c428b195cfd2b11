from __future__ import annotations

import pytest

from generators.checking.personal_data.tables import Tables

SHEET = "2026年名单\n序号\t姓名\t村\n1\t甲\t一村\n2\t乙\t二村\n"


def test_a_title_is_no_head_and_no_block_of_one_line_is_a_table() -> None:
    (table,) = Tables(f"一行,不是表\n\n{SHEET}").found
    assert table.caption == "一行,不是表 2026年名单"
    assert table.headings == {0: "序号", 1: "姓名", 2: "村"}
    assert [cell.text for cell in table.rows[table.head + 1].cells()] == ["1", "甲", "一村"]


@pytest.mark.parametrize(
    ("mark", "head"), [("乙", "姓名"), ("二村", "村"), ("姓名", ""), ("2026", ""), ("1", "序号")]
)
def test_the_head_of_a_column_is_found_by_offset(mark: str, head: str) -> None:
    assert Tables(SHEET).heading(SHEET.index(f"\n{mark}") + 1 if mark == "1" else SHEET.index(mark)) == head


def test_cells_know_where_their_text_begins() -> None:
    text = '| 姓名 | "手机" |\n|---|---|\n| 甲 | 1 |\n'
    (table,) = Tables(text).found
    assert all(text[cell.start :].startswith(cell.text) for row in table.rows for cell in row.cells())
    assert len(table.rows) == 2


def test_outside_tables_there_is_no_head() -> None:
    text = f"{SHEET}\n后文没有表"
    assert Tables(text).heading(text.index("后文")) == ""
    assert Tables("").found == []
