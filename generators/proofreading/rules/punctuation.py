"""Punctuation of Chinese text: full-width, not repeated, with “” and ‘’ as quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.proofreading.characters import HAN
from generators.proofreading.covering import CALL
from generators.proofreading.slip import Slip

_WIDE: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_CHINESE: Final = rf"{HAN}）〕》”’…%‰{CALL}"
_BEFORE_CHINESE: Final = rf"{HAN}（〔《“‘"

_MARK: Final = re.compile(
    rf"(?<=[{_CHINESE}])[,;?!](?![,;?!])"
    rf"|(?<=[0-9A-Za-z*])[,;](?=[ ]?[{_BEFORE_CHINESE}])"
    rf"|(?<=[0-9A-Za-z])[?!](?=[{_BEFORE_CHINESE}])"
    rf"|(?<=[{HAN}）〕》”’])(?:\*\*)?:(?!:)"
    rf"|(?<=[0-9A-Za-z]):(?=[{_BEFORE_CHINESE}])"
    rf"|(?<=[{HAN}）〕》”’…])\.(?=[{_BEFORE_CHINESE}\s]|$)",
    re.MULTILINE,
)
_BRACKETS: Final = re.compile(r"\((?P<inner>[^()\n（）]{0,200})\)")
_HAN: Final = re.compile(rf"[{HAN}]")
_LATIN: Final = re.compile(r"[A-Za-z0-9]")

_STRAIGHT: Final = {'"': ("“", "”"), "'": ("‘", "’")}
_QUOTED: Final = re.compile(
    r"""(?P<mark>"|(?<![0-9A-Za-z])')(?P<inner>(?!\s)[^"'\n“”‘’]{1,100}?(?<!\s))(?P=mark)"""
)
_CORNER: Final = {"「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”"}

_REPEATED: Final = re.compile(
    r"([，、；：])\1+|。{2}(?!。)(?<!。。。)|！{2,}|？{2,}|([，、；：])[。](?!。)|。[，、；：]"
)


def half_width(text: str) -> Iterator[Slip]:
    """Yield W705 for half-width punctuation next to Chinese characters, except within numbers and times."""
    for match in _MARK.finditer(text):
        at = match.end() - 1
        right = _WIDE[text[at]]
        yield Slip("W705", at, at + 1, f"中文里的“{text[at]}”应为“{right}”", right)
    for match in _BRACKETS.finditer(text):
        if _is_chinese(text, match):
            for at in (match.start(), match.end() - 1):
                right = _WIDE[text[at]]
                yield Slip("W705", at, at + 1, f"中文里的“{text[at]}”应为“{right}”", right)


def _is_chinese(text: str, match: re.Match[str]) -> bool:
    """Whether brackets belong to Chinese text: there is Chinese within or directly before them."""
    before = text[match.start() - 1] if match.start() else ""
    if _LATIN.match(before) and not _HAN.search(match["inner"]):
        return False
    return bool(_HAN.search(match["inner"]) or _HAN.match(before))


def quotation_marks(text: str) -> Iterator[Slip]:
    """Yield W706 for straight quotation marks around Chinese text, and for corner brackets."""
    for match in _QUOTED.finditer(text):
        if _HAN.search(match["inner"]):
            for at, right in zip((match.start(), match.end() - 1), _STRAIGHT[match["mark"]], strict=True):
                yield Slip("W706", at, at + 1, f"引号 {text[at]} 应为 {right}", right)
    for at, character in enumerate(text):
        if character in _CORNER:
            right = _CORNER[character]
            yield Slip("W706", at, at + 1, f"引号 {character} 应为 {right}", right)


def repeated_marks(text: str) -> Iterator[Slip]:
    """Yield W712 for a punctuation mark that is repeated, or next to another one."""
    for match in _REPEATED.finditer(text):
        is_same = len(set(match[0])) == 1
        right = match[0][0] if is_same else None
        detail = f"标点“{match[0]}”重复" if is_same else f"标点“{match[0]}”连用，请留一个"
        yield Slip("W712", match.start(), match.end(), detail, right)
