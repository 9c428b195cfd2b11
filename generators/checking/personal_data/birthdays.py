"""Birthdays, to the day; the month of an official's birth is customary in public notices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.days import is_birthday
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_DAY: Final = (
    r"(?P<day>(?P<y>(?:19|20)[0-9]{2})[ ]?(?:年|[-./])[ ]?(?P<m>[0-9]{1,2})[ ]?(?:月"
    r"|[-./])[ ]?(?P<d>[0-9]{1,2})(?:日|号)?(?![0-9])"
    r"|(?P<c>(?:19|20)[0-9]{6})(?![0-9]))"
)
_WORD: Final = (
    r"(?:出生日期|出生年月日|出生年月|出生时间|出生日|生日|诞辰|生辰|(?<![发产派衍诞])生于"
    r"|出生[:为]|DOB|[Bb]irth(?:day|date)?)"
)
_AFTER_A_WORD: Final = re.compile(rf"{_WORD}[^0-9\n]{{0,6}}{_DAY}")
_BEFORE_A_WORD: Final = re.compile(rf"(?<![0-9]){_DAY}[ ]?(?:出生|生(?=[,。;)、\s]|$)|生人)")
_ANY: Final = re.compile(rf"(?<![0-9]){_DAY}")
_COLUMN: Final = re.compile(r"^(?:出生日期|出生年月日?|出生时间|生日|birthday|birthdate|dob)$", re.IGNORECASE)
_CHINESE: Final = re.compile(
    rf"(?:{_WORD}[^0-9\n]{{0,4}})(?P<day>[一二][九〇零][〇零一二三四五六七八九]{{2}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日)"
    r"|(?P<day2>[一二][九〇零][〇零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)出生"
)
_MAY_CONTAIN: Final = re.compile(rf"{_WORD}|出生|生人|[日号0-9]生|(?i:dob|birth)")


_MAY_SPEAK_OF: Final = re.compile(r"[生诞]|[dD][oO][bB]|[bB].[rR]")
"""The same for less: what the words have in common."""


def birthdays(text: Surroundings) -> Iterator[Trace]:
    """Yield days that a text calls somebody's birthday, in a sentence or as the column."""
    if not (_MAY_SPEAK_OF.search(text.text) and _MAY_CONTAIN.search(text.text)):
        return
    for pattern in (_AFTER_A_WORD, _BEFORE_A_WORD):
        yield from (_trace(match) for match in pattern.finditer(text.text) if _is_day(match))
    for match in _CHINESE.finditer(text.text):
        yield Trace(PersonalKind.BIRTHDAY, *match.span("day" if match["day"] else "day2"))
    for match in _ANY.finditer(text.text):
        if _COLUMN.match(text.heading(match.start())) and _is_day(match):
            yield _trace(match)


def _trace(match: re.Match[str]) -> Trace:
    return Trace(PersonalKind.BIRTHDAY, *match.span("day"))


def _is_day(match: re.Match[str]) -> bool:
    return is_birthday(match["c"] or f"{match['y']}{match['m']:0>2}{match['d']:0>2}")
