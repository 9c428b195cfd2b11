"""Numbers as people write them: digits in groups, with anything between that does not end a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

LONGEST: Final = 20
"""In digits: the number of a disability certificate."""

_SHORTEST: Final = 11
"""In digits: a mobile number."""

_MOBILE: Final = re.compile(r"(?:0|86|0086)?1[3-9][0-9]{9}")
_MOST_GROUPS_OF_A_MOBILE: Final = 12
_CENTURIES: Final = frozenset({"18", "19", "20"})
_MOST_GROUPS_OF_AN_OLD_ID: Final = 3
_MOST_GROUPS_OF_A_CARD: Final = 7

_GAP: Final = r"[ \-.·_/()\[\]{}【】〔〕「」『』~,、\r\n\t|:'\"#*+]{0,4}"
_CLUSTER: Final = re.compile(rf"[0-9](?:{_GAP}[0-9])*")
_GROUP: Final = re.compile(r"[0-9]+")
_SPACED: Final = re.compile(r"[ \-·_/()\[\]{}【】〔〕「」『』~]*")
_SPACED_OR_DOTTED: Final = re.compile(r"[ \-·_/()\[\]{}【】〔〕「」『』~.]*")
_CELLS: Final = re.compile(r"[|\t,]")


@dataclass(frozen=True)
class Number:
    """Consecutive whole groups of digits in ``text``, from ``start`` to before ``end``."""

    text: str
    start: int
    end: int
    digits: str
    groups: tuple[int, ...]
    separators: tuple[str, ...]
    follows_decimal_point: bool

    @property
    def is_whole(self) -> bool:
        """Whether the digits are written without anything between them."""
        return not self.separators

    @cached_property
    def is_spaced(self) -> bool:
        """Whether only blanks, hyphens, middle dots and brackets are between the digits."""
        return all(_SPACED.fullmatch(each) for each in self.separators)

    @cached_property
    def is_spaced_or_dotted(self) -> bool:
        """Whether that holds, full stops admitted."""
        return all(_SPACED_OR_DOTTED.fullmatch(each) for each in self.separators)

    @cached_property
    def is_over_lines(self) -> bool:
        """Whether a line ends between the digits."""
        return any("\n" in each for each in self.separators)

    @cached_property
    def is_over_cells(self) -> bool:
        """Whether the digits are in several cells of a table."""
        return any(_CELLS.search(each) for each in self.separators)


def numbers(text: str) -> Iterator[Number]:
    """Yield sequences of whole groups of digits that may be numbers of persons, by start and length.

    At most 20 begin with one group, so that the number of results is linear in the length of ``text``.
    """
    for cluster in _CLUSTER.finditer(text):
        if cluster.end() - cluster.start() >= _SHORTEST:
            groups = list(_GROUP.finditer(text, *cluster.span()))
            for first in range(len(groups)):
                yield from _from(text, groups, first)


def _from(text: str, groups: list[re.Match[str]], first: int) -> Iterator[Number]:
    digits = ""
    for last in range(first, len(groups)):
        digits += groups[last][0][: LONGEST + 1]
        if len(digits) > LONGEST:
            return
        if len(digits) >= _SHORTEST and _may_be_personal(digits, last - first + 1):
            yield _number(text, digits, groups[first : last + 1])


def _may_be_personal(digits: str, groups: int) -> bool:
    """Whether digits in so many groups may be a number of a person; a first look, for most are not."""
    match len(digits):
        case 11 | 12 | 13:
            return groups <= _MOST_GROUPS_OF_A_MOBILE and _MOBILE.fullmatch(digits) is not None
        case 15:
            return groups <= _MOST_GROUPS_OF_AN_OLD_ID or _MOBILE.fullmatch(digits) is not None
        case 16 | 19:
            return groups <= _MOST_GROUPS_OF_A_CARD
        case 17 | 18 | 20:
            return groups <= _MOST_GROUPS_OF_A_CARD or digits[6:8] in _CENTURIES
        case _:
            return False


def _number(text: str, digits: str, groups: list[re.Match[str]]) -> Number:
    start = groups[0].start()
    point = text[start - 1 : start] == "." and text[start - 2 : start - 1].isdigit()
    return Number(
        text,
        start,
        groups[-1].end(),
        digits,
        tuple(each.end() - each.start() for each in groups),
        tuple(text[a.end() : b.start()] for a, b in pairwise(groups)),
        point and not _numbers_an_item(text, start),
    )


def _numbers_an_item(text: str, start: int) -> bool:
    """Whether the digits before the point at ``start`` are the number of an item, as in ``1.13800138000``."""
    return re.search(r"(?:^|\n)[ ]*[1-9][0-9]?\.$", text[max(0, start - 8) : start]) is not None
