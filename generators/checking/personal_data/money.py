"""Bank cards, near a word for an account or grouped as on a card: one in ten numbers passes the check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from stdnum import luhn

from generators.checking.personal_data.numbers import Number
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_LENGTHS: Final = range(16, 20)
_BEFORE: Final = re.compile(r"[0-9A-Za-z.]$")
_AFTER: Final = re.compile(r"[0-9A-Za-z]")
_WORDS: Final = re.compile(
    r"卡号|银行卡|工资卡|社保卡|储蓄|存折|一卡通|一折通|[账帐][号户]|开户|打卡|打款|汇款|转账|转入|收款"
    r"|(?:农行|工行|建行|中行|邮储|农商行|农商银行|信用社|信用联社)"
)
_UNIONPAY: Final = "62"
_FOURS: Final = re.compile(r"4(?:, 4){3}(?:, [1-3])?")


def bank_cards(text: Surroundings) -> Iterator[Trace]:
    """Yield numbers of 16 to 19 digits that pass Luhn's check, where a word nearby refers to an account.

    A number that begins as cards of China's banks do, and is written in fours as on a card, needs no word.
    """
    for number in text.numbers:
        start, end = number.start, number.end
        if len(number.digits) not in _LENGTHS or not luhn.is_valid(number.digits):
            continue
        if _BEFORE.search(number.text[max(0, start - 1) : start]) or _AFTER.match(number.text, end):
            continue
        named = _WORDS.search(f"{text.before(start)} {text.heading(start)} {text.after(end)[:10]}")
        if (
            _is_as_on_a_card(number)
            or (named and not number.is_over_cells)
            or (named and _WORDS.search(text.before(start) + text.heading(start)))
        ):
            yield Trace(PersonalKind.BANK_CARD, start, end)


def _is_as_on_a_card(number: Number) -> bool:
    return (
        number.digits.startswith(_UNIONPAY)
        and number.is_spaced
        and _FOURS.fullmatch(", ".join(map(str, number.groups))) is not None
    )
