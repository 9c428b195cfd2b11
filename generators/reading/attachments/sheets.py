"""Spreadsheets (xlsx): every sheet, hidden ones too, as lines of cells with the names of rows and columns."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from generators.reading.attachments.contents import Contents
from generators.reading.attachments.xml_flow import local, parse

SHEETS: Final = "xl/workbook.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_STYLES: Final = "xl/styles.xml"

_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MOST_ALIGNED: Final = 2_000_000
"""In cells, empty ones included; a larger sheet is read without its empty cells."""

_DATE_FORMATS: Final = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_DATE_CODE: Final = re.compile(r"[yd年日]", re.IGNORECASE)
_QUOTED: Final = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001  a sheet's days have no zone
_LAST_DAY: Final = 2_958_465


def read_sheets(parts: Mapping[str, bytes], contents: Contents) -> frozenset[str]:
    """Add the sheets of a workbook; return the names of the parts that are read with that."""
    workbook = _Workbook()
    parse(parts[SHEETS], workbook)
    relations = _Relations()
    parse(parts.get("xl/_rels/workbook.xml.rels", b"<r/>"), relations)
    strings = _Strings()
    parse(parts.get(_STRINGS, b"<r/>"), strings)
    styles = _Styles()
    parse(parts.get(_STYLES, b"<r/>"), styles)
    read = {SHEETS, _STRINGS, _STYLES}
    for name, relation, is_hidden in workbook.sheets:
        part = _part(relations.targets.get(relation, ""))
        if part in parts:
            sheet = _Sheet(strings.found, styles.dates)
            parse(parts[part], sheet)
            where = f"{'隐藏的' if is_hidden else ''}工作表“{name}”"
            contents.add(name, "工作表名称")
            _add(sheet, where, contents)
            read.add(part)
    contents.add("\n".join(workbook.names), "名称管理器")
    return frozenset(read)


def _part(target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _add(sheet: _Sheet, where: str, contents: Contents) -> None:
    used = sorted(
        {column for row in sheet.rows.values() for column in row}, key=lambda name: (len(name), name)
    )
    rows = sorted(sheet.rows)
    is_aligned = len(used) * len(rows) <= _MOST_ALIGNED
    lines = (
        "\t".join(sheet.rows[row].get(column, "") for column in used)
        if is_aligned
        else "\t".join(sheet.rows[row].values())
        for row in rows
    )
    contents.add("\n".join(lines), where, tuple(map(str, rows)), tuple(used) if is_aligned else ())
    contents.add("\n".join(sheet.others), f"{where}的公式、页眉、页脚、提示")


class _Workbook:
    """Gathers the sheets of a workbook: name, relation, and whether it is hidden."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.names: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        given = {local(key): value for key, value in attributes.items()}
        if local(tag) == "sheet":
            self.sheets.append(
                (given.get("name", ""), given.get("id", ""), given.get("state", "visible") != "visible")
            )
        elif local(tag) == "definedName":
            self.names.append(given.get("name", ""))

    def close(self) -> None:
        """End the part."""


class _Relations:
    """Gathers where relations lead."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, _: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def close(self) -> None:
        """End the part."""


class _Strings:
    """Gathers the strings that cells share; phonetic guides are left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._text: list[str] = []
        self._is_text = False
        self._guides = 0

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        name = local(tag)
        self._is_text = name == "t" and not self._guides
        self._guides += name == "rPh"

    def data(self, text: str) -> None:
        """Take character data."""
        if self._is_text:
            self._text.append(text)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        name = local(tag)
        self._is_text = False
        self._guides -= name == "rPh"
        if name == "si":
            self.found.append("".join(self._text))
            self._text = []

    def close(self) -> None:
        """End the part."""


class _Styles:
    """Gathers the styles of cells that show a number as a day."""

    def __init__(self) -> None:
        self.dates: set[str] = set()
        self._formats = {str(number) for number in _DATE_FORMATS}
        self._is_of_cells = False
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        match local(tag):
            case "numFmt" if _DATE_CODE.search(_QUOTED.sub("", attributes.get("formatCode", ""))):
                self._formats.add(attributes.get("numFmtId", ""))
            case "cellXfs":
                self._is_of_cells = True
            case "xf" if self._is_of_cells:
                if attributes.get("numFmtId") in self._formats:
                    self.dates.add(str(self._count))
                self._count += 1
            case _:
                pass

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if local(tag) == "cellXfs":
            self._is_of_cells = False

    def close(self) -> None:
        """End the part."""


class _Sheet:
    """Gathers the cells of a sheet by row and column, and its other texts."""

    def __init__(self, strings: list[str], dates: set[str]) -> None:
        self.rows: dict[int, dict[str, str]] = {}
        self.others: list[str] = []
        self._strings = strings
        self._dates = dates
        self._cell: Mapping[str, str] | None = None
        self._value: list[str] = []
        self._row, self._column = 0, 0
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        name = local(tag)
        if name == "c":
            self._cell, self._value = attributes, []
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
        for key in ("tooltip", "prompt", "promptTitle", "error", "display", "location"):
            if key in attributes:
                self.others.append(attributes[key])
        self._text = []

    def data(self, text: str) -> None:
        """Take character data."""
        self._text.append(text)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        name, text = local(tag), "".join(self._text)
        self._text = []
        if name in ("v", "t") and self._cell is not None:
            self._value.append(text)
        elif name == "c" and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name in (
            "f",
            "oddHeader",
            "oddFooter",
            "evenHeader",
            "evenFooter",
            "firstHeader",
            "firstFooter",
        ):
            self.others.append(text)

    def close(self) -> None:
        """End the part."""

    def _end_cell(self, cell: Mapping[str, str]) -> None:
        place = _CELL.fullmatch(cell.get("r", ""))
        column, row = (place[1], int(place[2])) if place else ("?", self._row)
        text = " ".join(self._shown(cell, "".join(self._value)).split())
        if text:
            self.rows.setdefault(row, {})[column] = text

    def _shown(self, cell: Mapping[str, str], value: str) -> str:
        """Return what a cell shows: a shared string, a day, or its value as it is written."""
        match cell.get("t", "n"):
            case "s":
                at = int(value) if value.isdecimal() else -1
                return self._strings[at] if 0 <= at < len(self._strings) else ""
            case "n" if cell.get("s", "0") in self._dates:
                return _day(value)
            case _:
                return value


def _day(value: str) -> str:
    """Return the day of a serial number, which counts from 1900."""
    try:
        number = float(value)
    except ValueError:
        return value
    return (_EPOCH + timedelta(days=int(number))).strftime("%Y-%m-%d") if 1 <= number <= _LAST_DAY else value
