"""What a printed bulletin must be by GB/T 9704, whoever printed it: asserted of the sheets as measured."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from tests.build.project import FIXTURES, copy_county
from tests.reading_sites.measured_pdf import MM, Line, Sheet, fonts_of, rules_of, sheets_of

LONG_BULLETIN: Final = FIXTURES / "long_bulletin.md"

PITCH: Final = 28.95
LINES: Final = 22
CHARACTERS: Final = 28
HEAD: Final = 37
FOOT: Final = 37 + 225
_WIDTH: Final = 156
_BINDING: Final = 28
_OUTER: Final = 210 - 156 - 28
_RADICAL: Final = re.compile("[\u2e80-\u2fdf]")
_CLOSING: Final = "”’）》」，。、；："
_TEXT_SIZE: Final = 16
_TITLE_SIZE: Final = 22


@dataclass(frozen=True, slots=True)
class Printer:
    """How finely a printer sets: its deviation from a length in mm, the thickness of its rules in the tail.

    A mark that closes a line may stand beyond the edge with ``hanging`` of its width.
    """

    deviation: float
    rules: tuple[float, float, float]
    hanging: float


PDF_ENGINE: Final = Printer(0.15, (0.35, 0.25, 0.35), hanging=0)
#: A browser rounds rules down to whole pixels, of 0.26 mm.
BROWSER: Final = Printer(0.7, (0.3, 0.3, 0.3), hanging=0.5)
#: It lets such a mark stand beyond the edge as a whole.
LIBREOFFICE: Final = Printer(0.3, (0.35, 0.25, 0.35), hanging=1.05)


def copy_county_with_long_bulletin(folder: Path) -> Path:
    """Copy the fictional county to ``folder``, with the long bulletin as its issue 2025/3."""
    project = copy_county(folder)
    shutil.copyfile(LONG_BULLETIN, project / "content/bulletins/tidy-notes/2025/3.md")
    return project


def left_of(sheet: Sheet) -> int:
    """Return where the type area begins: the binding edge lies left on fronts, right on backs."""
    return _BINDING if sheet.is_odd else _OUTER


def assert_is_laid_out(content: bytes, headings: Iterable[str], printer: Printer) -> tuple[Sheet, ...]:
    """Assert all that holds for every bulletin and return its sheets."""
    sheets = sheets_of(content)
    for sheet in sheets:
        _assert_is_a4(sheet)
        _assert_folio(sheet)
        if not sheet.is_landscape:
            _assert_within_type_area(sheet, printer)
            _assert_pitch(sheet)
    _assert_no_heading_alone(sheets, headings)
    _assert_red_rule(content, printer)
    _assert_tail(content, sheets, printer)
    assert all(fonts_of(content).values()), fonts_of(content)
    return sheets


def _assert_is_a4(sheet: Sheet) -> None:
    assert sorted((sheet.width, sheet.height)) == pytest.approx([210, 297], abs=0.2)


def _assert_folio(sheet: Sheet) -> None:
    folio = sheet.folio
    assert re.fullmatch(rf"— ?{sheet.number} ?—", folio.text)
    assert folio.size == 14
    if sheet.is_landscape:
        return
    left = left_of(sheet)
    character = 14 / MM
    if sheet.is_odd:
        assert folio.right == pytest.approx(left + _WIDTH - character, abs=0.5)
    else:
        assert folio.left == pytest.approx(left + character, abs=0.5)
    assert FOOT + 7 < folio.base / MM < FOOT + 13


def _assert_within_type_area(sheet: Sheet, printer: Printer) -> None:
    left = left_of(sheet)
    assert min(line.left for line in sheet.body) >= left - printer.deviation
    for line in sheet.body:
        hanging = printer.hanging * line.size / MM if line.text[-1] in _CLOSING else 0
        assert line.right <= left + _WIDTH + printer.deviation + hanging, line
    assert all(HEAD < line.base / MM < FOOT for line in sheet.body)


def _text_lines(sheet: Sheet) -> list[Line]:
    return [line for line in sheet.body if line.size == _TEXT_SIZE]


def _assert_pitch(sheet: Sheet) -> None:
    """Text stands on lines 28.95 pt apart, 22 at most; on the first sheet from the title down."""
    title = max((line.base for line in sheet.body if line.size == _TITLE_SIZE), default=0)
    lines = [line for line in _text_lines(sheet) if line.base > title]
    assert len(lines) <= LINES
    for above, below in pairwise(lines):
        has_table_between = any(above.base < line.base < below.base for line in sheet.body)
        if not has_table_between:
            assert below.base - above.base == pytest.approx(PITCH, abs=0.8)  # a browser's pixel is 0.75 pt


def _assert_no_heading_alone(sheets: Iterable[Sheet], headings: Iterable[str]) -> None:
    titles = {"".join(heading.split()) for heading in headings}
    for sheet in sheets:
        last = [line for line in sheet.body if line.size != 14][-1:]
        assert not any(as_written(line.text) in titles for line in last), last


def _assert_red_rule(content: bytes, printer: Printer) -> None:
    red = [rule for rule in rules_of(content, 1) if rule.is_red]
    assert len(red) == 1
    assert 1 - printer.deviation <= red[0].thickness <= 1 + 0.1


def _assert_tail(content: bytes, sheets: tuple[Sheet, ...], printer: Printer) -> None:
    """The tail is one block at the foot of the last sheet: rules of 0.35, 0.25 and 0.35 mm."""
    black = [rule for rule in rules_of(content, -1) if not rule.is_red]
    tail = black[-3:] if len(black) > 2 and _has_receivers(sheets[-1]) else black[-2:]
    expected = printer.rules if len(tail) == 3 else (printer.rules[0], printer.rules[2])
    assert [rule.thickness for rule in tail] == pytest.approx(expected, abs=0.06)
    assert tail[-1].top + tail[-1].thickness == pytest.approx(FOOT, abs=printer.deviation)
    inside = [line for line in sheets[-1].body if line.size == 14]
    assert inside
    assert all(tail[0].top < line.base / MM < FOOT for line in inside)
    for sheet in sheets[:-1]:
        assert not any(line.size == 14 for line in sheet.body)


def _has_receivers(sheet: Sheet) -> bool:
    return any(line.size == 14 and re.match("[报送发]：|（共印", line.text) for line in sheet.body)


def as_written(text: str) -> str:
    """Return ``text`` without white space, with characters for the radicals that Chromium's files say."""
    return _RADICAL.sub(lambda found: _character(found[0]), "".join(text.split()))


