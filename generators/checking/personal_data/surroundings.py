"""A text prepared for the search, and the text around an offset in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from stdnum.cn import uscc

_NARROW: Final[dict[int, int | str]] = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys((0x00A0, 0x2002, 0x2003, 0x2009, 0x200B, 0x200C, 0x200D, 0x2060, 0x3000), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0x00AD), "-"),
}
"""Full-width characters and variants of spaces and hyphens; replaced one by one, so offsets stay valid."""

_CREDIT_CODE: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{18}(?![0-9A-Za-z])")
_BLANK_LINES: Final = re.compile(r"\n[ \t]*\n")
_SEPARATORS: Final = "|\t,"
_REACH: Final = 24


class Surroundings:
    """A text; ``narrow`` is it in half-width characters, with unified social credit codes blanked."""

    def __init__(self, text: str) -> None:
        """Prepare ``text``; characters keep their offsets."""
        narrow = text.translate(_NARROW)
        self.narrow = _CREDIT_CODE.sub(_without_credit_code, narrow)

    @cached_property
    def _blocks(self) -> list[int]:
        return [0, *(match.end() for match in _BLANK_LINES.finditer(self.narrow))]

    def before(self, start: int) -> str:
        """Return up to 24 characters before ``start`` within its line."""
        line = self.narrow.rfind("\n", 0, start) + 1
        return self.narrow[max(line, start - _REACH) : start]

    def after(self, end: int) -> str:
        """Return up to 24 characters from ``end`` on within its line."""
        return self.narrow[end : end + _REACH].partition("\n")[0]

    def heading(self, start: int) -> str:
        """Return the head of the table column that contains ``start``; empty outside tables.

        A table is a block of lines separated by ``|``, tabs or commas; its first line is the head.
        """
        line = self.narrow.rfind("\n", 0, start) + 1
        block = self._blocks[bisect_right(self._blocks, start) - 1]
        head = self.narrow[block : self.narrow.find("\n", block)]
        if block == line:
            return ""
        separator = next((each for each in _SEPARATORS if each in head), None)
        if separator is None:
            return ""
        cells = head.split(separator)
        column = self.narrow.count(separator, line, start)
        return cells[column].strip() if column < len(cells) else ""


def _without_credit_code(match: re.Match[str]) -> str:
    """Return blanks for a credit code; one of digits only is kept, since it could be a resident id."""
    code = match[0].upper()
    return " " * len(code) if not code[:-1].isdecimal() and uscc.is_valid(code) else match[0]
