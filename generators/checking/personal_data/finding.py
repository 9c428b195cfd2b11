"""The search of one text for all kinds of personal data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generators.checking.personal_data.addresses import home_addresses
from generators.checking.personal_data.contacts import emails, landlines, mobiles
from generators.checking.personal_data.documents import passports, plates, resident_ids
from generators.checking.personal_data.money import bank_cards
from generators.checking.personal_data.persons import CONTEXT, persons
from generators.checking.personal_data.surroundings import Surroundings
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
    home_addresses,
    persons,
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
}
"""The numbers of characters at the beginning and at the end of a value that messages show."""

_OF_AN_OFFICE: Final = frozenset({PersonalKind.LANDLINE, PersonalKind.EMAIL})

_MAY_CONTAIN: Final = re.compile(rf"[0-9０-９]|[@＠]|给予|住|户籍|{CONTEXT}")
"""A fast test that rules out most texts, which are names and titles."""


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


def findings(text: str, *, is_contact: bool = False) -> tuple[Finding, ...]:
    """Return all personal data in ``text`` by offset, without overlaps.

    In the contact line of a site (``is_contact``) telephones and e-mail addresses are those of an office.
    """
    if not _MAY_CONTAIN.search(text):
        return ()
    surroundings = Surroundings(text)
    taken = bytearray(len(text))
    traces: list[Trace] = []
    for recogniser in _RECOGNISERS:
        for trace in recogniser(surroundings):
            if not any(taken[trace.start : trace.end]):
                taken[trace.start : trace.end] = b"\1" * (trace.end - trace.start)
                traces.append(trace)
    traces.sort(key=lambda trace: trace.start)
    return tuple(
        Finding(trace.kind, trace.start, _masked(text[trace.start : trace.end], trace.kind))
        for trace in traces
        if not (is_contact and trace.kind in _OF_AN_OFFICE)
    )


def _masked(written: str, kind: PersonalKind) -> str:
    before, after = _SHOWN_ENDS[kind]
    hidden = max(len(written) - before - after, 1)
    shown = written[:before] + "*" * hidden + (written[-after:] if after else "")
    return re.sub(r"\s", " ", shown)
