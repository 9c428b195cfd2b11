"""Writes a table of the open data as CSV, as JSON, and as a workbook for Excel and WPS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from io import BytesIO
from typing import Any, Final, assert_never

from generators.composing.kit.columns import FICTIONAL
from generators.composing.kit.csv_file import KEPT, CsvFile
from generators.composing.kit.dates import day_text
from generators.composing.kit.page import Download
from generators.composing.kit.table import Column, DataTable, DataType, Value
from generators.languages import Words, current_language, gettext, marked, translated
from generators.model.language import Language
from generators.workbooks.writing.table import CellType, TableColumn, TableSheet, table_bytes

_json_value: Final = lru_cache(KEPT)(json.JSONEncoder(ensure_ascii=False).encode)

TYPE_TEXT: Final = Words(
    {
        DataType.STRING: marked("文字"),
        DataType.INTEGER: marked("整数"),
        DataType.NUMBER: marked("数"),
        DataType.DATE: marked("日期"),
        DataType.BOOLEAN: marked("是否"),
        DataType.ANY: marked("数、是否或文字"),
    }
)
"""What the types of columns are called."""


_HEADINGS: Final = Words(
    {
        "by": marked("依据"),
        "goal": marked("目标方向"),
        "kind": marked("类别"),
        "qualifier": marked("约数用语"),
        "role": marked("性质"),
        "state": marked("状态"),
        "status": marked("状态"),
        "value_origin": marked("数值来源"),
        "value_state": marked("有无数值"),
    }
)
"""The headings of columns of codes, by their names."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What the files of a site say of themselves: its title, its owner, the day of the data, its notice."""

    site: str
    owner: str
    as_of: date
    notice: str = ""


def data_files(file: CsvFile, origin: Origin) -> tuple[Download, ...]:
    """Return the table of a CSV file as a workbook, that CSV file and a JSON file, which is to be made last.

    The first and the last have the day and describe every column.
    """
    table = file.table
    path = f"open-data/{table.name}"
    return (
        Download(f"{path}.xlsx", partial(_workbook_bytes, table, origin)),
        Download(f"{path}.csv", file.content),
        Download(f"{path}.json", partial(_json_bytes, table, origin.as_of)),
    )


def _json_bytes(table: DataTable, as_of: date) -> bytes:
    document = {
        "title": table.title,
        "as_of": as_of.isoformat(),
        "columns": [
            {"name": each.name, "description": translated(each.meaning), "type": each.type.value}
            for each in table.columns
        ],
        "rows": [],
    }
    head = json.dumps(document, ensure_ascii=False, indent=1).removesuffix("[]\n}")
    heads = [f"   {_json_value(column.name)}: " for column in table.columns]
    # Row by row into bytes: the text of a province's table, beside its bytes, would take a gigabyte.
    written = BytesIO()
    written.write(f"{head}[".encode())
    between = b"\n"
    for row in table.rows:
        written.write(between)
        written.write(_json_row(heads, row).encode())
        between = b",\n"
    written.write(b"\n ]\n}\n" if table.rows else b"]\n}\n")
    table.forget_rows()
    return written.getvalue()


def _json_row(heads: Iterable[str], row: Iterable[Value]) -> str:
    """Return a row as ``json.dumps(…, indent=1)`` writes it, whose encoder in C cannot indent.

    ``heads`` are the names of the columns as written. The files of a county have some hundred thousand
    values, most of them several times; this takes a tenth of the time.
    """
    members = ",\n".join([head + _json_value(value) for head, value in zip(heads, row, strict=True)])
    return f"  {{\n{members}\n  }}"


def _workbook_bytes(table: DataTable, origin: Origin) -> bytes:
    described = [
        table.description,
        gettext("数据截至%(as_of)s", as_of=day_text(origin.as_of)),
        gettext("出自%(site)s（%(owner)s）", site=origin.site, owner=origin.owner),
        *([origin.notice.rstrip("。")] if origin.notice else []),
    ]
    if table.rows and _is_fictional(table):
        described.insert(0, gettext("本表全部是虚构的示例数据"))
    sheet = TableSheet(
        table.title, "；".join(described), tuple(_sheet_column(each) for each in table.columns), table.rows
    )
    return table_bytes(sheet, origin.as_of, origin.owner)


def _is_fictional(table: DataTable) -> bool:
    """Whether every row says that it is invented."""
    marks = [index for index, each in enumerate(table.columns) if each.name == FICTIONAL]
    return bool(marks) and all(row[marks[0]] is True for row in table.rows)


def _sheet_column(column: Column[Any]) -> TableColumn:
    return TableColumn(
        column.name,
        heading_of(column),
        translated(column.meaning),
        _cell_type(column.type),
        TYPE_TEXT[column.type],
    )


_END_OF_HEADING: Final = {Language.CHINESE: "[；，。：（]", Language.ENGLISH: "[;,.:(]"}
"""What ends the beginning of the meaning of a column."""


def heading_of(column: Column[Any]) -> str:
    """Return the heading of a column in a workbook: a title of its own, else the beginning of its meaning.

    A meaning that begins with the first of several codes has the usual heading of such a column.
    """
    if column.show is None and isinstance(column.title, str) and column.title:
        return translated(column.title)
    beginning = re.split(_END_OF_HEADING[current_language()], translated(column.meaning))[0]
    return _HEADINGS.get(column.name, column.name) if column.meaning[:1].isascii() else beginning


def _cell_type(kind: DataType) -> CellType:
    match kind:
        case DataType.INTEGER | DataType.NUMBER | DataType.ANY:
            return CellType.NUMBER
        case DataType.DATE:
            return CellType.DAY
        case DataType.STRING | DataType.BOOLEAN:
            return CellType.TEXT
        case never:
            assert_never(never)
