"""Variants of characters: full-width, mathematical, compatibility forms, strange spaces and hyphens."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from generators.model.ideographs import canonical_ideograph

DROPPED: Final = "\x00"
"""Stands for a character that is not seen."""

_LOOKALIKES: Final = {
    "Х": "X",  # Cyrillic, in the last place of resident ids
    "х": "x",
    "○": "〇",
    "◯": "〇",
    "‐": "-",
    "−": "-",
    "⁃": "-",
    **dict.fromkeys("•・∙⋅‧●", "·"),
}
_BY_CATEGORY: Final = {**dict.fromkeys(("Cf", "Mn", "Me"), DROPPED), "Zs": " ", "Pd": "-"}
_RAISED: Final = ("<super>", "<sub>")
_CIRCLED: Final = "①-⑨⓪❶-❾➀-➈"
_ENCIRCLED: Final = re.compile(
    f"(?<![0-9０-９{_CIRCLED}])(?=(?:[0-9０-９]*[{_CIRCLED}]){{3}})[0-9０-９{_CIRCLED}]{{11,}}|[{_CIRCLED}]{{5,}}"
)
"""The first alternative starts at the first digit of a run alone: a long number takes linear time."""
_CROSSED: Final = re.compile(r"(?<=[0-9]{17})[×✕╳](?![0-9×✕╳])")
"""The last place of a resident id, written with the sign of multiplication."""
_OTHERS: Final = re.compile("[^\x00-\x7f\u4e00-\u9fff]+")
"""Characters that may have another form."""
_CIRCLES: Final = str.maketrans("①②③④⑤⑥⑦⑧⑨⓪❶❷❸❹❺❻❼❽❾➀➁➂➃➄➅➆➇➈", "1234567890" + "123456789" * 2)


def folded(text: str) -> str:
    """Return ``text`` with each character in its canonical form, ``DROPPED`` for one that is not seen.

    Digits of all scripts become ASCII digits, spaces a blank, hyphens and dashes ``-``, middle dots ``·``.
    Encircled digits are numbers of items, unless five or more follow each other, or three or more are among
    eleven digits. A cross behind 17 digits is an X. The length stays the same.
    """
    plain = _ENCIRCLED.sub(lambda run: run[0].translate(_CIRCLES), text)
    plain = _CROSSED.sub("X", plain)
    return _OTHERS.sub(lambda run: run[0].translate(_FORMS), plain)


class _Forms(dict[int, str]):
    """The canonical form of each character, found when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = form = _form_of(chr(code))
        return form


def _form_of(character: str) -> str:
    if character.isascii() or "\u4e00" <= character <= "\u9fff":
        return character
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    return _BY_CATEGORY.get(category) or _compatible(character)


def _compatible(character: str) -> str:
    """Return what a character is a variant of; numbers of items and raised digits are no part of a number."""
    ordinary = canonical_ideograph(character)
    if ordinary != character:
        return ordinary
    normal, decomposition = unicodedata.normalize("NFKC", character), unicodedata.decomposition(character)
    if decomposition.startswith(_RAISED) or (decomposition.startswith("<circle>") and normal.isdigit()):
        return " "
    return normal if len(normal) == 1 else character


_FORMS: Final = _Forms()
