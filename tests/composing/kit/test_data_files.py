"""Tables of the open data as files."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from generators.composing.kit.csv_file import CsvFile
from generators.composing.kit.data_files import Origin, data_files, heading_of
from generators.composing.kit.table import Column, DataTable, DataType, Value
from generators.composing.kit.table import cell as page_cell
from tests.reading_sites.workbooks import values_of

ORIGIN: Final = Origin("示例网站", "示例单位", date(2026, 3, 31))
COLUMNS: Final[tuple[Column[tuple[Value, ...]], ...]] = (
    Column("name", meaning="名称", value=itemgetter(0)),
    Column("count", meaning="件数", value=itemgetter(1), type=DataType.INTEGER),
    Column("fictional", meaning="是否虚构", value=itemgetter(2), type=DataType.BOOLEAN),
)
TEXT: Final = st.text(st.characters(exclude_categories=("Cs", "Cc")))


def table(*rows: tuple[Value, ...]) -> DataTable:
    """Return a table of three columns with these rows."""
    return DataTable("matters", "事项", "每个事项一行", COLUMNS, lambda: rows)


@given(st.lists(st.tuples(TEXT, TEXT, st.booleans())))
def test_json_is_indented_as_the_standard_library_indents_it(rows: list[tuple[Value, ...]]) -> None:
    """Rows are written by a faster way than the rest of the file; no byte shows it."""
    *_, found = data_files(CsvFile(table(*rows)), ORIGIN)
    document = json.loads(found.content)
    assert found.content.decode() == json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    assert [tuple(row.values()) for row in document["rows"]] == rows


def test_json_describes_the_table_and_its_columns() -> None:
    """The day, the title, and name, description and type of each column stand before the rows."""
    *_, found = data_files(CsvFile(table()), ORIGIN)
    assert json.loads(found.content) == {
        "title": "事项",
        "as_of": "2026-03-31",
        "columns": [
            {"name": "name", "description": "名称", "type": "string"},
            {"name": "count", "description": "件数", "type": "integer"},
            {"name": "fictional", "description": "是否虚构", "type": "boolean"},
        ],
        "rows": [],
    }


@given(st.lists(st.tuples(TEXT, st.integers().map(str), st.booleans())))
def test_csv_has_the_same_rows(rows: list[tuple[Value, ...]]) -> None:
    """A text that a spreadsheet would run as a formula gets an apostrophe; negative numbers do not."""
    _, found, _ = data_files(CsvFile(table(*rows)), ORIGIN)
    assert found.content.startswith("\ufeff".encode())
    read = list(csv.reader(io.StringIO(found.content.decode("utf-8-sig"), newline="")))
    assert read[0] == ["name", "count", "fictional"]
    assert [row[1:] for row in read[1:]] == [[count, str(value).lower()] for _, count, value in rows]
    for (name, *_), (cell, *_) in zip(rows, read[1:], strict=True):
        assert cell in (name, f"'{name}")


def test_the_page_and_the_files_of_a_table_find_its_rows_once() -> None:
    calls: list[str] = []

    def find() -> list[tuple[Value, ...]]:
        calls.append("find")
        return [("一", "1", True)]

    def name(row: tuple[Value, ...]) -> Value:
        calls.append("value")
        return row[0]

    counted = DataTable(
        "matters", "事项", "每个事项一行", (replace(COLUMNS[0], value=name), *COLUMNS[1:]), find
    )
    files = data_files(CsvFile(counted), ORIGIN)
    assert calls == []
    assert len(counted.found) == 1
    assert all(each.content for each in files)
    assert calls == ["find", "value"]


def test_the_workbook_has_the_same_rows_below_what_they_are_and_where_from() -> None:
    found, *_ = data_files(CsvFile(table(("=甲", "12", True), ("乙", "", True))), ORIGIN)
    assert found.path == "open-data/matters.xlsx"
    title, notes, headings, names, *rows = values_of(found.content, "数据")
    assert title[0] == "事项"
    assert notes[0] == (
        "本表全部是虚构的示例数据；每个事项一行；数据截至2026年3月31日；出自示例网站（示例单位）"
    )
    assert headings == ["名称", "件数", "是否虚构"]
    assert names == ["name", "count", "fictional"]
    assert rows == [["=甲", 12.0, "是"], ["乙", "", "是"]]


def test_a_table_of_real_and_invented_rows_is_not_called_invented() -> None:
    found, *_ = data_files(CsvFile(table(("甲", "12", True), ("乙", "", False))), ORIGIN)
    assert "虚构" not in values_of(found.content, "数据")[1][0]


def test_a_heading_is_a_title_of_its_own_or_how_the_meaning_begins() -> None:
    def column(name: str, meaning: str, title: str = "") -> Column[str]:
        return Column(name, title, meaning=meaning, value=str)

    assert heading_of(column("due", "现行期限，含延期")) == "现行期限"
    assert heading_of(column("value", "按数值划分的，当日数值", "当日数值")) == "当日数值"
    assert heading_of(column("state", "overdue 逾期未改，open 整改中")) == "状态"
    assert heading_of(column("other", "overdue 逾期未改")) == "other"
    shown: Column[str] = Column("status", "状态与截止", page_cell, meaning="状态", value=str)
    assert heading_of(shown) == "状态"
