"""What is peculiar in an xlsx sheet: formulas without a value, errors, percentages, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generators.workbooks.reading.errors import WorkbookError
from generators.workbooks.reading.package import Package, local
from generators.workbooks.reading.sheet import Cell

MOST_CELLS: Final = 4_000_000
"""Of a sheet, empty ones included, up to the last row and column with a value."""

_WORKBOOK: Final = "xl/workbook.xml"
_SHARED_TEXTS: Final = "xl/sharedStrings.xml"
_QUOTED: Final = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
_SCALES: Final = re.compile(r"[0#?],+(?=[^0#?,.]*$)|(?:[!\\]\.|\"\.\")[0#?]")
"""A format that shows thousandths, or a point among the digits of a whole number."""

_UNSHOWN: Final = re.compile(r"\[[^\]]*\]|[_*].")
_LITERAL: Final = re.compile(r"\"([^\"]*)\"|[\\!](.)|([\u3400-\u9fff]+)")
_PERCENT_FORMATS: Final = frozenset({9, 10})
_FALSE: Final = frozenset({"0", "false"})
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(slots=True)
class Peculiarities:
    """What is peculiar about the cells of a sheet, by row and column from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: dict[Cell, str] = field(default_factory=dict)
    uncomputed: set[Cell] = field(default_factory=set)
    failed: dict[Cell, str] = field(default_factory=dict)
    percentages: set[Cell] = field(default_factory=set)
    scaled: set[Cell] = field(default_factory=set)
    literals: dict[Cell, str] = field(default_factory=dict)
    marked: set[Cell] = field(default_factory=set)


def peculiarities_of(package: Package) -> dict[str, Peculiarities]:
    """Return what is peculiar about each sheet of values, by its name.

    Raises :class:`WorkbookError` for a sheet whose last row and column are too far away.
    """
    parts, recalculates = _sheets(package)
    styles, marked = _styles(package), _marked_texts(package)
    return {name: _Reader(styles, marked, recalculates).read(package, part, name) for name, part in parts}


def _marked_texts(package: Package) -> frozenset[str]:
    """Return the numbers of the shared texts part of which is raised, lowered or struck out.

    A library gives the characters alone, so that 12 with a raised 1 reads as 121.
    """
    found: set[str] = set()
    place = {"at": -1, "marked": 0}

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        match local(tag):
            case "si":
                place["at"] += 1
                place["marked"] = 0
            case "vertAlign" | "strike" if _marks(tag, attributes):
                place["marked"] += 1

    def end(tag: str) -> None:
        if local(tag) == "si" and place["marked"]:
            found.add(str(place["at"]))

    package.parse(_SHARED_TEXTS, start, end=end)
    return frozenset(found)


def _sheets(package: Package) -> tuple[list[tuple[str, str]], bool]:
    """Return name and part of each sheet, and whether the program that saved them computed nothing."""
    targets = package.targets()
    found: list[tuple[str, str]] = []
    recalculates = [False]

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        match local(tag):
            case "sheet":
                given = {local(key): value for key, value in attributes.items()}
                found.append((given.get("name", ""), targets.get(given.get("id", ""), "")))
            case "calcPr":
                recalculates[0] = attributes.get("fullCalcOnLoad", "0") not in _FALSE

    package.parse(_WORKBOOK, start)
    return found, recalculates[0]


