"""Calls of prose as written: function and constant texts, not yet compared with the function's parameters.

Nearly all calls consist of a name and quoted texts, and one pattern reads them. Everything else is left to
:mod:`generators.reading.expressions`, which says the same of these and takes fifty times as long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generators.model.prose_functions import SIGNATURES

_TEXT: Final = r"""(?:"[^"\\{}\r\n]*"|'[^'\\{}\r\n]*')"""
_CALL: Final = re.compile(
    rf"[ ]*(?P<function>[a-z]+)\([ ]*(?P<arguments>{_TEXT}(?:[ ]*,[ ]*{_TEXT})*)"
    rf"(?P<keywords>(?:[ ]*,[ ]*[a-z]+[ ]*=[ ]*{_TEXT})*)[ ]*\)[ ]*"
)
_ARGUMENT: Final = re.compile(_TEXT)
_KEYWORD: Final = re.compile(rf"([a-z]+)[ ]*=[ ]*({_TEXT})")


class RefusedError(Exception):
    """An expression that is not allowed in prose; the message gives the reason in Chinese."""


@dataclass(frozen=True, slots=True)
class WrittenCall:
    """A known function with the texts that it is given, by position and by name."""

    function: str
    arguments: tuple[str, ...]
    keywords: Mapping[str, str]


def plain_call(inner: str) -> WrittenCall | None:
    """Return the call between ``{{`` and ``}}`` if it is a known function of quoted texts, else ``None``.

    ``None`` does not mean that the call is wrong: it may have escapes, line breaks or brackets, or nothing
    but keywords.
    """
    match = _CALL.fullmatch(inner)
    if match is None or match["function"] not in SIGNATURES:
        return None
    arguments = tuple(text[1:-1] for text in _ARGUMENT.findall(match["arguments"]))
    if not match["keywords"]:
        return WrittenCall(match["function"], arguments, {})
    pairs = _KEYWORD.findall(match["keywords"])
    keywords = {name: text[1:-1] for name, text in pairs}
    return WrittenCall(match["function"], arguments, keywords) if len(keywords) == len(pairs) else None
