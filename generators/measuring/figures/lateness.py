"""Which reports came late, and which are still due, by an indicator's cadence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generators.model.calendar import days_after
from generators.model.observation import Observation
from generators.model.period import Period, periods_due
from generators.model.scalars import Cadence


def came_late(observation: Observation, grace_days: int) -> bool:
    """Whether the report was filed after its period's end plus the days of grace."""
    end, on = observation.period.end, observation.report.on
    return end is not None and on is not None and on > days_after(end, grace_days)


def _answers_for(observation: Observation, period: Period) -> bool:
    """Whether the report is of ``period``, or of a longer one and filed once ``period`` was over."""
    start, end, on = observation.period.start, observation.period.end, observation.report.on
    if start is None or end is None or period.start is None or period.end is None:
        return False
    if (start, end) == (period.start, period.end):
        return True
    return start <= period.start and period.end <= end and (on is None or on >= period.end)


def overdue_periods(
    cadence: Cadence, start: date, end: date, day: date, known: Iterable[Observation], grace_days: int
) -> tuple[Period, ...]:
    """Return the periods between ``start`` and ``end`` whose grace had run out by ``day`` unreported.

    ``known`` are the observations filed by ``day``; a longer period's report answers for those it covers.
    """
    filed = tuple(known)
    return tuple(
        period
        for period in periods_due(cadence, start, min(end, day))
        if period.end is not None
        and days_after(period.end, grace_days) < day
        and not any(_answers_for(observation, period) for observation in filed)
    )
