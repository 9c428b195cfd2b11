"""The canonical form of data: one text for equal content, of which anybody can compute the same digest.

It is JSON as RFC 8785 writes it: keys in order, no spaces, no escapes that are not needed, UTF-8. There are
no numbers in it: a number is text without exponent or trailing zeros, so that 1.50 and 1.5 are the same.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from typing import Final, TypeAlias

from generators.model.period import Period
from generators.model.record import Record

Plain: TypeAlias = "str | bool | list[Plain] | dict[str, Plain] | None"
"""What the canonical form can hold."""

ASIDE: Final = frozenset({"at", "confirmed", "disclosure", "note", "release", "source"})
"""Fields that say where something stands, how it is explained and who may see it, and decide no figure."""


def canonical(value: object) -> str:
    """Return the canonical text of plain data: texts, truth values, ``None``, lists and mappings of these."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256_of(text: str) -> str:
    """Return the digest (SHA-256, hexadecimal) of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


def number_text(value: Decimal) -> str:
    """Return a number in digits, without exponent or trailing zeros after the point; zero has no sign."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def plain(value: object) -> Plain:
    """Return a record, or a value of one of its fields, as plain data without the fields named in ``ASIDE``.

    Fields that have their default value are left out, so that writing them makes no difference. Raises
    ``TypeError`` for a type that no record holds.
    """
    match value:
        case None | bool():
            return value
        case Record():
            return _plain_record(value)
        case Mapping():
            return {_text(key): plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, Period):
            names = (each.name for each in dataclasses.fields(value))
            return {name: plain(getattr(value, name)) for name in names if name not in ASIDE}
        case _:
            return _text(value)


def _text(value: object) -> str:
    match value:
        case Enum():
            return str(value.value)
        case Decimal():
            return number_text(value)
        case str() | int() | Fraction():
            return str(value)
        case date():
            return value.isoformat()
        case Period():
            return value.text
    raise TypeError(f"{type(value)!r} has no canonical form")


def _plain_record(record: Record) -> dict[str, Plain]:
    return {
        field.alias or name: plain(value)
        for name, field in type(record).model_fields.items()
        if name not in ASIDE
        and (value := getattr(record, name)) != field.get_default(call_default_factory=True)
    }
