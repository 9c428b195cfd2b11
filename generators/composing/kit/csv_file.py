"""A table of the open data as a CSV file, with its length and digest."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Final

from generators.composing.kit.table import DataTable, Value

KEPT: Final = 20_000
"""How many values are kept as written."""

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The length of a file in bytes, and its SHA-256 in hexadecimal digits."""

    size: int
    digest: str


class CsvFile:
    """The CSV file of a table; its length and digest are kept when it is made."""

    def __init__(self, table: DataTable) -> None:
        """Take the table; its rows are not made yet."""
        self.table = table
        self._facts: FileFacts | None = None

    def content(self) -> bytes:
        """Return the table as CSV (RFC 4180), in UTF-8 with a byte order mark."""
        buffer = io.BytesIO()
        # Excel reads a CSV file as UTF-8 only if it begins with a byte order mark.
        text = io.TextIOWrapper(buffer, "utf-8-sig", newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(column.name for column in self.table.columns)
        writer.writerows(map(_cell, row) for row in self.table.rows)
        text.flush()
        made = buffer.getvalue()
        self._facts = _facts_of(made)
        return made

    @property
    def facts(self) -> FileFacts:
        """Return length and digest; the file is made only if it was not before."""
        return self._facts or _facts_of(self.content())


def _facts_of(content: bytes) -> FileFacts:
    return FileFacts(len(content), sha256(content).hexdigest())


def spreadsheet_safe(text: str) -> str:
    """Return the text such that no spreadsheet runs it as a formula; negative numbers remain unchanged."""
    if text.startswith(_DANGEROUS) and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    body = text.removeprefix("-")
    return body.replace(".", "", 1).isascii() and body.replace(".", "", 1).isdigit()


@lru_cache(KEPT)
def _cell(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else spreadsheet_safe(value)
