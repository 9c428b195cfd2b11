"""加分、扣分和一票否决: one application of a scheme's rule to one division for one period."""

from __future__ import annotations

from datetime import date

from generators.model.period import PeriodField
from generators.model.record import Record
from generators.model.scalars import Disclosure, Number, Slug
from generators.model.source import Citation


class Adjustment(Record):
    """``rule`` is a bonus, a deduction or a veto of the scheme's version in force for ``period``.

    ``points`` is written where this case is worth something else than the rule says.
    """

    scheme: Slug
    division: Slug
    period: PeriodField
    rule: Slug
    points: Number | None = None
    on: date
    reason: str
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.INTERNAL
