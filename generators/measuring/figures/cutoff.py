"""The cutoff at which values are measured: the day, and until when reports and corrections count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from generators.model.calendar import days_before
from generators.model.changing import changed
from generators.model.observation import Observation
from generators.model.period import Period, last_end
from generators.model.scalars import Cadence


@dataclass(frozen=True, slots=True)
class Cutoff:
    """Values are those on ``day``, from reports filed by ``filed`` and corrections made by ``corrected``.

    ``corrected`` is the day on which the values are asked for: nothing later is known. If ``is_closed``, no
    more reports are accepted after ``filed``.
    """

    day: date
    filed: date
    corrected: date
    is_closed: bool = False

    @classmethod
    def on(cls, day: date) -> Self:
        """Return the cutoff on ``day`` that counts no later reports or corrections."""
        return cls(day, day, day)

    @classmethod
    def until(cls, as_of: date, observed_until: date | None) -> Self:
        """Return the cutoff on ``as_of``, or on the last day that the data cover if that is earlier.

        Corrections made by ``as_of`` count in any case.
        """
        day = min(as_of, observed_until or as_of)
        return cls(day, day, as_of)

    def judging(self, until: date | None, start: date) -> Self:
        """Return the cutoff on the day on which a target that begins on ``start`` is judged.

        That is the last day that the value covers or should cover, ``until``, but not before ``start``.
        """
        if until is None or self.day < start:
            return self
        day = min(self.day, max(until, start))
        return self if day == self.day else changed(self, day=day)

    def is_past(self, due: date) -> bool:
        """Whether values are those of a day after ``due``, or of all of ``due``, which is over."""
        return self.day > due or (self.day == due and self.corrected > due)

    def last_overdue(self, cadence: Cadence, grace_days: int) -> date:
        """Return the end of the last period of ``cadence`` whose report is overdue if it has not come in."""
        accepted = self.filed if self.is_closed else days_before(self.filed, 1)
        return last_end(cadence, min(self.day, days_before(accepted, grace_days)))

    def knows(self, observation: Observation) -> bool:
        """Whether a report counts at this cutoff.

        A report on a period that ended by ``day`` counts if it was filed by ``filed``. A report on a running
        or unstated period may include later days, so it must have been filed by ``day``. A report without
        a date counts if its period ended by ``day`` or is unstated.
        """
        report = observation.report
        period, on = report.period, report.on
        start, end = period.start, period.end
        if on is None:
            return end is None or end <= self.day
        if end is not None and end <= self.day:
            return on <= self.filed
        return on <= self.day and (start is None or start <= self.day)


def cutoff_of(period: Period, closing: date, as_of: date, observed_until: date | None = None) -> Cutoff:
    """Return the cutoff of ``period`` if it is closed on ``closing``; nothing after ``as_of`` counts.

    Nor do reports after ``observed_until``, but corrections do.

    Raises ``ValueError`` if the period is unstated.
    """
    if period.end is None:
        raise ValueError(f"{period.text} has no last day to measure on")
    known = min(as_of, observed_until or as_of)
    return Cutoff(min(period.end, known), min(closing, known), as_of, is_closed=closing <= known)
