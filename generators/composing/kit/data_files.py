"""Writes a table of the open data as CSV, readable by Excel, and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache, partial
from typing import Final

from generators.composing.kit.page import Download
from generators.composing.kit.table import DataTable, Value

_KEPT: Final = 20_000
"""How many values are kept as written."""

_json_value: Final = lru_cache(_KEPT)(json.JSONEncoder(ensure_ascii=False).encode)

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def data_files(table: DataTable, as_of: date) -> tuple[Download, Download]:
    """Return the table as a CSV file and a JSON file; the latter has the day and describes every column."""
    return (
        Download(f"open-data/{table.name}.csv", partial(_csv_bytes, table)),
        Download(f"open-data/{table.name}.json", partial(_json_bytes, table, as_of)),
    )


def spreadsheet_safe(text: str) -> str:
    """Return the text such that no spreadsheet runs it as a formula; negative numbers remain unchanged."""
    if text.startswith(_DANGEROUS) and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    body = text.removeprefix("-")
    return body.replace(".", "", 1).isascii() and body.replace(".", "", 1).isdigit()


def _csv_bytes(table: DataTable) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([map(_csv_cell, row) for row in table.rows])
    # Excel reads a CSV file as UTF-8 only if it begins with a byte order mark.
    return buffer.getvalue().encode("utf-8-sig")


@lru_cache(_KEPT)
def _csv_cell(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else spreadsheet_safe(value)


def _json_bytes(table: DataTable, as_of: date) -> bytes:
    document = {
        "title": table.title,
        "as_of": as_of.isoformat(),
        "columns": [
            {"name": each.name, "description": each.meaning, "type": each.type.value}
            for each in table.columns
        ],
        "rows": [],
    }
    head = json.dumps(document, ensure_ascii=False, indent=1).removesuffix("[]\n}")
    heads = [f"   {_json_value(column.name)}: " for column in table.columns]
    rows = ",\n".join([_json_row(heads, row) for row in table.rows])
    listed = f"[\n{rows}\n ]" if rows else "[]"
    return f"{head}{listed}\n}}\n".encode()


def _json_row(heads: Iterable[str], row: Iterable[Value]) -> str:
    """Return a row as ``json.dumps(…, indent=1)`` writes it, whose encoder in C cannot indent.

    ``heads`` are the names of the columns as written. The files of a county have some hundred thousand
    values, most of them several times; this takes a tenth of the time.
    """
    members = ",\n".join([head + _json_value(value) for head, value in zip(heads, row, strict=True)])
    return f"  {{\n{members}\n  }}"
