"""The heads of a table's columns: their words over one or more rows, with the unit in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.cells.units import unit_of
from generators.workbooks.reading.sheet import Sheet

JOINT: Final = "·"
"""Between the words of a head over several rows."""

_IN_BRACKETS: Final = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_UNIT_SAID: Final = re.compile(r"单位[:：]\s*([^，,、;；\s)）]+)")
_UNIT_LINE: Final = re.compile(r"单位[:：]\s*([^\s)）]+)")
_UNITS: Final = frozenset("元块个件户人村家名所座台辆套份期次场处条间栋亩米吨例%分天支项宗只头棵株批") | {
    "公顷",
    "平方米",
    "平方公里",
    "公里",
    "公斤",
    "千克",
    "人次",
    "户次",
    "场次",
    "件次",
    "批次",
    "社区",
    "小时",
    "支部",
}
_MULTIPLES: Final = re.compile(r"[十百千万亿]*")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one column: its words, without blanks, and the unit they name, if any.

    ``is_sum`` says that the column adds up those of several periods beside it.
    """

    column: int
    text: str
    unit: str | None
    is_sum: bool = False

    @property
    def words(self) -> str:
        """Return the head without what is in brackets."""
        return _IN_BRACKETS.sub("", self.text)


def unit_in(text: str) -> str | None:
    """Return the unit that a head names in brackets: ``万元`` in 村集体收入（万元，当月）; else ``None``."""
    said = _UNIT_SAID.search(text)
    if said is not None:
        return said[1]
    for inside in _IN_BRACKETS.findall(text):
        for part in re.split(r"[,，、;；/ ]", inside):
            if is_unit(part):
                return str(part)
    return None


def units_above(texts: Iterable[str]) -> dict[str, str]:
    """Return the units that lines above a table name, such as 单位：万元、件, by what they count.

    A base that several units count is left out: such a line does not say which column has which.
    """
    lines = [each for text in texts for each in _UNIT_LINE.findall(text)]
    said = [compact(part) for each in lines for part in re.split("[、,，/和]", each)]
    units = list(dict.fromkeys(filter(is_unit, said)))
    bases = Counter(unit_of(each).base for each in units)
    return {base: each for each in units if bases[base := unit_of(each).base] == 1}


def is_unit(text: str) -> bool:
    """Whether ``text`` is a unit of measure, or a multiple of one: 万元, 件, 万."""
    match = _MULTIPLES.match(text)
    rest = text[match.end() :] if match else text
    return bool(text) and (rest in _UNITS or not rest)


def heads_of(sheet: Sheet, top: int, first: int, *, fills: bool) -> tuple[Head, ...]:
    """Return the heads in the rows from ``top`` to before ``first``.

    With ``fills`` an empty cell goes with that on its left. Columns without any words are left out.
    """
    merged = _merged_texts(sheet, top, first)
    rows = [[_cell(sheet, merged, row, column) for column in range(sheet.width)] for row in range(top, first)]
    if fills and len(rows) > 1:
        for above, below in pairwise(rows):
            for column in range(1, sheet.width):
                if not above[column] and below[column] and below[column - 1]:
                    above[column] = above[column - 1]
    found = []
    for column in range(sheet.width):
        words = list(dict.fromkeys(filter(None, (row[column] for row in rows))))
        if words:
            text = JOINT.join(words)
            found.append(Head(column, text, unit_in(text)))
    return tuple(found)


def _merged_texts(sheet: Sheet, top: int, first: int) -> dict[tuple[int, int], str]:
    """Return the text of each cell that is merged with others in the head."""
    return {
        (row, column): compact(sheet.text(span.top, span.left))
        for span in sheet.merged
        if top <= span.top < first
        for row in range(span.top, min(span.bottom + 1, first))
        for column in range(span.left, span.right + 1)
    }


def _cell(sheet: Sheet, merged: dict[tuple[int, int], str], row: int, column: int) -> str:
    return merged.get((row, column)) or compact(sheet.text(row, column))
