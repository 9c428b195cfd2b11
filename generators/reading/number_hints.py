"""What to write instead of a number or flag that an office wrote in its own way."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_YES: Final = frozenset({"是", "有", "已", "对", "√", "✓", "✔", "yes", "y"})
_NO: Final = frozenset({"否", "无", "未", "没有", "不是", "×", "✗", "✘", "no", "n"})
_NUMBER: Final = r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[-+]?[0-9]+(?:\.[0-9]+)?"
_MEASURED: Final = re.compile(rf"(?P<number>{_NUMBER}) ?(?P<unit>[^\d\s,./][^\d]{{0,9}})?")
_FRACTION: Final = re.compile(r"(?P<part>[0-9]+) ?/ ?(?P<whole>[0-9]+)")
_LONGEST: Final = 40


def number_hint(text: str) -> str:
    """Return what to write instead of ``text`` where a number is expected, in Chinese; empty if unclear."""
    plain = _plain(text)
    if fraction := _FRACTION.fullmatch(plain):
        return f"；请写成 {{numerator: {fraction['part']}, denominator: {fraction['whole']}}}"
    if measured := _MEASURED.fullmatch(plain):
        number, unit = measured["number"].replace(",", "").lstrip("+"), measured["unit"] or ""
        advice = f"；请写成 {number}"
        return f"{advice}，单位“{unit}”写在 measure 里" if unit else f"{advice}，不加引号、逗号"
    return flag_hint(text)


def flag_hint(text: str) -> str:
    """Return whether to write true or false instead of ``text``, in Chinese; empty if unclear."""
    plain = _plain(text).lower()
    if plain in _YES | _NO:
        return f"；请写成 {'true' if plain in _YES else 'false'}"
    return ""


def _plain(text: str) -> str:
    """Return ``text`` with full-width digits and punctuation as half-width ones."""
    return unicodedata.normalize("NFKC", text[:_LONGEST]).strip().replace("−", "-")
