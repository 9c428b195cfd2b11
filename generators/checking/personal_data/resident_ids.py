"""Resident ids: of 18 characters by the check digit, of 15 digits by region and birthday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from stdnum.cn import ric, uscc

from generators.checking.personal_data.days import is_birthday, is_date
from generators.checking.personal_data.numbers import Number
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_LENGTH: Final = 18
_LENGTH_OF_OLD_IDS: Final = 15
_LENGTH_OF_DISABILITY_CERTIFICATES: Final = 20
_GROUPS: Final = frozenset({(6, 8, 4), (6, 4, 4, 4), (4, 4, 4, 4, 2), (3, 3, 4, 4, 4), (1,) * 18})
"""How people group the characters of a resident id."""
_GROUPS_OF_OLD_IDS: Final = frozenset({(15,), (6, 6, 3)})

_FINAL_X: Final = re.compile(r"[ \-.·_|\t,\n]{0,3}([Xx]|\*(?!\*))(?![0-9A-Za-z])")
_CONTINUED: Final = re.compile(r"[A-Za-z0-9]")
_DECIMALS: Final = re.compile(r"\.0*[1-9]")

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
_DISABILITY: Final = re.compile(r"残疾")


def resident_ids(text: Surroundings) -> Iterator[Trace]:
    """Yield resident ids, and the numbers of disability certificates, which begin with one."""
    for number in text.numbers:
        match len(number.digits):
            case 17 if final := _FINAL_X.match(number.text, number.end):
                if _is_resident_id(number, "X"):
                    yield Trace(PersonalKind.RESIDENT_ID, number.start, final.end(1))
            case 18 if not _CONTINUED.match(number.text, number.end):
                if _is_resident_id(number, ""):
                    yield _trace(number)
            case 20 if _DISABILITY.search(text.before(number.start) + text.heading(number.start)):
                if has_id_check(number.digits[:_LENGTH]) and is_date(number.digits[6:14]):
                    yield _trace(number)
            case 15 if _is_old(number, text):
                yield _trace(number)
            case _:
                pass


def has_id_check(number: str) -> bool:
    """Whether the last of 18 characters is the check digit by GB 11643."""
    return ric.calc_check_digit(number) == number[-1].upper()


def _trace(number: Number) -> Trace:
    return Trace(PersonalKind.RESIDENT_ID, number.start, number.end)


def _is_resident_id(number: Number, last: str) -> bool:
    """Whether the check digit is right and, if the form is unusual, the birthday is a date.

    Unusual are a preceding letter, an unusual grouping, and a number that is also a valid credit code. Over
    lines and cells, where other numbers meet, the birthday has to be possible for a living person.
    """
    written = number.digits + last
    if not has_id_check(written):
        return False
    day = written[6:14]
    if number.is_over_lines or number.is_over_cells:
        return is_birthday(day)
    preceding = number.text[number.start - 1 : number.start]
    lengths = (*number.groups[:-1], number.groups[-1] + len(last))
    is_unusual = preceding.isascii() and preceding.isalpha()
    is_unusual |= not number.is_whole and not (number.is_spaced and lengths in _GROUPS)
    is_unusual |= uscc.is_valid(written)
    return not is_unusual or is_date(day)


def _is_old(number: Number, text: Surroundings) -> bool:
    digits, preceding = number.digits, number.text[number.start - 1 : number.start]
    return (
        number.groups in _GROUPS_OF_OLD_IDS
        and number.is_spaced
        and not number.follows_decimal_point
        and not (preceding.isascii() and preceding.isalpha())
        and not _CONTINUED.match(number.text, number.end)
        and not _DECIMALS.match(number.text, number.end)
        and int(digits[:2]) in _REGIONS
        and is_date(_CENTURY_OF_OLD_IDS + digits[6:12])
        and not _OTHER_REGISTERS.search(text.before(number.start))
    )
