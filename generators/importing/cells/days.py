"""Days as they are typed in sheets: 2026年4月3日, 2026.4.3, 4月3日, 20260403, or a spreadsheet's number."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.cells.errors import CellError
from generators.importing.cells.numerals import NUMERALS, numeral
from generators.model.calendar import FIRST_YEAR, LAST_YEAR
from generators.reading.quoting import quoted
from generators.workbooks.reading.sheet import CellValue

_EPOCH: Final = date(1899, 12, 30)
_SERIALS: Final = range(30_000, 80_000)
"""The numbers of the days from 1982 to 2119."""

_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})[年.\-/](?P<m>\d{1,2})[月.\-/](?P<d>\d{1,2})[日号]?",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?",
    )
)
_IN_CHINESE: Final = re.compile(rf"([〇零一二三四五六七八九]{{4}})年([{NUMERALS}]+)月([{NUMERALS}]+)[日号]")
_YEAR_DIGITS: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
_FOUND: Final = re.compile(r"\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}|(?<!\d)\d{1,2}月\d{1,2}[日号]")


def day_of(value: CellValue, year: int | None = None) -> date | None:
    """Return the day that a cell states, ``None`` if it is empty; ``year`` is that of a day without one.

    Raises :class:`CellError` with E819 for what is no day.
    """
    match value:
        case None:
            return None
        case bool():
            pass
        case date():
            return value
        case Decimal():
            if value == value.to_integral_value() and int(value) in _SERIALS:
                return _EPOCH + timedelta(days=int(value))
            return _day_in(f"{value:f}", year)
        case str():
            return _day_in(value, year) if compact(value) else None
    raise CellError("E819", f"{quoted(value)}不是日期")


def _day_in(value: str, year: int | None) -> date:
    text = compact(value).replace("。", ".").rstrip(".")
    chinese = _IN_CHINESE.fullmatch(text)
    if chinese is not None:
        text = f"{chinese[1].translate(_YEAR_DIGITS)}年{numeral(chinese[2])}月{numeral(chinese[3])}日"
    if text.isdecimal() and int(text) in _SERIALS:
        return _EPOCH + timedelta(days=int(text))
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        found = match.groupdict()
        if "y" not in found and year is None:
            raise CellError("E819", f"{quoted(value)}没有写年份")
        try:
            day = date(int(found.get("y") or year or 0), int(found["m"]), int(found["d"]))
        except ValueError:
            break
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return day
        break
    raise CellError("E819", f"{quoted(value)}不是存在的日期")


def day_within(text: str, year: int | None = None) -> date | None:
    """Return the first day that a line states, ``None`` without one; raises :class:`CellError` as above."""
    match = _FOUND.search(compact(text).replace("。", "."))
    return None if match is None else _day_in(match[0], year)
