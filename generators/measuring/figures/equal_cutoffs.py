"""Finds the cutoffs between which no figure differs, so that one measuring serves for all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
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
    filed = max((min(cutoff.filed, settled), *_filings_by(once, programme, cutoff)))
    corrected = next(
        (
            on
            for on, each in once(_corrections).get(programme, ())
            if on <= cutoff.corrected and (on <= filed or cutoff.knows(each))
        ),
        filed,
    )
    return replace(cutoff, filed=filed, corrected=max(filed, corrected))


def _filings_by(once: Once, programme: str, cutoff: Cutoff) -> Iterator[date]:
    """Yield the last day of filing a report on each last day of periods, as far as they count."""
    for end, days in once(_filings).get(programme, ()):
        filed = bisect_right(days, cutoff.filed)
        if end <= cutoff.day and filed:
            yield days[filed - 1]


def _filings(once: Once) -> Mapping[str, tuple[tuple[date, tuple[date, ...]], ...]]:
    """Return by programme the last days of its reports' periods, each with the days on which they came."""
    filings = {
        (address.programme, each.period.end, each.report.on)
        for (_, address), items in once.dataset.observations.items()
        for each in items
    }
    days = grouped(((programme, end), on) for programme, end, on in filings if end and on)
    return grouped((programme, (end, tuple(sorted(ons)))) for (programme, end), ons in days.items())


def _corrections(once: Once) -> Mapping[str, tuple[tuple[date, Observation], ...]]:
    """Return by programme the days of corrections with the report that is corrected, the last one first."""
    found = [
        (correction.on, each)
        for items in once.dataset.observations.values()
        for each in items
        for correction in each.corrections
    ]
    ordered = sorted(found, key=lambda each: each[0], reverse=True)
    return grouped((each.indicator.programme, (on, each)) for on, each in ordered)
