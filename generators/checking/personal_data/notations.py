"""Notations of programs: percent-encoding, escapes, and numbers with an exponent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generators.checking.personal_data.edit import Edit

_ADDRESS: Final = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]{1,15}:|\]\(|=[\"']?)[!-;=?-~]*|(?:%[0-9A-Fa-f]{2}){3,}"
)
_ENCODED: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ESCAPE: Final = re.compile(r"\\u((?!00[01]|[dD][89a-fA-F])[0-9A-Fa-f]{4})")
_EXPONENT: Final = re.compile(
    r"(?<![0-9A-Za-z.])[1-9]\.[0-9]{4,17}[eE]\+?(?P<exponent>1[0-8])(?![0-9A-Za-z])"
)


def percent_encoding(text: str) -> Iterator[Edit]:
    """Yield what is percent-encoded in addresses, and elsewhere in runs of three or more."""
    if "%" not in text:
        return
    for address in _ADDRESS.finditer(text):
        for run in _ENCODED.finditer(text, *address.span()):
            yield from _decoded(run)


def _decoded(run: re.Match[str]) -> Iterator[Edit]:
    """Yield the characters of a run; bytes that are no UTF-8 become a blank."""
    at, data = run.start(), bytes.fromhex(run[0].replace("%", ""))
    for character in data.decode("utf-8", "replace"):
        size = 1 if character == "\ufffd" else len(character.encode())
        end = min(at + 3 * size, run.end())
        if end > at:
            yield Edit(at, end, " " if character == "\ufffd" else character)
        at = end


def unicode_escapes(text: str) -> Iterator[Edit]:
    """Yield the characters that JSON and programs write by their code, four hex digits behind ``u``."""
    if "\\u" not in text:
        return
    for match in _ESCAPE.finditer(text):
        yield Edit(*match.span(), chr(int(match[1], 16)))


def scientific_notation(text: str) -> Iterator[Edit]:
    """Yield whole numbers of 11 to 19 digits that a program has written with an exponent."""
    for match in _EXPONENT.finditer(text):
        number = Decimal(match[0])
        if number == number.to_integral_value():
            yield Edit(*match.span(), f"{number:f}".partition(".")[0])
