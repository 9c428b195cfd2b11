"""Workbooks as files."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from generators.workbooks.writing.file import safe_text, workbook_bytes
from tests.reading_sites.workbooks import opened

if TYPE_CHECKING:
    from xlsxwriter import Workbook

DAY = date(2026, 10, 15)


def _one_cell(text: str) -> bytes:
    def fill(workbook: Workbook) -> None:
        workbook.add_worksheet("表").write(0, 0, text)

    return workbook_bytes(fill, DAY, "题目", "单位")


@pytest.mark.parametrize("is_large", [False, True])
def test_the_same_content_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch, *, is_large: bool) -> None:
    """Neither the time of day nor the zone of the machine is in the file."""

    def fill(workbook: Workbook) -> None:
        workbook.add_worksheet("表").write_string(0, 0, "一")

    first = workbook_bytes(fill, DAY, "题目", is_large=is_large)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        assert workbook_bytes(fill, DAY, "题目", is_large=is_large) == first
    finally:
        monkeypatch.undo()
        time.tzset()


def test_its_properties_are_the_title_the_author_and_the_day() -> None:
    found = opened(_one_cell("一")).properties
    assert (found.title, found.creator, found.created) == ("题目", "单位", datetime(2026, 10, 15))  # noqa: DTZ001 - the file has no zone


@pytest.mark.parametrize("text", ["=1+1", "{=1}", "http://example.com/", "0012", "1e3", "<r>", " 前后 "])
def test_a_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    found = opened(_one_cell(text)).active["A1"]
    assert (found.value, found.data_type, found.hyperlink) == (text, "s", None)


def test_what_looks_like_markup_of_the_writer_is_told_from_it() -> None:
    text = "<r><t>一</t></r>"
    assert safe_text(text) == f"{text} "
    found = opened(_one_cell(safe_text(text))).active["A1"]
    assert found.value == f"{text} "


def test_a_text_is_no_longer_than_a_cell_may_be() -> None:
    assert len(safe_text("一" * 40_000)) == 32_000


def test_it_is_an_archive_of_parts() -> None:
    with zipfile.ZipFile(io.BytesIO(_one_cell("一"))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "xl/worksheets/sheet1.xml" in archive.namelist()
