"""Bank cards, only near a word for an account: one in ten numbers passes the check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from stdnum import luhn

from generators.checking.personal_data.documents import GAP
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_CARD: Final = re.compile(rf"(?<![0-9A-Za-z.])(?=([0-9](?:{GAP}[0-9]){{15,18}})(?![0-9A-Za-z]))")
_WORDS: Final = re.compile(
    r"卡号|银行卡|工资卡|社保卡|储蓄|存折|一卡通|一折通|[账帐][号户]|开户|打卡|打款|汇款|转账|转入|收款"
    r"|(?:农行|工行|建行|中行|邮储|农商行|农商银行|信用社|信用联社)"
)


def bank_cards(text: Surroundings) -> Iterator[Trace]:
    """Yield numbers of 16 to 19 digits that pass the Luhn check, near a word for an account."""
    for match in _CARD.finditer(text.narrow):
        start, end = match.span(1)
        if not luhn.is_valid(re.sub(r"[ -]", "", match[1])):
            continue
        if _WORDS.search(f"{text.before(start)} {text.heading(start)} {text.after(end)[:10]}"):
            yield Trace(PersonalKind.BANK_CARD, start, end)
