"""Reads one cell, whatever column it is in: what it says, with its hedge and its unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from generators.importing.cells.characters import compact, plain
from generators.importing.cells.errors import CellError
from generators.importing.cells.numerals import NUMERALS, numeral
from generators.importing.cells.units import Unit, unit_of
from generators.model.scalars import Qualifier
from generators.reading.quoting import quoted
from generators.workbooks.reading.sheet import CellValue


class Said(Enum):
    """What kind of thing a cell says."""

    NOTHING = auto()
    UNREPORTED = auto()
    INAPPLICABLE = auto()
    NUMBER = auto()
    FLAG = auto()
    PARTS = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says: a number with hedge and unit, a flag, or a number out of ``whole``."""

    said: Said
    number: Decimal | None = None
    whole: Decimal | None = None
    flag: bool | None = None
    qualifier: Qualifier | None = None
    unit: Unit | None = None
    is_percent: bool = False


_UNREPORTED: Final = frozenset(
    {"未报", "未报送", "未上报", "缺报", "漏报", "待报", "未填报", "没报", "未反馈"}
)
_INAPPLICABLE: Final = frozenset({"/", "\\", "不适用", "不涉及", "无此项", "本地无此项", "N/A", "n/a", "NA"})
_YES: Final = frozenset(
    {
        "√",
        "✓",
        "✔",
        "☑",
        "是",
        "有",
        "已",
        "已完成",
        "完成",
        "达到",
        "已达到",
        "达标",
        "Y",
        "y",
        "YES",
        "yes",
        "Yes",
    }
)
_NO: Final = frozenset(
    {
        "×",
        "✗",
        "✘",
        "☒",
        "X",
        "x",
        "╳",
        "否",
        "无",
        "没有",
        "未",
        "未完成",
        "未达到",
        "未达标",
        "N",
        "n",
        "NO",
        "no",
        "No",
    }
)
_UNCERTAIN: Final = frozenset(
    {"-", "--", "—", "——", "–", "?", "??", "？", "待定", "待核", "待查", "…", "……", "*"}
)

_PREFIXES: Final[Mapping[str, Qualifier]] = {
    **dict.fromkeys(("大约为", "大约", "约为", "大概", "约"), Qualifier.ABOUT),
    **dict.fromkeys(("将近", "接近", "近"), Qualifier.NEARLY),
    **dict.fromkeys(("超过", "突破", "高于", "多于", "大于", "逾", "超", ">"), Qualifier.OVER),
    **dict.fromkeys(("不少于", "不低于", "不小于", "至少", "最少", "≥", "≧", "⩾", ">="), Qualifier.AT_LEAST),
    **dict.fromkeys(
        ("不超过", "不多于", "不高于", "不大于", "至多", "最多", "≤", "≦", "⩽", "<="), Qualifier.AT_MOST
    ),
}
_SUFFIXES: Final[Mapping[str, Qualifier]] = {
    **dict.fromkeys(("左右", "上下"), Qualifier.ABOUT),
    **dict.fromkeys(("余", "多", "+"), Qualifier.OVER),
    **dict.fromkeys(("及以上", "以上"), Qualifier.AT_LEAST),
    **dict.fromkeys(("及以下", "及以内", "以内", "以下", "之内"), Qualifier.AT_MOST),
}


