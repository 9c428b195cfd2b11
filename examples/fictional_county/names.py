"""Names that nobody can take for real places: 天干地支 for townships, 节气 for villages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Name:
    """A name without its kind, and the slug it is known by."""

    text: str
    slug: str


_STEMS: Final = (
    ("甲", "jia"),
    ("乙", "yi"),
    ("丙", "bing"),
    ("丁", "ding"),
    ("戊", "wu"),
    ("己", "ji"),
    ("庚", "geng"),
    ("辛", "xin"),
    ("壬", "ren"),
    ("癸", "gui"),
)
_BRANCHES: Final = (
    ("子", "zi"),
    ("丑", "chou"),
    ("寅", "yin"),
    ("卯", "mao"),
    ("辰", "chen"),
    ("巳", "si"),
    ("午", "wu"),
    ("未", "wei"),
    ("申", "shen"),
    ("酉", "you"),
    ("戌", "xu"),
    ("亥", "hai"),
)
_CYCLE: Final = 60

_TERMS: Final = (
    ("立春", "lichun"),
    ("雨水", "yushui"),
    ("惊蛰", "jingzhe"),
    ("春分", "chunfen"),
    ("清明", "qingming"),
    ("谷雨", "guyu"),
    ("立夏", "lixia"),
    ("小满", "xiaoman"),
    ("芒种", "mangzhong"),
    ("夏至", "xiazhi"),
    ("小暑", "xiaoshu"),
    ("大暑", "dashu"),
    ("立秋", "liqiu"),
    ("处暑", "chushu"),
    ("白露", "bailu"),
    ("秋分", "qiufen"),
    ("寒露", "hanlu"),
    ("霜降", "shuangjiang"),
    ("立冬", "lidong"),
    ("小雪", "xiaoxue"),
    ("大雪", "daxue"),
    ("冬至", "dongzhi"),
    ("小寒", "xiaohan"),
    ("大寒", "dahan"),
)
_SIDES: Final = (
    ("", ""),
    ("东", "dong-"),
    ("西", "xi-"),
    ("南", "nan-"),
    ("北", "bei-"),
    ("中", "zhong-"),
    ("上", "shang-"),
    ("下", "xia-"),
    ("前", "qian-"),
    ("后", "hou-"),
    ("里", "li-"),
    ("外", "wai-"),
)
_NUMERALS: Final = "一二三四五六七八九"
_TEN: Final = 10


def township_name(number: int) -> Name:
    """Return the name of a township, counted from 0: 甲子 to 癸亥, then from the beginning."""
    at = number % _CYCLE
    (stem, stem_slug), (branch, branch_slug) = _STEMS[at % len(_STEMS)], _BRANCHES[at % len(_BRANCHES)]
    return Name(stem + branch, stem_slug + branch_slug)


def village_name(number: int) -> Name:
    """Return the name of a village, counted from 0 within its county; it repeats after 288."""
    side, side_slug = _SIDES[number // len(_TERMS) % len(_SIDES)]
    term, term_slug = _TERMS[number % len(_TERMS)]
    return Name(side + term, side_slug + term_slug)


def upper_name(stem: Name, number: int) -> Name:
    """Return the name of a city or county, counted from 0: 示例, then 示例二, 示例三."""
    if number == 0:
        return stem
    return Name(stem.text + _numeral(number + 1), f"{stem.slug}-{number + 1}")


def _numeral(number: int) -> str:
    """Return a number below one hundred in Chinese."""
    tens, ones = divmod(number, _TEN)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens - 1]}十"
    return head + (_NUMERALS[ones - 1] if ones else "")
