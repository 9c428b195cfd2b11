"""Finds late and overdue reports by the cadence of an indicator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.once import Once
from generators.model.calendar import days_after
from generators.model.indicator import Indicator
from generators.model.observation import Observation
from generators.model.period import Period, cadence_of, periods_due
from generators.model.scalars import Cadence


def came_late(observation: Observation, grace_days: int) -> bool:
    """Whether the report was filed more than ``grace_days`` after the end of its period."""
    end, on = observation.period.end, observation.report.on
    return end is not None and on is not None and on > days_after(end, grace_days)


def covered_until(
    latest: Observation, cadence: Cadence | None, cutoff: Cutoff, grace_days: int
) -> date | None:
    """Return the last day that reports cover, of which ``latest`` is the last, or should cover by now.

    Not reporting does not stop the clock: it is no earlier than the end of the last period whose report is
    overdue. Without a ``cadence`` of the indicator, that of the period reported is expected to go on.
    ``None`` if nothing says which day is covered, or when the next report is due.
    """
    covered = latest.covers_until
    if covered is None:
        return None
    expected = cadence
    if expected is None and latest.period.end is not None and latest.period.end <= cutoff.day:
        expected = cadence_of(latest.period)
    if expected is None:
        return None
    return min(cutoff.day, max(covered, cutoff.last_overdue(expected, grace_days)))


def is_stale(latest: Observation, indicator: Indicator, cutoff: Cutoff, grace_days: int) -> bool:
    """Whether a level or ratio last reported by ``latest`` is older than it may be.

    Its age is counted from the last day that the report covers. It may be ``stale_after_days``; without that
    no report of the indicator's cadence may be overdue.
    """
    covered = latest.covers_until
    if not indicator.kind.can_be_stale or covered is None:
        return False
    if indicator.stale_after_days is not None:
        return (cutoff.day - covered).days > indicator.stale_after_days
    return indicator.cadence is not None and covered < cutoff.last_overdue(indicator.cadence, grace_days)


def _covers(observation: Observation, period: Period) -> bool:
    """Whether the report is for a longer period than ``period``, and was filed after its end."""
    start, end, on = observation.period.start, observation.period.end, observation.report.on
    if start is None or end is None or period.start is None or period.end is None:
        return False
    return start <= period.start and period.end <= end and (on is None or on >= period.end)


def periods_over(once: Once, cadence: Cadence, start: date, end: date, day: date) -> tuple[Period, ...]:
    """Return the periods between ``start`` and ``end`` whose grace ended before ``day``."""
    grace_days = once.dataset.site.thresholds.report_grace_days
    return tuple(
        period
        for period in periods_due(cadence, start, min(end, day))
        if period.end is not None and days_after(period.end, grace_days) < day
    )


def unreported(periods: Iterable[Period], known: Sequence[Observation]) -> tuple[Period, ...]:
    """Return those of the ``periods`` that none of the ``known`` reports covers.

    A report for a longer period covers those within it.
    """
    spans = {(each.period.start, each.period.end) for each in known}
    return tuple(
        period
        for period in periods
        if (period.start, period.end) not in spans and not any(_covers(each, period) for each in known)
    )
