"""Masks personal data in messages: messages are mailed, logged and copied elsewhere."""

from __future__ import annotations

import re
from typing import Final

_GAP: Final = r"[ \t\u00a0\u3000-]{0,2}"

_MOBILE: Final = rf"(?<!\d)(?:\+?86{_GAP})?[1１]{_GAP}[3-9３-９](?:{_GAP}\d){{9}}(?!\d)"
_RESIDENT_OR_CARD: Final = rf"\d(?:{_GAP}\d){{14,}}(?:{_GAP}[Xx])?"

_PERSONAL_NUMBER: Final = re.compile(rf"{_RESIDENT_OR_CARD}|{_MOBILE}")
_EMAIL: Final = re.compile(
    r"(?<=[0-9A-Za-z])[0-9A-Za-z._%+-]{0,63}@(?:[0-9A-Za-z-]{1,63}\.){1,5}(?=[A-Za-z]{2})"
)

_KEPT_BEFORE: Final = 3
_KEPT_AFTER: Final = 2


def _without_middle(match: re.Match[str]) -> str:
    number = match[0]
    hidden = len(number) - _KEPT_BEFORE - _KEPT_AFTER
    return number[:_KEPT_BEFORE] + "*" * hidden + number[-_KEPT_AFTER:]


def _without_address(match: re.Match[str]) -> str:
    return "*" * len(match[0])


def masked(text: str) -> str:
    """Return ``text`` with the middle of every personal number and e-mail address replaced by ``*``.

    Masked are numbers of 15 or more digits (resident ids, bank cards; with spaces and hyphens, or a final
    X) and mobile numbers, even if their check digits are wrong: a mistyped id still identifies a
    person. Division codes of 12 digits are not masked.
    """
    return _EMAIL.sub(_without_address, _PERSONAL_NUMBER.sub(_without_middle, text))
