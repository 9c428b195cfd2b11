"""The search of one text for all kinds of personal data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generators.checking.personal_data.accounts import accounts
from generators.checking.personal_data.addresses import home_addresses
from generators.checking.personal_data.birthdays import birthdays
from generators.checking.personal_data.canonical import canonical
from generators.checking.personal_data.documents import passports, plates
from generators.checking.personal_data.harm import STEM
from generators.checking.personal_data.lists import listed_persons
from generators.checking.personal_data.mail import emails
from generators.checking.personal_data.money import bank_cards
from generators.checking.personal_data.names import is_name
from generators.checking.personal_data.persons import persons
from generators.checking.personal_data.resident_ids import resident_ids
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.telephones import landlines, mobiles
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

KIND_NAMES: Final = {
    PersonalKind.RESIDENT_ID: "身份证号",
    PersonalKind.PASSPORT: "出入境证件号",
    PersonalKind.MOBILE: "手机号",
    PersonalKind.LANDLINE: "家庭电话",
    PersonalKind.EMAIL: "电子邮箱",
    PersonalKind.BANK_CARD: "银行卡号",
    PersonalKind.PLATE: "车牌号",
    PersonalKind.ADDRESS: "家庭住址",
    PersonalKind.PERSON: "可以认出的个人",
    PersonalKind.ACCOUNT: "微信、QQ、抖音等账号",
    PersonalKind.BIRTHDAY: "出生日期",
    PersonalKind.POSITION: "拍摄位置",
    PersonalKind.AUTHOR: "作者姓名",
    PersonalKind.ATTACHMENT: "附件",
}

_RECOGNISERS: Final[tuple[Callable[[Surroundings], Iterator[Trace]], ...]] = (
    resident_ids,
    bank_cards,
    mobiles,
    landlines,
    passports,
    plates,
    emails,
    accounts,
    birthdays,
    home_addresses,
    persons,
    listed_persons,
)
"""The most reliable first: characters found by one are skipped by those after it."""

_SHOWN_ENDS: Final = {
    PersonalKind.RESIDENT_ID: (3, 2),
    PersonalKind.PASSPORT: (2, 2),
    PersonalKind.MOBILE: (3, 2),
    PersonalKind.LANDLINE: (2, 2),
    PersonalKind.EMAIL: (1, 3),
    PersonalKind.BANK_CARD: (3, 2),
    PersonalKind.PLATE: (2, 1),
    PersonalKind.ADDRESS: (2, 1),
    PersonalKind.PERSON: (1, 0),
    PersonalKind.ACCOUNT: (2, 1),
    PersonalKind.BIRTHDAY: (4, 0),
    PersonalKind.POSITION: (1, 0),
    PersonalKind.AUTHOR: (1, 0),
}
"""The numbers of characters at the beginning and at the end of a value that messages show."""

_LONGEST_NAME: Final = 4

_OF_AN_OFFICE: Final = frozenset({PersonalKind.LANDLINE, PersonalKind.EMAIL})

_MAY_CONTAIN: Final = re.compile(
    r"(?:\d[^\d]{0,4}?){5}|(?:[〇零○一二三四五六七八九十壹贰叁肆伍陆柒捌玖幺两][ ·,，…-]{0,2}){5}|[①-⑨❶-➉]{5}"
    r"|[&%<@＠]|\\u|艾特|爱特|[ \[({（［｛【〔〈《<「『](?:at|AT|At)[ \])}）］｝】〕〉》>」』]|#|点"
    r"|加[我本人其]{0,2}[VvＶｖ微薇]|微信|薇信|威信|[vVwWｖｗＶＷ][信xXｘＸ]|[Ww]e[Cc]hat|WECHAT|[QqＱｑ]|扣扣|企鹅|抖音|快手|小红书|微博"
    r"|住|地址|老人|人员|生|军|[号室]"
    r"|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][\s*<]{0,4}[A-ZＡ-Ｚ]"
    rf"|{STEM.pattern}"
)
"""A fast test that rules out most texts, which are names and titles."""


_IDENTIFIERS: Final = re.compile(r"[a-z0-9/-]*")
_MAY_BE_IN_IDENTIFIERS: Final = re.compile(r"qq|[0-9ol](?:[/-]{0,4}[0-9ol]){10}")
"""An account of QQ, or a number of at least eleven digits: all else has other characters."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An item of personal data: its kind, its offset in the text, and its masked form for messages."""

    kind: PersonalKind
    offset: int
    masked: str

    @property
    def name(self) -> str:
        """Return the kind in Chinese."""
        return KIND_NAMES[self.kind]


def findings(text: str, title: str = "", *, is_contact: bool = False) -> tuple[Finding, ...]:
    """Return all personal data in ``text`` by offset, without overlaps.

    ``title`` is what the text is called, if anything. In the contact line of a site (``is_contact``)
    telephones and e-mail addresses are those of an office.
    """
    if not may_contain(text, title):
        return ()
    return all_findings(text, title, is_contact=is_contact)


def may_contain(text: str, title: str = "") -> bool:
    """Whether there may be personal data in ``text``; a fast test that rules out nearly all texts."""
    if _IDENTIFIERS.fullmatch(text) and not _MAY_BE_IN_IDENTIFIERS.search(text):
        return False
    return bool(_MAY_CONTAIN.search(text) or _MAY_CONTAIN.search(title))


def all_findings(text: str, title: str = "", *, is_contact: bool = False) -> tuple[Finding, ...]:
    """Return the same as :func:`findings` of a text that was not ruled out."""
    source = canonical(text)
    surroundings = Surroundings(source.text, title)
    taken = bytearray(len(source.text))
    traces: list[Trace] = []
    for recogniser in _RECOGNISERS:
        for trace in recogniser(surroundings):
            if not any(taken[trace.start : trace.end]):
                taken[trace.start : trace.end] = b"\1" * (trace.end - trace.start)
                traces.append(trace)
    found = [
        Finding(
            trace.kind, source.starts[trace.start], _masked(source.text[trace.start : trace.end], trace.kind)
        )
        for trace in traces
        if not (is_contact and trace.kind in _OF_AN_OFFICE)
    ]
    return tuple(sorted(found, key=lambda finding: finding.offset))


def fact_findings(text: str, kind: PersonalKind) -> tuple[Finding, ...]:
    """Return the finding in what an attachment says of itself; an author that is no person's name is none."""
    if kind is PersonalKind.AUTHOR and not (len(text) <= _LONGEST_NAME and is_name(text)):
        return ()
    return (Finding(kind, 0, _masked(text, kind)),)


def _masked(written: str, kind: PersonalKind) -> str:
    before, after = _SHOWN_ENDS[kind]
    hidden = max(len(written) - before - after, 1)
    shown = written[:before] + "*" * hidden + (written[-after:] if after else "")
    return re.sub(r"\s", " ", shown)
