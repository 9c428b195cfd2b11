"""Numbers in prose, except those in links, code, dates, ordinals or document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generators.model.prose_comments import with_comments_blanked

_SCALES: Final[Mapping[str, Decimal]] = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}

_NOT_PROSE: Final = re.compile(
    r"""```.*?```|`[^`\n]*`                        # code
    |<[a-zA-Z/][^<>]*>                              # HTML, <https://…>
    |\]\((?:[^()]|\([^()]*\))*\)|^\ {0,3}\[(?!\^)[^\]\n]+\]:.*?$    # link targets
    |(?=[a-zA-Z])(?<![a-zA-Z0-9+.-])[a-zA-Z][a-zA-Z0-9+.-]*://[^\s）)】>]+         # addresses
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_DATES: Final = re.compile(
    r"""(?=\d)(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月\d{1,2}[日号]
    |(?<!\d)\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d))
    """,
    re.VERBOSE,
)
_ORDINALS: Final = re.compile(r"第\s?\d+|[〔\[（(]\d{4}[〕\]）)]\s?\d+")

_NUMBER: Final = re.compile(
    r"""(?=\d)(?<![0-9A-Za-z_\-/])(?<!\d[.,:])
    (?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    (?![0-9_]|[.,\-/:]\d)
    """,
    re.VERBOSE,
)
_QUALIFIER: Final = r"(?:余|多|以上)?"
_SCALE: Final = re.compile(rf"[ \t]?{_QUALIFIER}(?P<scale>[万亿]?){_QUALIFIER}[ \t]?")


@dataclass(frozen=True, slots=True)
class ProseNumber:
    """A number in prose: ``amount`` is 12,000 for 1.2万; ``after`` is the text behind it, unit first.

    ``written`` is the number with qualifier and scale, ``digits`` the number alone.
    """

    amount: Decimal
    digits: str
    written: str
    after: str
    offset: int


def split_measure(measure: str) -> tuple[Decimal, str]:
    """Return the scale and the unit of a measure: (10,000, 元) for 万元."""
    head, rest = measure[:1], measure[1:]
    return (_SCALES[head], rest) if rest and head in _SCALES else (_SCALES[""], measure)


def numbers_in(text: str) -> Iterator[ProseNumber]:
    """Yield the numbers of a Markdown text in order."""
    bare = with_comments_blanked(text)
    for pattern in (_NOT_PROSE, _DATES, _ORDINALS):
        bare = pattern.sub(_masked, bare)
    for match in _NUMBER.finditer(bare):
        scale = _SCALE.match(bare, match.end())
        end, factor = (scale.end(), scale["scale"]) if scale is not None else (match.end(), "")
        digits = match["digits"].replace(",", "")
        amount = Decimal(digits) * _SCALES[factor]
        yield ProseNumber(amount, digits, bare[match.start() : end], bare[end : end + 20], match.start())


def _masked(match: re.Match[str]) -> str:
    """Return NUL characters of the same length, so that offsets stay valid and neighbours are not joined."""
    return re.sub(r"[^\n]", "\x00", match[0])
