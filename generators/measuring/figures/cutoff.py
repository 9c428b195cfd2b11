"""The cutoff at which values are measured: the day, and until when reports and corrections count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from generators.model.observation import Observation
from generators.model.period import Period


@dataclass(frozen=True, slots=True)
class Cutoff:
    """Values are those on ``day``, from reports filed by ``filed`` and corrections made by ``corrected``.

    ``corrected`` is the day on which the values are asked for: nothing later is known.
    """

    day: date
    filed: date
    corrected: date

    @classmethod
    def on(cls, day: date) -> Self:
        """Return the cutoff on ``day`` that counts no later reports or corrections."""
        return cls(day, day, day)

    def is_past(self, due: date) -> bool:
        """Whether values are those of a day after ``due``, or of all of ``due``, which is over."""
        return self.day > due or (self.day == due and self.corrected > due)

    def knows(self, observation: Observation) -> bool:
        """Whether a report counts at this cutoff.

        A report on a period that ended by ``day`` counts if it was filed by ``filed``. A report on a running
        or unstated period may include later days, so it must have been filed by ``day``. A report without
        a date counts if its period ended by ``day`` or is unstated.
        """
        start, end, on = observation.period.start, observation.period.end, observation.report.on
        if on is None:
            return end is None or end <= self.day
        if end is not None and end <= self.day:
            return on <= self.filed
        return on <= self.day and (start is None or start <= self.day)


def cutoff_of(period: Period, closing: date, as_of: date) -> Cutoff:
    """Return the cutoff of ``period`` if it is closed on ``closing``; nothing after ``as_of`` counts.

    Raises ``ValueError`` if the period is unstated.
    """
    if period.end is None:
        raise ValueError(f"{period.text} has no last day to measure on")
    return Cutoff(min(period.end, as_of), min(closing, as_of), as_of)
