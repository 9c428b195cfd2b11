from __future__ import annotations

from pathlib import Path

import pytest

from generators.drafting.errors import DraftError
from generators.drafting.starting.township_list import listed_townships, typed_townships
from tests.build.offices import TOWNSHIPS, monthly, plan, workbook_bytes


def test_typed_townships_are_separated_by_any_usual_mark_and_may_have_ids() -> None:
    assert typed_townships("甲镇、乙乡=yi，丙街道\n丁林场＝ding") == (
        ("甲镇", ""),
        ("乙乡", "yi"),
        ("丙街道", ""),
        ("丁林场", "ding"),
    )
    assert typed_townships("  ") == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
@pytest.mark.parametrize(
    "text",
    [
        "甲镇=jia\n\n乙乡\n",
        "序号,乡镇名称,联系单位,标识\r\n1,甲镇,某局,jia\r\n2,乙乡,某局,\r\n",
        "1\t甲镇\tjia\n2\t乙乡\t\n",
    ],
)
def test_a_list_is_read_in_utf_8_and_gbk_with_and_without_heads(
    tmp_path: Path, text: str, encoding: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(text.encode(encoding))
    assert listed_townships(file) == (("甲镇", "jia"), ("乙乡", ""))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04\x00\x00", "读不出来：文件已损坏"),
        (b"\x00\x01", "不是文本：请在 Excel 中另存为 CSV"),
        (workbook_bytes([("序号", "责任人"), (1, "张某")]), "没有一列的表头是“乡镇”"),
        (b"\xff\xff\xff", "的编码既不是 UTF-8 也不是 GBK"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(content)
    with pytest.raises(DraftError, match=told):
        listed_townships(file)


@pytest.mark.parametrize("content", [plan(), monthly()])
def test_in_a_workbook_the_names_are_below_their_head_without_totals(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(content)
    assert listed_townships(file) == tuple((name, "") for name in TOWNSHIPS.values())


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="打不开"):
        listed_townships(tmp_path / "none.csv")
