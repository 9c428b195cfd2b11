"""Telephones: mobile numbers, and landlines that a text calls a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.numbers import Number
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_MOBILE: Final = re.compile(r"(?P<prefix>86|0086|0)?1[3-9][0-9]{9}")
_USUAL_GROUPS: Final = frozenset(
    {(3, 4, 4), (4, 3, 4), (4, 4, 3), (3, 3, 5), (3, 8), (7, 4), (3, 2, 2, 2, 2), (1,) * 11}
)
_DOTTED_GROUPS: Final = _USUAL_GROUPS - {(3, 8), (7, 4)}
"""Two groups with a point between them are a decimal fraction."""
_IN_LINES: Final = (3, 4, 4)

_COUNTRY: Final = re.compile(r"(?:(?:\+|00)86|\(\+?86\))[ -]{0,2}$|(?<![0-9])86[ -]{1,2}$")
_TELEPHONE: Final = re.compile(
    r"(?:手机|电话|联系方式|联系人|热线|致电|拨打|微信|号码|[Tt]el|TEL|[Pp]hone|[Mm]obile)[^0-9。;]{0,16}$"
)
_TELEPHONE_COLUMN: Final = re.compile(r"手机|电话|联系方式|号码|[Tt]el|[Pp]hone|[Mm]obile")

_AMOUNT_BEFORE: Final = re.compile(r"[¥$€]\s?$")
_AMOUNT_AFTER: Final = re.compile(
    r"(?:\.0+)?\s?(?:元(?![旦宵月])|万元|亿元|美元|吨|公里|平方米|立方米|千瓦|千克|公斤|人次|[%‰㎡])"
)
_AMOUNT_COLUMN: Final = re.compile(
    r"额|元|资金|投资|收入|产值|产量|面积|总数|合计|数量|经费|价|人口|编号|序号|代码|订单"
)
_LONGER_CODE: Final = re.compile(r"(?<![+0-9])(?!86-)[0-9A-Za-z]{2,}-$")
"""What stands before the digits of a project's number or a tender's: ``SX2026-138-1234-5678``."""
_OF_A_THING: Final = re.compile(
    r"(?:型号|编号|货号|批号|批次|单号|流水号|序列号|设备号|代码)[ ]?[:为是]?[ ]?[A-Za-z]{2,}[A-Za-z0-9]*-$"
)
"""The number of a device or an order, which begins with letters: ``型号ABC-13812345678``."""
_CONTINUED: Final = re.compile(r"[0-9A-Za-z]|\.0*[1-9]|\.0{2,}[0-9]")
_AS_MONEY: Final = re.compile(r"\.00(?![0-9])")
_AS_FRACTION: Final = re.compile(r"\.0(?![0-9])")

_LANDLINE: Final = re.compile(
    r"(?<![0-9A-Za-z.-])(?:\(?0[0-9]{2,3}\)?[ ·.-]{0,2})?[2-9][0-9]{2,3}[ ·-]?[0-9]{4}(?![0-9A-Za-z]|\.[0-9])"
)
_AT_HOME: Final = re.compile(
    r"(?:宅电|(?:住宅|家庭|家里|家中|住家|本人|个人|户主|家长|农户|村民|其家)(?:的)?(?:固定|联系)?"
    r"(?:电话|座机|号码|联系方式|固话))(?:号码|号)?[^0-9]{0,4}$"
)
_NAMES_OF_LANDLINES: Final = re.compile("宅电|电话|座机|号码|联系方式|固话")
"""In every text that calls a landline somebody's."""
_COUNTED: Final = re.compile(r"\s?(?:[部户人次个台条元]|万)")
_HAN: Final = "[〇零○一二三四五六七八九幺拐洞]"
_TOLD: Final = re.compile(
    rf"(?:手机|电话|号码|联系方式)[^0-9。;]{{0,12}}?"
    rf"(?P<number>[一幺][三四五六七八九](?:[, …-]{{0,2}}{_HAN}){{9}})(?!{_HAN}|[十百千万])"
)
"""A number as it is told, with pauses: 一三八，零零一三，八零零零."""


def mobiles(text: Surroundings) -> Iterator[Trace]:
    """Yield mobile numbers; amounts of money or goods do not count."""
    for number in text.numbers:
        match = _MOBILE.fullmatch(number.digits)
        if match is None or number.follows_decimal_point or _CONTINUED.match(number.text, number.end):
            continue
        if _OF_A_THING.search(text.before(number.start)):
            continue
        if not _is_amount(number, text) and _is_written_as_one(number, match["prefix"] or "", text):
            country = _COUNTRY.search(text.before(number.start))
            start = number.start - len(country[0]) if country else number.start
            yield Trace(PersonalKind.MOBILE, start, number.end)
    for told in _TOLD.finditer(text.text):
        if "," in told["number"] or "…" in told["number"]:
            yield Trace(PersonalKind.MOBILE, *told.span("number"))


def _is_written_as_one(number: Number, prefix: str, text: Surroundings) -> bool:
    """Whether the grouping is one that people use, or a word says that this is a telephone."""
    if prefix:
        first, *rest = number.groups
        groups = (first - len(prefix), *rest) if first != len(prefix) else tuple(rest)
    else:
        groups = number.groups
    is_whole = len(groups) == 1
    if prefix == "0" and number.separators:
        return False
    if not is_whole and _LONGER_CODE.search(text.before(number.start)):
        return _is_named(number, text)
    if is_whole or (number.is_spaced and not number.is_over_lines and groups in _USUAL_GROUPS):
        return True
    if number.is_spaced_or_dotted and groups in _DOTTED_GROUPS:
        return True
    if number.is_over_lines and not number.is_over_cells and groups == _IN_LINES:
        return True
    return _is_named(number, text)


def _is_named(number: Number, text: Surroundings) -> bool:
    heading = text.heading(number.start)
    return bool(_TELEPHONE.search(text.before(number.start)) or _TELEPHONE_COLUMN.search(heading))


def _is_amount(number: Number, text: Surroundings) -> bool:
    before, after = text.before(number.start), text.after(number.end)
    if _AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(after):
        return True
    if _AS_MONEY.match(after):
        return not _is_named(number, text)
    heading = text.heading(number.start)
    return bool(_AS_FRACTION.match(after) and _AMOUNT_COLUMN.search(heading or before[-8:]))


def landlines(text: Surroundings) -> Iterator[Trace]:
    """Yield landlines after a word for a person or a home; those of offices are public."""
    for match in _LANDLINE.finditer(text.digits) if _NAMES_OF_LANDLINES.search(text.text) else ():
        is_home = _AT_HOME.search(text.before(match.start())) or _AT_HOME.search(text.heading(match.start()))
        if is_home and not _COUNTED.match(text.after(match.end())):
            yield Trace(PersonalKind.LANDLINE, match.start(), match.end())
