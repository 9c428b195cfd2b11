"""CSV files: cells, and length and digest without making a file a second time."""

from __future__ import annotations

import hashlib

import pytest

from generators.composing.kit.csv_file import CsvFile, FileFacts, spreadsheet_safe
from generators.composing.kit.table import Column, DataTable


class Counted(CsvFile):
    """A file that counts how often it is made."""

    made = 0

    def content(self) -> bytes:
        """Return the file and count it."""
        self.made += 1
        return super().content()


def counted() -> Counted:
    """Return a file of one column and one row."""
    column: Column[str] = Column("name", meaning="名称", value=str)
    return Counted(DataTable("matters", "事项", "每个事项一行", (column,), lambda: ["东桥镇"]))


def test_length_and_digest_of_a_file_made_before_make_it_no_second_time() -> None:
    file = counted()
    content = file.content()
    assert file.facts == FileFacts(len(content), hashlib.sha256(content).hexdigest())
    assert file.made == 1


def test_length_and_digest_are_known_before_the_file_is_written() -> None:
    file = counted()
    assert file.facts == file.facts
    assert file.made == 1
    assert file.facts.size == len(file.content())


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "--1", "-1-1", "+1", "-1e5"]
)
def test_what_a_spreadsheet_would_run_is_made_text(text: str) -> None:
    assert spreadsheet_safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "12", "-12", "-0.5", "东桥镇", "2017-06", "a=b", "９"])
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert spreadsheet_safe(text) == text
