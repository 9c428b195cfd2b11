"""Numbers of documents and issues: 〔2026〕12号, 第13期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.proofreading.slip import Slip

_DOCUMENT: Final = re.compile(
    r"[\[(（【〔〈［](?P<year>(?:19|20)\d{2})年?[\])）】〕〉］]"
    r"[ ]?(?:第[ ]?)?(?P<number>\d{1,5})[ ]?号"
)
_ISSUE: Final = re.compile(r"(?P<before>第)(?P<zeros>0+)(?P<after>[1-9]\d*[期号])")


def document_numbers(text: str) -> Iterator[Slip]:
    """Yield W703 for a document number whose year is not in 〔〕, or with 第 or leading zeros."""
    for match in _DOCUMENT.finditer(text):
        right = f"〔{match['year']}〕{int(match['number'])}号"
        if match[0] != right:
            yield Slip("W703", match.start(), match.end(), f"“{match[0]}”应为“{right}”", right)


def issue_numbers(text: str) -> Iterator[Slip]:
    """Yield W710 for the number of an issue with leading zeros."""
    for match in _ISSUE.finditer(text):
        right = f"第{match['after']}"
        yield Slip("W710", match.start(), match.end(), f"“{match[0]}”应为“{right}”", right)
