"""What to write instead of a day or period that was written as official prose writes it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from generators.model.period import stated_period

_LONGEST: Final = 20
_YEAR: Final = r"(?P<year>(?:19|20|21)[0-9]{2})"
_DAY: Final = re.compile(rf"{_YEAR}[年./-](?P<month>[0-9]{{1,2}})[月./-](?P<day>[0-9]{{1,2}})日?")
_MONTH: Final = re.compile(rf"{_YEAR}[年./-](?P<month>[0-9]{{1,2}})月?(?:份)?")
_QUARTER: Final = re.compile(rf"{_YEAR}[年./-]?第?(?P<quarter>[1-4一二三四])季度?")
_HALF: Final = re.compile(rf"{_YEAR}年?(?P<half>[上下])半年")
_WEEK: Final = re.compile(rf"{_YEAR}年?第?(?P<week>[0-9]{{1,2}})周")
_WHOLE: Final = re.compile(rf"{_YEAR}年度?")
_NUMERALS: Final = {"一": "1", "二": "2", "三": "3", "四": "4"}


def day_hint(written: object) -> str:
    """Return what to write instead of ``written`` where a day is expected; empty if unclear."""
    day = _day(_plain(written))
    return f"；请写成 {day}" if day else ""


def period_hint(written: object) -> str:
    """Return what to write instead of ``written`` where a period is expected; empty if unclear."""
    text = _plain(written)
    period = _day(text) or _period(text)
    return f"；请写成 {period}" if stated_period(period) else ""


def _day(text: str) -> str:
    found = _DAY.fullmatch(text)
    if found is None:
        return ""
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return ""


def _period(text: str) -> str:
    if found := _MONTH.fullmatch(text):
        return f"{found['year']}-{int(found['month']):02}"
    if found := _QUARTER.fullmatch(text):
        return f"{found['year']}-Q{_NUMERALS.get(found['quarter'], found['quarter'])}"
    if found := _HALF.fullmatch(text):
        return f"{found['year']}-H{1 if found['half'] == '上' else 2}"
    if found := _WEEK.fullmatch(text):
        return f"{found['year']}-W{int(found['week']):02}"
    found = _WHOLE.fullmatch(text)
    return found["year"] if found else ""


def _plain(written: object) -> str:
    """Return ``written`` with half-width digits and without spaces; empty if it is no short text."""
    if not isinstance(written, str) or len(written) > _LONGEST:
        return ""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", written))
