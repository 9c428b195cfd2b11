"""Numbers of passports, travel permits and service cards; number plates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_GAP: Final = r"[ \-·]{0,2}"
_PASSPORT: Final = re.compile(
    rf"(?<![0-9A-Za-z])(?:[EGDSPKegdspk]{_GAP}[0-9](?:{_GAP}[0-9]){{7}}|[Ee][A-HJ-NP-Za-hj-np-z]{_GAP}[0-9](?:{_GAP}[0-9]){{6}}"
    rf"|1[45][0-9]{{7}}|[CHMWLchmwl]{_GAP}[0-9](?:{_GAP}[0-9]){{7,9}}|[Cc][A-Za-z]{_GAP}[0-9](?:{_GAP}[0-9]){{6}}|[0-9]{{8}})"
    r"(?![0-9A-Za-z])"
)
_PASSPORT_WORDS: Final = re.compile(r"护照|通行证|回乡证|台胞证|居留证|旅行证")
_COUNTED: Final = re.compile(r"\s?(?:[本人次件张份个]|万)")
_MANY: Final = re.compile(r"(?:数|量|共|计|办理|发放|本|件)[^0-9A-Za-z]{0,3}$")
_MILITARY: Final = re.compile(r"(?:军|士|兵|警|文|义)(?:官|士|兵)?字?第?[0-9]{6,8}号?")
_MILITARY_WORDS: Final = re.compile(r"军官证|士兵证|士官证|警官证|文职干部证|军人证|退伍证|退役军人证")

_PLATE: Final = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-NP-Z]"
    r"(?:[ ·.]{0,2}|-)(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[警学挂港澳领])(?![0-9A-Za-z]|-[0-9])"
)
_MIN_DIGITS_OF_A_PLATE: Final = 3


def passports(text: Surroundings) -> Iterator[Trace]:
    """Yield numbers of passports, permits and service cards after a word for one or in its column."""
    for match in _PASSPORT.finditer(text.digits) if _PASSPORT_WORDS.search(text.text) else ():
        named = text.before(match.start()) + text.heading(match.start())
        is_count = match[0].isdecimal() and (_MANY.search(named) or _COUNTED.match(text.after(match.end())))
        if _PASSPORT_WORDS.search(named) and not is_count:
            yield Trace(PersonalKind.PASSPORT, match.start(), match.end())
    for match in _MILITARY.finditer(text.digits) if _MILITARY_WORDS.search(text.text) else ():
        if _MILITARY_WORDS.search(text.before(match.start()) + text.heading(match.start())):
            yield Trace(PersonalKind.PASSPORT, match.start(), match.end())


def plates(text: Surroundings) -> Iterator[Trace]:
    """Yield number plates of vehicles, with five characters or six (new energy) behind the region."""
    for match in _PLATE.finditer(text.text):
        if sum(character.isdigit() for character in match[0]) >= _MIN_DIGITS_OF_A_PLATE:
            yield Trace(PersonalKind.PLATE, match.start(), match.end())
