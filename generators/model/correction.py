"""更正: a correction of a reported value; the report itself is not changed."""

from __future__ import annotations

from datetime import date

from generators.model.names import DivisionName, IndicatorAddress
from generators.model.period import PeriodField
from generators.model.record import Record
from generators.model.scalars import Disclosure, Number


class Correction(Record):
    """From ``on`` the value ``new`` replaces ``old``; ``old`` must equal what was reported."""

    division: DivisionName
    indicator: IndicatorAddress
    period: PeriodField
    old: Number
    new: Number
    reason: str
    office: str
    on: date
    disclosure: Disclosure = Disclosure.PUBLIC
