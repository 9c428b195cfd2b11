"""The canonical form of Chinese characters: one code point for what looks the same.

Text copied from PDF files brings radicals (``⼤`` U+2F24) and compatibility ideographs in the place of
ordinary characters (``大`` U+5927). No search, comparison or rule would find the words written with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

_SUPPLEMENT: Final = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍尐⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爬⺦丬⺧牛"
    "⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艺⻀艻⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辷"
    "⻎辸⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
"""Pairs of a radical of U+2E80 to U+2EFF and its ideograph, from Unicode's EquivalentUnifiedIdeograph.txt.

NFKC changes two of these radicals only.
"""

_SIMPLIFIED: Final = {"\u2f3e": "户", "\u2fad": "青", "\u2fc8": "黄"}
"""Radicals that fonts for the mainland draw as these characters; NFKC gives 戶, 靑 and 黃."""

EQUIVALENT: Final[Mapping[str, str]] = (
    dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)) | _SIMPLIFIED
)
"""The ordinary character of each radical of which NFKC gives none, or another one."""

_LOOK_ALIKE: Final = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")


def with_canonical_ideographs(text: str) -> str:
    """Return ``text`` with every radical and compatibility ideograph replaced by its ordinary character.

    The length is the same. Characters without an ordinary form stay.
    """
    return _LOOK_ALIKE.sub(lambda match: canonical_ideograph(match[0]), text)


def canonical_ideograph(character: str) -> str:
    """Return the ordinary form of a radical or compatibility ideograph; any other character as it is."""
    if not _LOOK_ALIKE.fullmatch(character):
        return character
    found = EQUIVALENT.get(character) or unicodedata.normalize("NFKC", character)
    return found if len(found) == 1 else character


def look_alikes(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the ordinary form of each character that has another one."""
    for match in _LOOK_ALIKE.finditer(text):
        canonical = canonical_ideograph(match[0])
        if canonical != match[0]:
            yield match.start(), canonical
