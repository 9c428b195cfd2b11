"""报送: reports of one division for one period; append-only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generators.model.names import IndicatorAddress
from generators.model.period import PeriodField
from generators.model.record import Record
from generators.model.scalars import Amount, Disclosure, Number, Qualifier
from generators.model.source import Citation


class Value(Record):
    """One reported value: a number or flag, the parts of a ratio, or the reason why it does not apply.

    ``measure`` is optional and must equal the indicator's. ``at`` is the place in the report's
    document where it differs from that of the report. ``confirmed`` is why the value is right in spite of a
    warning that it is implausible; it is not published.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [name]} for name in ("value", "numerator", "not_applicable")],
            "dependentRequired": {"denominator": ["numerator"]},
        }
    )

    value: Amount | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    not_applicable: str | None = None
    qualifier: Qualifier | None = None
    measure: str | None = None
    at: str | None = None
    note: str = ""
    confirmed: str | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _say_one_thing(self) -> Value:
        forms = (self.value is not None, self.numerator is not None, self.not_applicable is not None)
        if sum(forms) != 1 or (self.denominator is not None and self.numerator is None):
            raise PydanticCustomError("E208", "value、numerator、not_applicable 须写且只写一种", {})
        return self


def _short_form(value: object) -> object:
    """``5`` and ``true`` are short for ``{value: 5}`` and ``{value: true}``."""
    return value if isinstance(value, (dict, Value)) else {"value": value}


class Report(Record):
    """The values of one division for one period, reported on one day (``on``) from one document."""

    period: PeriodField
    on: date | None = None
    source: Citation | None = None
    values: dict[
        IndicatorAddress,
        Annotated[Value, BeforeValidator(_short_form, json_schema_input_type=Amount | Value)],
    ] = Field(min_length=1)
    note: str = ""
    disclosure: Disclosure = Disclosure.PUBLIC


@dataclass(frozen=True, slots=True)
class FiledReport:
    """A report with the id of the division that filed it."""

    division: str
    report: Report
