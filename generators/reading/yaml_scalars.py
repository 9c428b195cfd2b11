"""The meaning of unquoted YAML scalars: ambiguous ones are rejected.

YAML 1.1 reads ``no`` as false, ``012`` as ten and ``1:30`` as ninety. An editor means none of
these, so such scalars are rejected with advice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from generators.model.calendar import FIRST_YEAR, LAST_YEAR
from generators.reading.quoting import quoted

Scalar = str | int | Decimal | bool | date | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a scalar is rejected: a problem code, and the details in Chinese."""

    code: str
    detail: str


class Unreadable:
    """Placeholder for a value that has been reported as a problem, so that it is not reported again."""

    __slots__ = ()


UNREADABLE: Final = Unreadable()

_PLAIN_WORDS: Final = {"": None, "~": None, "null": None, "true": True, "false": False}
_YAML_11_WORDS: Final = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null"})

_LONGEST_NUMBER: Final = 24
_LONGEST_AMBIGUITY: Final = 64
"""Longer than any number or time of YAML 1.1; longer text is not matched against the patterns."""

_MOST_REMEMBERED: Final = 2**16
"""Scalars whose meaning is remembered: days, periods and addresses occur again and again."""

_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
_DATE: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")

_AMBIGUOUS: Final = (
    (re.compile(r"[-+]?0[0-9_]+(?:\.[0-9_]*)?"), "以 0 开头的数字会被当作八进制"),
    (re.compile(r"[-+]?0[oO][0-7_]+"), "会被当作八进制数"),
    (re.compile(r"[-+]?0[xX][0-9a-fA-F_]+"), "会被当作十六进制数"),
    (re.compile(r"[-+]?0[bB][01_]+"), "会被当作二进制数"),
    (re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"), "会被当作六十进制数"),
    (re.compile(r"[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)[eE][-+]?[0-9]+"), "会被当作科学记数法"),
    (re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?"), "数字中不能有下划线"),
    (re.compile(r"[-+]?[0-9]+\.[0-9]*_[0-9_]*"), "数字中不能有下划线"),
    (re.compile(r"[-+]?(?:[0-9]+\.|\.[0-9]+)"), "小数点前后都要有数字"),
    (re.compile(r"[-+]?\.inf", re.IGNORECASE), "会被当作无穷大"),
    (re.compile(r"\.nan", re.IGNORECASE), "会被当作“非数字”"),
    (re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9:.]+\s*\S*"), "日期不要带时刻"),
)

_SUSPECT_STARTS: Final = frozenset("0123456789+-.~ytnfoYTNFO")


def _date_or_refusal(match: re.Match[str]) -> date | Refusal:
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    try:
        found = date(year, month, day)
    except ValueError:
        return Refusal("E107", f"{quoted(match[0])}不是存在的日期")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Refusal("E107", f"{quoted(match[0])}的年份不在 {FIRST_YEAR} 至 {LAST_YEAR} 之间")
    if match[0] != found.isoformat():
        return Refusal("E107", f"{quoted(match[0])}的月、日须写两位：{found.isoformat()}")
    return found


def _number_or_refusal(text: str) -> int | Decimal | Refusal:
    if len(text) > _LONGEST_NUMBER:
        return Refusal("E106", f"{quoted(text)}过长，不能作为数字")
    if "." not in text:
        return int(text)
    number = Decimal(text)
    return number or abs(number)


def _text_or_refusal(text: str) -> str | Refusal:
    if len(text) > _LONGEST_AMBIGUITY:
        return text
    if text.lower() in _YAML_11_WORDS:
        return Refusal("E106", f"{quoted(text)}会被不同的软件读成不同的意思")
    reason = next((reason for form, reason in _AMBIGUOUS if form.fullmatch(text)), None)
    return text if reason is None else Refusal("E106", f"{quoted(text)}：{reason}")


@lru_cache(_MOST_REMEMBERED)
def plain_scalar(text: str) -> Scalar | Refusal:
    """Return the value of the unquoted scalar ``text``, or why it is rejected (E106, E107).

    Integers become ``int``, decimals ``Decimal``, ISO dates ``date``, ``true`` and ``false`` ``bool``;
    ``null``, ``~`` and the empty text ``None``; everything else stays text.
    """
    if text in _PLAIN_WORDS:
        return _PLAIN_WORDS[text]
    if text[0] not in _SUSPECT_STARTS:
        return text
    if _INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text):
        return _number_or_refusal(text)
    looks_like_date = _DATE.fullmatch(text)
    if looks_like_date:
        return _date_or_refusal(looks_like_date)
    return _text_or_refusal(text)
