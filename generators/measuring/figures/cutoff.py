"""When a value is taken: the day it speaks of, and how long one waited for what was filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from generators.model.observation import Observation
from generators.model.period import Period


@dataclass(frozen=True, slots=True)
class Cutoff:
    """Values are those of ``day``, from what was filed by ``filed`` and corrected by ``corrected``."""

    day: date
    filed: date
    corrected: date

    @classmethod
    def on(cls, day: date) -> Self:
        """Return the cutoff at which no later report or correction is waited for."""
        return cls(day, day, day)

    def knows(self, observation: Observation) -> bool:
        """Whether a report counts at this cutoff.

        One on a period that has ended by ``day`` counts when it came in by ``filed``. One on a
        running or unstated period, which may speak of later days, must have come in by ``day``.
        Without a report date the period must have ended, or be unstated.
        """
        start, end, on = observation.period.start, observation.period.end, observation.report.on
        if on is None:
            return end is None or end <= self.day
        if end is not None and end <= self.day:
            return on <= self.filed
        return on <= self.day and (start is None or start <= self.day)


def cutoff_of(period: Period, closing: date, as_of: date) -> Cutoff:
    """Return the cutoff at which ``period`` is measured when it is closed on ``closing``."""
    if period.end is None:
        raise ValueError(f"{period.text} has no last day to measure on")
    return Cutoff(min(period.end, as_of), min(closing, as_of), as_of)
