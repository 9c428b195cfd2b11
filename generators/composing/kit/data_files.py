"""Writes a table of the open data as CSV, readable by Excel, and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Final

from generators.composing.kit.page import Download
from generators.composing.kit.table import DataTable, Value

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
    writer.writerows(_csv_cells(row) for row in table.rows)
    # Excel reads a CSV file as UTF-8 only if it begins with a byte order mark.
    return buffer.getvalue().encode("utf-8-sig")


def _csv_cells(cells: Iterable[Value]) -> Iterator[str]:
    for cell in cells:
        yield str(cell).lower() if isinstance(cell, bool) else spreadsheet_safe(cell)


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
    names = [column.name for column in table.columns]
    rows = ",\n".join(_json_row(dict(zip(names, row, strict=True))) for row in table.rows)
    listed = f"[\n{rows}\n ]" if rows else "[]"
    return f"{head}{listed}\n}}\n".encode()


def _json_row(row: Mapping[str, Value]) -> str:
    """Return a row as ``json.dumps(…, indent=1)`` writes it, by the encoder in C, which cannot indent.

    The files of a county have some hundred thousand values; this takes a quarter of the time.
    """
    members = json.dumps(row, ensure_ascii=False, separators=(",\n   ", ": "))
    return f"  {{\n   {members[1:-1]}\n  }}"
