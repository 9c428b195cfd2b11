"""Field types shared by several records: numbers, slugs, qualifiers, disclosure."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    PlainValidator,
    Strict,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generators.model.calendar import FIRST_YEAR, LAST_YEAR
from generators.model.shared_numbers import whole_number

Item = TypeVar("Item")

TupleOf = Annotated[tuple[Item, ...], Strict(strict=False)]
"""A list in YAML, a tuple in the record; the items stay strict."""


class Choice(StrEnum):
    """An enumeration whose members are validated from their text, even in strict mode."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return a schema that accepts the text of a member, and nothing else."""
        return core_schema.enum_schema(cls, list(cls), sub_type="str", strict=False)


_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLUGS: Final = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*")


def _exact_number(value: object) -> object:
    """Return an integer as a ``Decimal``; leave floats and booleans to be rejected."""
    if isinstance(value, int) and not isinstance(value, bool):
        return whole_number(value)
    return value


def _number_or_flag(value: object) -> object:
    exact = _exact_number(value)
    if isinstance(exact, (bool, Decimal)):
        return exact
    raise PydanticCustomError("E203", "应为数字或 true/false", {})


def _refuse_non_slug(value: str) -> str:
    if not _SLUGS.fullmatch(value):
        hint = "；几项之间用英文逗号" if "，" in value or "、" in value else ""
        raise PydanticCustomError("E205", "“{value}”不是合法标识{hint}", {"value": value, "hint": hint})
    return value


def _date_from_key(value: object) -> object:
    """Return the date of an ISO text: keys of mappings are always text. Raises E107 for other text."""
    if not isinstance(value, str):
        return value
    try:
        # date.fromisoformat alone would accept 20170630 and 2017-W26-5 as well.
        if _DATE.fullmatch(value):
            found = date.fromisoformat(value)
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                return found
    except ValueError:
        pass
    raise PydanticCustomError("E107", "“{value}”不是存在的日期", {"value": value})


Number = Annotated[Decimal, BeforeValidator(_exact_number)]
"""An exact number; integers are converted, floats are rejected."""

Amount = Annotated[
    bool | Decimal, PlainValidator(_number_or_flag), WithJsonSchema({"type": ["number", "boolean"]})
]
"""The value of a target or report: an exact number, or a boolean for a flag."""

Slug = Annotated[
    str,
    AfterValidator(_refuse_non_slug),
    WithJsonSchema({"type": "string", "pattern": f"^{_SLUGS.pattern}$"}),
]
"""An identifier: lower-case ASCII letters, digits and hyphens; ``/`` joins levels."""

NonEmptyStr = Annotated[str, Field(min_length=1)]
"""Text of at least one character."""

KeyDate = Annotated[date, BeforeValidator(_date_from_key)]
"""A date used as the key of a mapping."""


class Qualifier(Choice):
    """The qualifier of an inexact number: 余/多, 以上, 以内, 近, 约."""

    OVER = "over"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    NEARLY = "nearly"
    ABOUT = "about"


class Disclosure(Choice):
    """Whether an item is public or internal."""

    PUBLIC = "public"
    INTERNAL = "internal"


class Cadence(Choice):
    """The length of a reporting or scoring period."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
