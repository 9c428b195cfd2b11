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

from generators.composing.kit.data_files import data_files
from generators.composing.kit.table import Column, DataTable, DataType, Value

DAY: Final = date(2026, 3, 31)
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
    _, found = data_files(table(*rows), DAY)
    document = json.loads(found.content)
    assert found.content.decode() == json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    assert [tuple(row.values()) for row in document["rows"]] == rows


def test_json_describes_the_table_and_its_columns() -> None:
    """The day, the title, and name, description and type of each column stand before the rows."""
    _, found = data_files(table(), DAY)
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
    found, _ = data_files(table(*rows), DAY)
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
    files = data_files(counted, DAY)
    assert calls == []
    assert len(counted.found) == 1
    assert all(each.content for each in files)
    assert calls == ["find", "value"]
