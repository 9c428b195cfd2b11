"""Headings and leads whose lines do not break between a number and its unit, or in a short quoted name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_EDGE: Final = re.compile(r"<(?P<end>/?)(?P<tag>h[1-3]|p)\b(?P<inside>[^<>]*)>")
_LEAD: Final = 'class="tb-lead"'

_WHOLE: Final = re.compile(
    r"第?\d+(?:\.\d+)?(?:月\d+日|个百分点|季度|[年月日期号周个项件户条次人村%％])|“[^”<>&]{1,6}”"
)
_TAG: Final = re.compile(r"(<[^<>]*>)")


def with_unbroken_numbers(html: str) -> str:
    """Return the HTML of a page with 2026年, 10月15日 and “一三五七” kept on one line in headings and leads.

    Browsers break lines between any two Chinese characters, and beside digits.
    """
    pieces: list[str] = []
    done = 0
    for start, end in pairwise(_EDGE.finditer(html)):
        if _begins_line(start) and end["end"] and end["tag"] == start["tag"]:
            pieces += (html[done : start.end()], _kept_whole(html[start.end() : end.start()]))
            done = end.start()
    return "".join((*pieces, html[done:]))


def _begins_line(edge: re.Match[str]) -> bool:
    return not edge["end"] and (edge["tag"] != "p" or _LEAD in edge["inside"])


def _kept_whole(text: str) -> str:
    pieces = _TAG.split(text)
    pieces[::2] = [_WHOLE.sub(r'<span class="tb-nowrap">\g<0></span>', piece) for piece in pieces[::2]]
    return "".join(pieces)