def _one_of(words: Mapping[str, Qualifier]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_AFTER: Final = _one_of(_SUFFIXES)
_NUMBER: Final = re.compile(
    rf"(?P<before>{_one_of(_PREFIXES)})? ?(?P<sign>[+-]?) ?"
    rf"(?:(?P<hundredths>百分之))?"
    rf"(?:(?P<digits>[0-9]{{1,3}}(?:[, ][0-9]{{3}})+(?:\.[0-9]+)?|[0-9]*\.?[0-9]+)"
    rf"|(?P<numeral>[{NUMERALS}]+))"
    rf" ?(?P<percent>%?) ?(?P<first>{_AFTER})? ?(?P<times>[百千万亿]*) ?(?P<second>{_AFTER})? ?"
    rf"(?P<base>[A-Za-z\u3400-\u9fff\u33a1]*?) ?(?P<third>{_AFTER})?"
)
_PARTS: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?/ ?([0-9]+(?:\.[0-9]+)?)")
_LOST: Final = re.compile(r"#+|#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)")
_NEGATIVE: Final = re.compile(r"(?:\(|[▲△▼])([0-9][0-9,.]*%?)\)?")
"""As accountants write what is below zero; others write notes, and rises and falls, like it."""

_NOTED: Final = re.compile(r"[0-9][0-9,.]*%?[①-⑳*※#†]+")
_LONGEST: Final = 60
_MOST_DIGITS: Final = 15


def reading_of(value: CellValue, *, is_percentage: bool = False) -> Reading:
    """Return what a cell says; a number shown as a percentage is given in hundredths.

    Raises :class:`CellError` for what says nothing certain.
    """
    match value:
        case None:
            return Reading(Said.NOTHING)
        case bool():
            return Reading(Said.FLAG, flag=value)
        case Decimal():
            number = value * 100 if is_percentage else value
            return Reading(Said.NUMBER, _plain_number(number), is_percent=is_percentage)
        case date():
            raise CellError(
                "E810",
                f"单元格里是日期 {value.isoformat()}，不是数",
                "多半是 3/5 之类被表格软件改成了日期：请改回数",
            )
        case str():
            return _of_text(value)


def _plain_number(number: Decimal) -> Decimal:
    return Decimal(int(number)) if number == number.to_integral_value() else number.normalize()


def _of_text(value: str) -> Reading:
    text = plain(value)
    word = compact(value)
    if not word:
        return Reading(Said.NOTHING)
    if word in _UNREPORTED:
        return Reading(Said.UNREPORTED)
    if word in _INAPPLICABLE:
        return Reading(Said.INAPPLICABLE)
    if word in _YES or word in _NO:
        return Reading(Said.FLAG, flag=word in _YES)
    if _LOST.fullmatch(word):
        raise CellError("E805", f"公式出错，显示为 {word}")
    if word in _UNCERTAIN:
        raise CellError(
            "E810", f"{quoted(value)}看不出是零、没有此项还是没报", "是零写 0，没有此项写 /，没报写“未报”"
        )
    parts = _PARTS.fullmatch(text)
    if parts is not None:
        return Reading(Said.PARTS, Decimal(parts[1]), Decimal(parts[2]))
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        raise _unread(value)
    return _of_number(match, value)


def _of_number(match: re.Match[str], value: str) -> Reading:
    hedges = [_PREFIXES[match["before"]]] if match["before"] else []
    hedges += [_SUFFIXES[match[name]] for name in ("first", "second", "third") if match[name]]
    if len(hedges) > 1:
        raise CellError(
            "E810", f"{quoted(value)}里有几个限定词，看不出是哪个意思", "请只写一个：约、近、余、以上、以内"
        )
    number = _written_number(match, value)
    is_percent = bool(match["percent"] or match["hundredths"])
    if match["percent"] and match["hundredths"]:
        raise _unread(value)
    unit_text = match["times"] + match["base"]
    if is_percent and unit_text:
        raise _unread(value)
    return Reading(
        Said.NUMBER,
        -number if match["sign"] == "-" else number,
        qualifier=hedges[0] if hedges else None,
        unit=unit_of(unit_text) if unit_text else None,
        is_percent=is_percent,
    )


def _written_number(match: re.Match[str], value: str) -> Decimal:
    if match["digits"] is None:
        found = numeral(match["numeral"])
        if found is None:
            raise _unread(value)
        return Decimal(found)
    digits = match["digits"].replace(",", "").replace(" ", "")
    if len(digits.replace(".", "").lstrip("0")) > _MOST_DIGITS:
        raise CellError(
            "E810", f"{quoted(value)}超过了 {_MOST_DIGITS} 位，不像一个数", "请核对；号码不要填在这一列"
        )
    return Decimal(digits)


def _unread(value: str) -> CellError:
    negative = _NEGATIVE.fullmatch(compact(value))
    if negative is not None:
        said = f"{quoted(value)}看不出是不是负数"
        return CellError("E810", said, f"是负数的请写 -{negative[1]}，不是的去掉括号和符号")
    if _NOTED.fullmatch(compact(value)):
        return CellError("E810", f"{quoted(value)}后面有注释的符号", "符号和注释请写到备注里，只留一个数")
    return CellError(
        "E810", f"{quoted(value)}不是一个数", "请只写一个数，如 12、1,200、120万；没有此项写 /，没报写“未报”"
    )
