"""Contact data of persons: mobile numbers, home telephones, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.documents import GAP
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_SEP: Final = r"[ -]{1,2}"
_MOBILE: Final = re.compile(
    rf"""(?<![0-9])(?<![0-9]\.)(?=(
        (?:(?:\+|00)?86{GAP}|\(\+?86\){GAP})?
        (?: 1[3-9][0-9]{{9}}
          | 1[3-9][0-9]{_SEP}[0-9]{{4}}{_SEP}[0-9]{{4}} | 1[3-9][0-9]{_SEP}[0-9]{{8}}
          | 1[3-9][0-9]{{2}}{_SEP}[0-9]{{3}}{_SEP}[0-9]{{4}}
          | 1[3-9][0-9]{{2}}{_SEP}[0-9]{{4}}{_SEP}[0-9]{{3}}
          | 1[3-9][0-9]{_SEP}[0-9]{{3}}{_SEP}[0-9]{{5}} | 1(?:{_SEP}[3-9])(?:{_SEP}[0-9]){{9}}
        ))(?![0-9A-Za-z]|\.[0-9]))""",
    re.VERBOSE,
)
_AMOUNT_BEFORE: Final = re.compile(r"[¥$€]\s?$")
_AMOUNT_AFTER: Final = re.compile(r"\s?(?:元(?![旦宵月])|万元|亿元|美元|吨|公里|平方米|立方米|千瓦|%|‰)")

_LANDLINE: Final = re.compile(
    r"(?<![0-9A-Za-z.-])(?:\(?0[0-9]{2,3}\)?[ -]{0,2})?[2-9][0-9]{2,3}[ -]?[0-9]{4}(?![0-9A-Za-z]|\.[0-9])"
)
_AT_HOME: Final = re.compile(
    r"(?:宅电|(?:住宅|家庭|家里|家中|住家|本人|个人|户主|家长|农户)(?:的)?(?:固定|联系)?"
    r"(?:电话|座机|号码|联系方式|固话))(?:号码|号)?[^0-9]{0,4}$"
)
_COUNTED: Final = re.compile(r"\s?(?:[部户人次个台条元]|万)")

_EMAIL: Final = re.compile(
    r"(?<!://)(?<![0-9A-Za-z._%+-])[0-9A-Za-z][0-9A-Za-z._%+-]{0,63}"
    r"@(?:[0-9A-Za-z-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![0-9A-Za-z])"
)
_OFFICE_DOMAIN: Final = re.compile(r"@(?:[0-9a-z-]+\.)*gov\.cn$", re.IGNORECASE)


def mobiles(text: Surroundings) -> Iterator[Trace]:
    """Yield mobile numbers, with the usual groupings of digits; amounts of money or goods do not count."""
    for match in _MOBILE.finditer(text.narrow):
        is_amount = _AMOUNT_BEFORE.search(text.before(match.start(1))) or _AMOUNT_AFTER.match(
            text.after(match.end(1))
        )
        if not is_amount:
            yield Trace(PersonalKind.MOBILE, match.start(1), match.end(1))


def landlines(text: Surroundings) -> Iterator[Trace]:
    """Yield landlines after a word for a person or a home; those of offices are public."""
    for match in _LANDLINE.finditer(text.narrow):
        is_home = _AT_HOME.search(text.before(match.start())) or _AT_HOME.search(text.heading(match.start()))
        if is_home and not _COUNTED.match(text.after(match.end())):
            yield Trace(PersonalKind.LANDLINE, match.start(), match.end())


def emails(text: Surroundings) -> Iterator[Trace]:
    """Yield e-mail addresses, except those of offices at ``gov.cn``."""
    for match in _EMAIL.finditer(text.narrow):
        if not _OFFICE_DOMAIN.search(match[0]):
            yield Trace(PersonalKind.EMAIL, match.start(), match.end())