def _character(radical: str) -> str:
    plain = unicodedata.normalize("NFKC", radical)
    return {"戶": "户", "⻅": "见", "⻚": "页", "⻓": "长", "⻔": "门", "⺠": "民"}.get(plain, plain)


def headings_of(markdown: str) -> list[str]:
    """Return the headings written in a Markdown text."""
    return re.findall(r"^#+ (.+)$", markdown, re.MULTILINE)


def assert_long_bulletin(sheets: tuple[Sheet, ...]) -> None:
    """Assert what only ``fixtures/long_bulletin.md`` shows: full sheets, a table over several, one turned."""
    full = sheets[1]
    assert len(_text_lines(full)) == LINES
    assert max(len(line.text) for line in _text_lines(full)) == CHARACTERS
    assert [sheet.number for sheet in sheets if sheet.is_landscape] == [10]
    _assert_wide_table(sheets[9])
    with_rows = [sheet for sheet in sheets if "整治后" in as_written(sheet.text)]
    assert len(with_rows) > 2
    for sheet in with_rows:
        text = as_written(sheet.text)
        assert "管护安排" in text  # the head of the table
        assert text.count("整治后由村民小组看护") == text.count("公开栏") > 0  # rows are whole
    assert as_written(sheets[-1].text).endswith("枫屏县示例办公室印刷间2025年6月30日印发")


def _assert_wide_table(sheet: Sheet) -> None:
    """Every column is on the sheet that lies on its side, within its own type area."""
    assert min(line.left for line in sheet.body) >= HEAD
    assert max(line.right for line in sheet.body) <= FOOT
    rows = re.findall(r"^\| \S+镇 \|(.+)\|$", LONG_BULLETIN.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == 6
    assert [row for row in rows if "".join(row.replace("|", "").split()) not in as_written(sheet.text)] == []
