"""Personal data stops a public build: resident ids and mobile numbers, told masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.checking.context import Context
from generators.checking.public_text import public_texts
from generators.model.catalogue import problem
from generators.model.problem import Problem
from generators.reading.masking import masked

_GAP: Final = r"[ \u00a0\u3000-]{0,2}"
_RESIDENT_ID: Final = re.compile(rf"(?<![0-9A-Za-z])[0-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9Xx](?![0-9A-Za-z])")
_OLD_RESIDENT_ID: Final = re.compile(r"(?<![0-9A-Za-z.])[0-9]{15}(?![0-9A-Za-z]|\.[0-9])")
_MOBILE: Final = re.compile(rf"(?<!\d)(?:\+?86{_GAP})?1[3-9]\d(?:{_GAP}\d{{4}}){{2}}(?!\d)")
_CREDIT_CODE: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJ-NP-RT-UW-Y]{18}(?![0-9A-Za-z])")

_ID_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS: Final = "10X98765432"
_CREDIT_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_MODULUS: Final = len(_CREDIT_ALPHABET)

_FIRST_REGION: Final = 11
_LAST_REGION: Final = 65
_CENTURY_OF_OLD_IDS: Final = "19"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number that tells of a person: what it is, the characters, and where they begin."""

    kind: str
    written: str
    offset: int


def personal_data(context: Context) -> Iterator[Problem]:
    """Nothing that the public would see holds a resident id or a mobile number."""
    for text in public_texts(context.dataset):
        for number in personal_numbers(text.text):
            detail = f"{text.what}中有{number.kind} {masked(number.written)}"
            yield problem("E601", text.place_of(number.offset), detail)


def personal_numbers(text: str) -> Iterator[PersonalNumber]:
    """Yield resident ids (old and new form, spaced or not) and mobile numbers in ``text``.

    Unified social credit codes with a valid check character are nobody's, and left out.
    """
    searched = _CREDIT_CODE.sub(_blank_if_credit_code, text)
    for match in _RESIDENT_ID.finditer(searched):
        if is_resident_id(_closed_up(match[0])):
            yield PersonalNumber("身份证号", match[0], match.start())
    for match in _OLD_RESIDENT_ID.finditer(searched):
        if _is_old_resident_id(match[0]):
            yield PersonalNumber("身份证号（15 位）", match[0], match.start())
    for match in _MOBILE.finditer(searched):
        yield PersonalNumber("手机号", match[0], match.start())


def is_resident_id(number: str) -> bool:
    """Whether 18 characters end in the check digit of GB 11643."""
    total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, number, strict=False))
    return number[-1].upper() == _ID_CHECKS[total % 11]


def is_credit_code(code: str) -> bool:
    """Whether 18 characters end in the check character of GB 32100."""
    total = sum(
        _CREDIT_ALPHABET.index(character) * pow(3, at, _CREDIT_MODULUS)
        for at, character in enumerate(code[:-1])
    )
    return _CREDIT_ALPHABET[-total % _CREDIT_MODULUS] == code[-1]


def _blank_if_credit_code(match: re.Match[str]) -> str:
    """Blank a credit code, unless it could as well be somebody's resident id."""
    code = match[0]
    is_somebody = code[:-1].isdecimal() and is_resident_id(code) and _is_date(code[6:14])
    return " " * len(code) if is_credit_code(code) and not is_somebody else code


def _closed_up(number: str) -> str:
    return re.sub(r"[^0-9Xx]", "", number)


def _is_old_resident_id(number: str) -> bool:
    """Fifteen digits carry no check digit; a region and a date of birth must do."""
    is_region = _FIRST_REGION <= int(number[:2]) <= _LAST_REGION
    return is_region and _is_date(_CENTURY_OF_OLD_IDS + number[6:12])


def _is_date(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
