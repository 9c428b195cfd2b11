"""目标: a value to reach by a date, for one division or for each of a level below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import Field

from generators.model.division import Level
from generators.model.indicator import Goal
from generators.model.names import IndicatorAddress
from generators.model.period import Period
from generators.model.record import Record
from generators.model.scalars import Amount, Disclosure, KeyDate, Number, Qualifier
from generators.model.source import Citation


class Target(Record):
    """A target of a division for an indicator.

    ``each`` sets the same target for every division of that level below. ``milestones`` give the
    expected value on dates between ``from`` and ``by``. ``deadline`` is the wording of the document
    where that is vaguer than a date (3年左右).
    """

    indicator: IndicatorAddress
    value: Amount
    start: date = Field(alias="from")
    due: date = Field(alias="by")
    qualifier: Qualifier | None = None
    measure: str | None = None
    baseline: Number | None = None
    milestones: dict[KeyDate, Number] = Field(default_factory=dict)
    each: Level | None = None
    deadline: str = ""
    note: str = ""
    source: Citation | None = None
    disclosure: Disclosure = Disclosure.PUBLIC

    def is_in_force(self, start: date, end: date) -> bool:
        """Whether the target has begun by ``end`` and is not due before ``start``."""
        return self.start <= end and self.due >= start

    @property
    def precedence(self) -> tuple[bool, date, Amount]:
        """Order targets due on the same day: a division's own before one for each of its level.

        Of several of the same kind the one that begins first comes first, then the smaller value, so that
        the order of files decides nothing.
        """
        return (self.each is not None, self.start, self.value)


def is_allowance(value: Amount, goal: Goal, base: Decimal | None) -> bool:
    """Whether a target is a 控制数: at most a ``value`` above ``base``, from which it starts."""
    if base is None or isinstance(value, bool):
        return False
    return goal is Goal.AT_MOST and value > base


def target_in_force(targets: Iterable[Target], period: Period) -> Target | None:
    """Return the target that counts in ``period``: of those in force the one due first.

    ``None`` where there is none, or the period is unstated.
    """
    start, end = period.start, period.end
    if start is None or end is None:
        return None
    in_force = (each for each in targets if each.is_in_force(start, end))
    return min(in_force, key=lambda each: (each.due, each.precedence), default=None)


def passed_targets(targets: Iterable[Target], period: Period) -> tuple[Target, ...]:
    """Return the targets due before ``period`` that nothing has replaced by its end, the first due first.

    A target is replaced by another of the same division and indicator that begins after it was due. Whether
    the target was met is not asked here. Empty if the period is unstated.
    """
    start, end = period.start, period.end
    if start is None or end is None:
        return ()
    begun = [each for each in targets if each.start <= end]
    passed = (
        each for each in begun if each.due < start and not any(later.start > each.due for later in begun)
    )
    return tuple(sorted(passed, key=lambda each: (each.due, each.precedence)))


def last_due(targets: Iterable[Target]) -> Target | None:
    """Return the target that is due last, ``None`` where there is none."""
    return min(targets, key=lambda each: (-each.due.toordinal(), each.precedence), default=None)


@dataclass(frozen=True, slots=True)
class FiledTarget:
    """A target with the id of the division that filed it."""

    division: str
    target: Target
