"""Dates of official documents: 2026年4月1日, without leading zeros, not 2026.4.1."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from generators.proofreading.slip import Slip

_PADDED: Final = re.compile(r"(?<=[年月])0(?=[1-9][月日])|(?<!\d)0(?=[1-9]月(?:0?[1-9]|[12]\d|3[01])日)")
_NUMERIC: Final = re.compile(
    r"(?<![0-9A-Za-z.．/_])(?P<year>(?:19|20)\d{2}|[1-3]\d)(?P<mark>[ ]?[.．/-][ ]?)"
    r"(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?P<sign>日?)(?![0-9A-Za-z_/]|[.．]\d)"
)
_GOES_ON: Final = re.compile(r"[ ]?[-–—~～－至到][ ]?\d(?!\d{3}[.．/-])")
"""A range follows whose end is not a whole date."""

_COUNTED: Final = re.compile(r"(?:第|版本?|条|款|节|章|图|表|附件|编号|序号|[vV])[ ]?$")
"""What stands before a number of a section or a version; these have three parts as well."""

_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def padded_dates(text: str) -> Iterator[Slip]:
    """Yield W711 for a leading zero of a month or day."""
    for match in _PADDED.finditer(text):
        rest = re.match(r"0\d[月日]", text[match.start() :])
        written = rest[0] if rest else "0"
        detail = f"“{written}”应为“{written[1:]}”，月、日前不补零"
        yield Slip("W711", match.start(), match.end(), detail, "")


def numeric_dates(text: str) -> Iterator[Slip]:
    """Yield W714 for a date in digits and marks, such as 2026.4.1, 2026/04/01 and 26.4.1.

    No replacement for a year of two digits, which may be another number, and for the begin of a range.
    2026-04-01, the form of ISO 8601, is accepted.
    """
    for match in _NUMERIC.finditer(text):
        if _COUNTED.search(text[max(match.start() - 3, 0) : match.start()]) or _ISO.fullmatch(match[0]):
            continue
        around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
        is_of_an_identifier = match["mark"] == "-" and "-" in around
        right = _written_out(match)
        if right is None or is_of_an_identifier:
            continue
        is_certain = len(match["year"]) == len("2026") and not _GOES_ON.match(text, match.end())
        detail = f"“{match[0]}”应为“{right}”" if is_certain else f"“{match[0]}”：是日期的，应为“{right}”"
        yield Slip("W714", match.start(), match.end(), detail, right if is_certain else None)


def _written_out(match: re.Match[str]) -> str | None:
    """Return 2026年4月1日 for a numeric date; ``None`` if there is no such day."""
    year = int(match["year"]) + (2000 if len(match["year"]) == len("26") else 0)
    try:
        day = datetime.date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return f"{day.year}年{day.month}月{day.day}日"
