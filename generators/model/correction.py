"""更正: a published value that changed; the old report stays as it was."""

from __future__ import annotations

from datetime import date

from generators.model.period import PeriodField
from generators.model.record import Record
from generators.model.scalars import Disclosure, Number, Slug


class Correction(Record):
    """From ``on``, the value reported as ``old`` reads ``new``; ``old`` guards against a stale correction."""

    division: Slug
    indicator: Slug
    period: PeriodField
    old: Number
    new: Number
    reason: str
    office: str
    on: date
    disclosure: Disclosure = Disclosure.PUBLIC
