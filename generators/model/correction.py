"""更正: a correction of a reported value; the report itself is not changed."""

from __future__ import annotations

from datetime import date

from generators.model.names import DivisionName, IndicatorAddress
from generators.model.period import PeriodField
from generators.model.record import Record
from generators.model.scalars import Amount, Choice, Disclosure


class RatioPart(Choice):
    """The part of a reported ratio that a correction replaces."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"


class Correction(Record):
    """From ``on`` the value ``new`` replaces ``old``; ``old`` must equal what was reported.

    With ``part`` both are the numerator or denominator of a ratio, else the number or flag reported.
    """

    division: DivisionName
    indicator: IndicatorAddress
    period: PeriodField
    part: RatioPart | None = None
    old: Amount
    new: Amount
    reason: str
    office: str
    on: date
    disclosure: Disclosure = Disclosure.PUBLIC
