"""The county and townships of a new project: their kinds by the ends of their names, their ids as asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from generators.model.division import DivisionKind
from generators.model.record import Place
from generators.reading.quoting import quoted
from generators.reading.validation import slug_problem

_LONGEST_NAME: Final = 60
_MARKUP: Final = re.compile(r"[{}<>]")

_COUNTIES: Final[Mapping[str, tuple[DivisionKind, str | None]]] = MappingProxyType(
    {
        "自治县": (DivisionKind.COUNTY, "自治县"),
        "自治旗": (DivisionKind.COUNTY, "自治旗"),
        "县": (DivisionKind.COUNTY, None),
        "旗": (DivisionKind.COUNTY, "旗"),
        "区": (DivisionKind.DISTRICT, None),
        "市": (DivisionKind.COUNTY_CITY, None),
    }
)
_TOWNSHIPS: Final[Mapping[str, tuple[DivisionKind, str | None]]] = MappingProxyType(
    {
        "街道办事处": (DivisionKind.SUBDISTRICT, None),
        "街道": (DivisionKind.SUBDISTRICT, None),
        "办事处": (DivisionKind.OFFICE, None),
        "镇": (DivisionKind.TOWN, None),
        "民族乡": (DivisionKind.TOWNSHIP, "民族乡"),
        "乡": (DivisionKind.TOWNSHIP, None),
        "苏木": (DivisionKind.TOWNSHIP, "苏木"),
        **{word: (DivisionKind.OTHER, word) for word in ("农场", "林场", "开发区", "管委会", "工业园区")},
    }
)
"""By the end of a name, longer ends first: the kind, and the word for it where that is not the usual one."""


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A division of a new project; ``kind`` is ``None`` if its name does not tell it.

    ``is_numbered`` if nobody gave it an id, and its number is one.
    """

    name: str
    id: str
    kind: DivisionKind | None
    word: str | None = None
    is_numbered: bool = False


def _place(name: str, given_id: str, ends: Mapping[str, tuple[DivisionKind, str | None]]) -> NewPlace:
    kind, word = next((found for end, found in ends.items() if name.endswith(end)), (None, None))
    return NewPlace(name, given_id, kind, word)


def county_of(name: str, given_id: str) -> NewPlace:
    """Return the county called ``name``."""
    return _place(name, given_id, _COUNTIES)


def townships_of(named: Sequence[tuple[str, str]]) -> tuple[NewPlace, ...]:
    """Return the townships of (name, id) in this order; one without an id is numbered: ``township-01``."""
    return tuple(
        _place(name, given_id, _TOWNSHIPS)
        if given_id
        else replace(_place(name, f"township-{at:02}", _TOWNSHIPS), is_numbered=True)
        for at, (name, given_id) in enumerate(named, start=1)
    )


def name_complaint(what: str, name: str) -> str | None:
    """Return why ``name`` cannot be the name of ``what``, ``None`` if it can."""
    if not name.strip():
        return f"{what}没有写"
    if not name.isprintable() or len(name) > _LONGEST_NAME:
        return f"{what}{quoted(name)}太长，或有看不见的字符：请写一行，不超过{_LONGEST_NAME}个字"
    if _MARKUP.search(name):
        return f"{what}{quoted(name)}里有排版用的符号：请去掉花括号和尖括号"
    return None


def id_complaint(what: str, given_id: str) -> str | None:
    """Return why ``given_id`` cannot be the id of ``what``, ``None`` if it can."""
    misnamed = slug_problem(given_id, Place("-"))
    return (
        None
        if misnamed is None
        else f"{what}的标识{misnamed.detail}：请只用小写字母、数字和连字符，如 hetian"
    )


def county_complaints(county: NewPlace) -> Iterator[str]:
    """Yield what is wrong with the county, each with its remedy."""
    unfit = name_complaint("县名", county.name)
    if unfit is not None:
        yield unfit
    elif county.kind is None:
        yield f"认不出{quoted(county.name)}是哪一类：请写全称，如“某某县”“某某区”“某某市”"
    yield from filter(None, (id_complaint("县", county.id),))


def township_complaints(townships: Sequence[NewPlace]) -> Iterator[str]:
    """Yield what is wrong with the townships, each with its remedy."""
    if not townships:
        yield "没有写乡镇：请至少写一个"
    for each in townships:
        unfit = name_complaint("乡镇名", each.name)
        if unfit is not None:
            yield unfit
        elif each.kind is None:
            ends = "、".join(_TOWNSHIPS)
            yield f"认不出{quoted(each.name)}是哪一类：请写全称，以这些字结尾：{ends}"
        yield from filter(None, (id_complaint(quoted(each.name), each.id),))
    for name, times in Counter(each.name for each in townships).items():
        if times > 1:
            yield f"乡镇{quoted(name)}写了{times}次：请删去重复的"
    for found, times in Counter(each.id for each in townships).items():
        if times > 1:
            yield f"乡镇的标识{quoted(found)}用了{times}次：请给每个乡镇各写一个"
