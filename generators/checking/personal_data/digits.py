"""Digits written as something else: 一三八, 壹叁捌, 幺三八, and the letters that stand in for 0 and 1."""

from __future__ import annotations

import re
from typing import Final

_VALUES: Final = {
    **dict(zip("〇一二三四五六七八九", "0123456789", strict=True)),
    **dict(zip("零壹贰叁肆伍陆柒捌玖", "0123456789", strict=True)),
    **dict(zip("幺两拐洞勾", "12709", strict=True)),
    **dict(zip("貳參陸", "236", strict=True)),
}
_CHINESE: Final = "".join(_VALUES)
_FEWEST: Final = 7
"""Fewer digits in a row are a year, a place or a count."""

_DIGIT: Final = rf"(?:[{_CHINESE}]|(?<![0-9])[0-9]{{1,10}}(?![0-9]))"
_SPOKEN: Final = re.compile(rf"(?=[{_CHINESE}0-9]){_DIGIT}(?:[ ·-]?{_DIGIT}){{2,}}")
_UNITS: Final = frozenset("十百千万亿")
_WRITTEN_OUT: Final = str.maketrans(_VALUES)
_LETTERS: Final = re.compile(
    r"(?=[OolI])(?:(?<=[0-9])[OolI]{1,4}(?=[0-9])|(?<=[0-9])[Oo]{1,4}(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])[lI](?=[3-9][0-9]))"
)
_MEANT: Final = str.maketrans("OolI", "0011")


def with_ascii_digits(text: str) -> str:
    """Return ``text`` with Chinese digits in long runs, and lookalike letters, as digits of ASCII.

    The length stays the same.
    """
    spelled = _SPOKEN.sub(_spelled, text)
    return _LETTERS.sub(lambda run: run[0].translate(_MEANT), spelled)


def _spelled(run: re.Match[str]) -> str:
    """Return a run with its Chinese digits as digits, if it is long enough."""
    if run.string[run.end() : run.end() + 1] in _UNITS:
        return run[0]
    digits = run[0].translate(_WRITTEN_OUT)
    return digits if sum(map(str.isdigit, digits)) >= _FEWEST else run[0]
