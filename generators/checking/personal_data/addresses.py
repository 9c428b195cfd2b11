"""Home addresses with a house number, after a word for residence or beside a resident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.names import NAME
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_LIVES_AT: Final = (
    r"(?:家庭[住地]址|户籍地址|户籍所在地|户籍地|户籍[在为]|现住址|现住地|现居住?[于地在]?"
    r"|居住地址?|居住[在于]|住所地?|住址|家住|家在"
    r"|现住在|现住|住在|住于|(?:通讯|通信|邮寄|收件|收货)地址|住宅[在位]于?"
    r"|(?:^|(?<=[,。;:、(\s户]))住(?=[^房院户宅宿建在于进上]))"
)
_NUMBER: Final = r"[0-9一二三四五六七八九十百]{1,6}"
_HOUSE: Final = (
    rf"{_NUMBER}(?:号楼|号(?!文|线|桥|井|地块|令|公告|通知|台风|高速|公路|机组|车)|室|幢|栋|单元|弄)"
)
_ADDRESS: Final = re.compile(
    rf"{_LIVES_AT}[ :,为是在于]{{0,3}}([^\s。;!?:]{{0,30}}?{_HOUSE}(?:[^\s。;,!?]{{0,10}}?{_HOUSE})*)"
)

_VILLAGE: Final = (
    rf"(?:[\u4e00-\u9fff]{{1,12}}(?:村|社区|屯|寨|庄))?(?:第?{_NUMBER}(?:村民)?(?:小组|组|社|队)"
    rf"|[\u4e00-\u9fff]{{1,6}}(?:自然村|组|屯|寨|湾|沟))"
    rf"(?:门牌)?{_NUMBER}(?:之[0-9一二三])?(?:号(?!文|线|桥|井|地块|台风)|院)"
)
_ROOM: Final = (
    rf"[\u4e00-\u9fff0-9]{{1,12}}(?:路|街|巷|道|小区|花园|家园|苑|新村|公寓)(?:{_NUMBER}[号弄])?"
    rf"(?:{_NUMBER}(?:号楼|幢|栋|座)?(?:{_NUMBER}单元)?{_NUMBER}室|{_NUMBER}-{_NUMBER}-{_NUMBER}(?:室)?)"
)
_PLACE: Final = rf"(?P<place>{_VILLAGE}|{_ROOM})"
_RESIDENT: Final = (
    r"(?:户主|村民|居民|住户|业主|群众|农户|低保户|特困户|五保户|贫困户|脱贫户|监测户|困难户"
    r"|残疾人|老人|老党员|租户|租客|当事人|患者|本人)"
)
_NUMBERED: Final = re.compile(r"[0-9一二三四五六七八九十百之](?:[号室幢栋院弄]|单元|-[0-9])")
"""In every line in which an address is looked for."""

_BESIDE: Final = (
    re.compile(
        rf"(?:户主|姓名|村民|业主|住户"
        rf"|本人)[:]?(?:{NAME})[^。\n]{{0,16}}地址[:为]?(?P<place>[^\s。;!?:]{{0,30}}?{_HOUSE})"
    ),
    re.compile(rf"{_RESIDENT}[:(]?(?:{NAME})?[,(:、]?(?:[男女],)?(?:住|家住|系|是|为)?{_PLACE}"),
    re.compile(rf"{_PLACE}[,、(]?(?:的)?{_RESIDENT}"),
    re.compile(
        rf"(?:^|[\s,。;:、|])(?:{NAME})(?:同志|家|老人)?[,(|\t: ]{{1,3}}(?:[男女][,|\t])?(?:系|住)?{_PLACE}"
    ),
    re.compile(rf"{_PLACE}[,、| \t(]{{0,3}}(?:{NAME})(?=家|户|$|[,。;:、|)\s])"),
)
_COLUMN: Final = re.compile(r"^(?:家庭|户籍|居住|现|常住|通讯|联系)?(?:住址|地址|居住地|住所)$")
_ADDRESSES: Final = re.compile("住[址所地]|地址|居住地")
_PERSONS: Final = re.compile(r"姓名|户主|村民|业主|家庭住址|户籍|住址")
_CELL: Final = re.compile(
    rf"(?:^|[|\t,])[ \"]*(?P<place>[^|\t,\n\"]{{0,40}}{_HOUSE}[^|\t,\n\"]{{0,20}})", re.MULTILINE
)


def home_addresses(text: Surroundings) -> Iterator[Trace]:
    """Yield home addresses, with the house number."""
    for start, line in text.lines:
        if _NUMBERED.search(line):
            for match in _ADDRESS.finditer(line):
                yield Trace(PersonalKind.ADDRESS, start + match.start(1), start + match.end(1))
            for pattern in _BESIDE:
                for match in pattern.finditer(line):
                    yield Trace(
                        PersonalKind.ADDRESS, start + match.start("place"), start + match.end("place")
                    )
    yield from _in_columns(text)


def _in_columns(text: Surroundings) -> Iterator[Trace]:
    """Yield addresses in a column of addresses, of a table that has a column of persons."""
    for match in _CELL.finditer(text.text) if _ADDRESSES.search(text.text) else ():
        found = text.tables.at(match.start("place"))
        if found and _COLUMN.match(text.heading(match.start("place"))):
            table, _ = found
            if any(_PERSONS.search(heading) for heading in table.headings.values()):
                yield Trace(PersonalKind.ADDRESS, *match.span("place"))
