"""Numbers of documents: resident ids, passports and travel permits, number plates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from stdnum.cn import ric, uscc

from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

GAP: Final = r"[ -]{0,2}"
"""The separators between two digits of one number, as a pattern."""

# Within a lookahead, so that overlapping candidates are all tried.
_RESIDENT_ID: Final = re.compile(rf"(?<![0-9])(?=([0-9](?:{GAP}[0-9]){{16}}{GAP}[0-9Xx])(?![0-9A-Za-z]))")
_OLD_RESIDENT_ID: Final = re.compile(
    rf"(?<![0-9A-Za-z.])([0-9]{{6}}{GAP}[0-9]{{6}}{GAP}[0-9]{{3}})(?![0-9A-Za-z]|\.[0-9])"
)
_GROUPS: Final = frozenset({(6, 8, 4), (6, 4, 4, 4), (4, 4, 4, 4, 2), (3, 3, 4, 4, 4), (1,) * 18})
"""The usual groupings of the digits of a resident id."""

_REGIONS: Final = frozenset(
    {
        *(11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37),
        *(41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82),
    }
)
_CENTURY_OF_OLD_IDS: Final = "19"
_OTHER_REGISTERS: Final = re.compile(
    r"(?:注册号|登记号|流水号|订单|单号|合同|档案|编号|IMEI)[^0-9]{0,6}$", re.IGNORECASE
)

_PASSPORT: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:[EGDSP][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|1[45][0-9]{7}|[CHMW][0-9]{8,10}|C[A-Z][0-9]{7})"
    r"(?![0-9A-Za-z])"
)
_PASSPORT_WORDS: Final = re.compile(r"护照|通行证|回乡证|台胞证")

_PLATE: Final = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]"
    r"[ ·•.]?(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[警学挂港澳领])(?![0-9A-Za-z]|-[0-9])"
)
_MIN_DIGITS_OF_A_PLATE: Final = 3


def resident_ids(text: Surroundings) -> Iterator[Trace]:
    """Yield resident ids, of 18 characters by their check digit and of 15 digits by region and birthday."""
    for match in _RESIDENT_ID.finditer(text.narrow):
        if _is_resident_id(match[1], text.narrow[match.start() - 1 : match.start()]):
            yield Trace(PersonalKind.RESIDENT_ID, match.start(1), match.end(1))
    for match in _OLD_RESIDENT_ID.finditer(text.narrow):
        if _is_old(_digits(match[1])) and not _OTHER_REGISTERS.search(text.before(match.start())):
            yield Trace(PersonalKind.RESIDENT_ID, match.start(1), match.end(1))


def passports(text: Surroundings) -> Iterator[Trace]:
    """Yield numbers of passports and travel permits after a word for one, or in a column headed by it."""
    for match in _PASSPORT.finditer(text.narrow):
        if _PASSPORT_WORDS.search(text.before(match.start()) + text.heading(match.start())):
            yield Trace(PersonalKind.PASSPORT, match.start(), match.end())


def plates(text: Surroundings) -> Iterator[Trace]:
    """Yield number plates of vehicles, with five characters or six (new energy) behind the region."""
    for match in _PLATE.finditer(text.narrow):
        if sum(character.isdigit() for character in match[0]) >= _MIN_DIGITS_OF_A_PLATE:
            yield Trace(PersonalKind.PLATE, match.start(), match.end())


def has_id_check(number: str) -> bool:
    """Whether the last of 18 characters is the check digit by GB 11643."""
    return ric.calc_check_digit(number) == number[-1].upper()


def _is_resident_id(written: str, preceding: str) -> bool:
    """Whether the check digit is right and, if the form is unusual, the birthday is a date.

    Unusual are a preceding letter, an unusual grouping, and a number that is also a valid credit code.
    """
    number = _digits(written)
    if not has_id_check(number):
        return False
    groups = tuple(len(group) for group in re.split(r"[ -]+", written))
    is_unusual = preceding.isascii() and preceding.isalpha()
    is_unusual |= len(groups) > 1 and groups not in _GROUPS
    is_unusual |= uscc.is_valid(number)
    return not is_unusual or _is_date(number[6:14])


def _digits(written: str) -> str:
    return re.sub(r"[^0-9Xx]", "", written)


def _is_old(number: str) -> bool:
    return int(number[:2]) in _REGIONS and _is_date(_CENTURY_OF_OLD_IDS + number[6:12])


def _is_date(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