def _marks(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a property of characters raises or lowers them, or strikes them out."""
    if local(tag) == "strike":
        return attributes.get("val", "1") not in _FALSE
    return attributes.get("val") in {"superscript", "subscript"}


@dataclass(frozen=True, slots=True)
class _Style:
    """How cells of a style show a number: as a percentage, scaled, and with which words."""

    is_percent: bool
    is_scaled: bool
    literal: str


def _style(number: str, code: str) -> _Style:
    positive = _UNSHOWN.sub("", code.partition(";")[0])
    is_percent = number.isdecimal() and int(number) in _PERCENT_FORMATS
    return _Style(
        is_percent or "%" in _QUOTED.sub("", code),
        bool(_SCALES.search(positive) or _SCALES.search(_QUOTED.sub("", positive))),
        "".join("".join(each) for each in _LITERAL.findall(positive)).strip(),
    )


def _styles(package: Package) -> Mapping[str, _Style]:
    """Return the styles of cells by their numbers."""
    codes: dict[str, str] = {}
    found: dict[str, _Style] = {}
    place = {"in": False, "at": 0}

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        match local(tag):
            case "numFmt":
                codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs":
                place["in"] = True
            case "xf" if place["in"]:
                number = attributes.get("numFmtId", "0")
                found[str(place["at"])] = _style(number, codes.get(number, ""))
                place["at"] += 1

    def end(tag: str) -> None:
        if local(tag) == "cellXfs":
            place["in"] = False

    package.parse("xl/styles.xml", start, end=end)
    return found


class _Reader:
    """Reads one sheet."""

    def __init__(
        self,
        styles: Mapping[str, _Style],
        marked: frozenset[str],
        recalculates: bool,  # noqa: FBT001 - the facts of the workbook
    ) -> None:
        self._styles = styles
        self._marked = marked
        self._recalculates = recalculates
        self._found = Peculiarities()
        self._row = -1
        self._cell: Cell = (-1, -1)
        self._type = self._style = ""
        self._takes: list[str] | None = None
        self._formula: str | None = None
        self._value = ""
        self._last: Cell = (-1, -1)

    def read(self, package: Package, part: str, name: str) -> Peculiarities:
        """Return what is peculiar about the sheet ``name`` in ``part``."""
        package.parse(part, self._start, end=self._end, data=self._data)
        rows, columns = self._last[0] + 1, self._last[1] + 1
        if rows * columns > MOST_CELLS:
            raise WorkbookError("E803", f"工作表“{name}”有 {rows} 行、{columns} 列，太大了")
        return self._found

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match local(tag):
            case "c":
                self._begin_cell(attributes)
            case "v" | "f" | "t":
                self._takes = []
            case "vertAlign" | "strike" if _marks(tag, attributes):  # a text that stands in the cell itself
                self._found.marked.add(self._cell)
            case "row":
                number = attributes.get("r", "")
                self._row = int(number) - 1 if number.isdecimal() else self._row + 1
                self._cell = (self._row, -1)
                if attributes.get("hidden", "0") not in _FALSE:
                    self._found.hidden_rows.add(self._row)
            case "col" if attributes.get("hidden", "0") not in _FALSE:
                first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
                self._found.hidden_columns |= set(range(first - 1, min(last, first + 255)))

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        match = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._cell = _cell_at(match) if match else (self._row, self._cell[1] + 1)
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._formula, self._value = None, ""

    def _data(self, text: str) -> None:
        if self._takes is not None:
            self._takes.append(text)

    def _end(self, tag: str) -> None:
        match local(tag):
            case "v" | "t":
                self._value, self._takes = "".join(self._takes or ()), None
            case "f":
                self._formula, self._takes = "".join(self._takes or ()), None
            case "c":
                self._end_cell()

    def _end_cell(self) -> None:
        found, cell = self._found, self._cell
        if self._value or self._formula is not None:
            self._last = (max(self._last[0], cell[0]), max(self._last[1], cell[1]))
        if self._formula is not None:
            found.formulas[cell] = self._formula
            # A library that computes nothing saves 0, and asks the next program to compute.
            is_unknown = not self._value and self._type != "str"
            if is_unknown or (self._recalculates and self._value == "0"):
                found.uncomputed.add(cell)
        if self._type == "s" and self._value in self._marked:
            found.marked.add(cell)
        if self._type == "e":
            found.failed[cell] = self._value
        elif self._value and self._type == "n" and (style := self._styles.get(self._style)) is not None:
            if style.is_percent:
                found.percentages.add(cell)
            if style.is_scaled:
                found.scaled.add(cell)
            if style.literal:
                found.literals[cell] = style.literal


def _cell_at(match: re.Match[str]) -> Cell:
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
