"""Personal data divided between texts of one record, so that none of them holds any of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Final

from generators.checking.kit.public_text import InRecord, SiteText, TextOrigin
from generators.checking.personal_data import is_name

_DIGITS: Final = re.compile(r"(?!1[3-9][0-9]{9}$)[0-9０-９]{1,14}[XxＸ]?")
_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,4}")
_HARM: Final = re.compile(
    r"患|身患|因病|确诊|受到?[^。]{0,8}处分|被[^。]{0,8}(?:处分|拘留|判处|开除)|(?:多次|越级|进京)?上访"
)
_MOST_TOLD: Final = 60


def split_texts(texts: Iterable[SiteText]) -> Iterator[SiteText]:
    """Yield what neighbouring texts of a record say together: parts of a number, and a name with a fate."""
    for _, group in groupby(texts, key=_record):
        neighbours = [text for text in group if isinstance(text.origin, InRecord)]
        for is_number, run in groupby(
            neighbours, key=lambda text: _DIGITS.fullmatch(text.text.strip()) is not None
        ):
            parts = list(run)
            if is_number and len(parts) > 1:
                yield _joined(parts, " ")
        for name, fate in pairwise(neighbours):
            if _NAME.fullmatch(name.text) and _HARM.match(fate.text) and is_name(name.text):
                yield _joined([name, fate], "")


def _record(text: SiteText) -> int:
    """Return what tells the texts of one record from those of others."""
    return id(text.origin.found.root) if isinstance(text.origin, InRecord) else 0


def _joined(parts: list[SiteText], separator: str) -> SiteText:
    text = separator.join(part.text.strip()[:_MOST_TOLD] for part in parts)
    is_public = all(part.is_public for part in parts)
    return SiteText(text, TextOrigin("分开写的几项合起来", parts[0].place), is_public=is_public)
