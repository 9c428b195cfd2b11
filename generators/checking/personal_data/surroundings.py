"""A canonical text prepared for the search, and the text around an offset in it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from stdnum.cn import uscc

from generators.checking.personal_data.digits import with_ascii_digits
from generators.checking.personal_data.numbers import Number, numbers
from generators.checking.personal_data.tables import Tables

_CREDIT_CODE: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{18}(?![0-9A-Za-z])")
_REACH: Final = 24


class Surroundings:
    """``text`` is canonical, with unified social credit codes left out; ``digits`` has digits for 一二三 too.

    ``title`` is what the text is called, such as the name of a sheet: a list of persons says there what it
    lists.
    """

    def __init__(self, text: str, title: str = "") -> None:
        """Prepare canonical ``text``; characters keep their offsets."""
        self.text = _CREDIT_CODE.sub(_without_credit_code, text)
        self.digits = with_ascii_digits(self.text)
        self.title = title

    @cached_property
    def tables(self) -> Tables:
        """Return the tables of the text."""
        return Tables(self.text)

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Return the lines that are not empty, each with its start."""
        found, at = [], 0
        for line in self.text.split("\n"):
            if line:
                found.append((at, line))
            at += len(line) + 1
        return tuple(found)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Return the numbers that may be those of a person, with 一二三 as digits and without."""
        found = numbers(self.digits)
        return (*found, *numbers(self.text)) if self.digits != self.text else tuple(found)

    def before(self, start: int) -> str:
        """Return up to 24 characters before ``start``, within its line."""
        line = self.text.rfind("\n", max(0, start - _REACH), start) + 1
        return self.text[max(line, start - _REACH) : start]

    def after(self, end: int) -> str:
        """Return up to 24 characters from ``end`` on, within its line."""
        return self.text[end : end + _REACH].partition("\n")[0]

    def heading(self, start: int) -> str:
        """Return the head of the table column that contains ``start``; empty outside tables."""
        return self.tables.heading(start)


def _without_credit_code(match: re.Match[str]) -> str:
    """Return blanks for a credit code; one of digits only is kept, since it could be a resident id."""
    code = match[0].upper()
    return " " * len(code) if not code[:-1].isdecimal() and uscc.is_valid(code) else match[0]
