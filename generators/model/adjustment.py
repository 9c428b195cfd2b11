"""加分、扣分和一票否决: adjustments of one division's score for one period."""

from __future__ import annotations

from datetime import date

from generators.model.names import DivisionName, RuleName, SchemeAddress
from generators.model.period import PeriodField
from generators.model.record import Record
from generators.model.scalars import Disclosure, Number
from generators.model.source import Citation


class Adjustment(Record):
    """A bonus, deduction or veto applied to ``division`` for ``period``.

    ``rule`` is its id in the version of ``scheme`` (``programme/scheme``) in force for ``period``.
    ``points``, if given, replaces the points of the rule.
    """

    scheme: SchemeAddress
    division: DivisionName
    period: PeriodField
    rule: RuleName
    points: Number | None = None
    on: date
    reason: str
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.INTERNAL
