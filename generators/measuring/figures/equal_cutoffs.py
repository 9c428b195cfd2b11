"""Finds the cutoffs between which no figure differs, so that one measuring serves for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.once import Once
from generators.model.calendar import days_after
from generators.model.grouping import grouped
from generators.model.observation import Observation


def earliest_equal(once: Once, programme: str, cutoff: Cutoff) -> Cutoff:
    """Return the cutoff on the same day at which the same is known of a programme, as early as possible.

    Reports and corrections count as at ``cutoff``, and the same reports are overdue, so that every value is
    the same. What is judged by the days themselves is not: whether a target is past its due day.
    """
    return once(_earliest_equal, programme, cutoff)


def _earliest_equal(once: Once, programme: str, cutoff: Cutoff) -> Cutoff:
    # From this day on all periods that ended by the day of measuring are overdue if they are unreported.
    grace = once.dataset.site.thresholds.report_grace_days
    settled = days_after(cutoff.day, grace if cutoff.is_closed else grace + 1)
    late = (on for end, on in once(_filings).get(programme, ()) if end <= cutoff.day and on <= cutoff.filed)
    filed = max((min(cutoff.filed, settled), *late))
    corrections = (
        correction.on
        for each in once(_corrected_reports).get(programme, ())
        if cutoff.knows(each)
        for correction in each.corrections
        if correction.on <= cutoff.corrected
    )
    return replace(cutoff, filed=filed, corrected=max((filed, *corrections)))


def _filings(once: Once) -> Mapping[str, tuple[tuple[date, date], ...]]:
    """Return by programme the last day and the day of filing of its reports, each pair once."""
    filings = {
        (address.programme, each.period.end, each.report.on)
        for (_, address), items in once.dataset.observations.items()
        for each in items
    }
    return grouped((programme, (end, on)) for programme, end, on in filings if end and on)


def _corrected_reports(once: Once) -> Mapping[str, tuple[Observation, ...]]:
    """Return by programme the reported values with corrections."""
    return grouped(
        (each.indicator.programme, each)
        for items in once.dataset.observations.values()
        for each in items
        if each.corrections
    )
