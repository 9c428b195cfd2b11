"""Measures the progress of targets: value, attainment, pace, status and flags of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from generators.measuring.figures.awaited import may_still_grow, overdue_periods
from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.forecast import forecast_of
from generators.measuring.figures.lateness import came_late
from generators.measuring.figures.pace import attainment, baseline, expected_value, gap, is_beyond
from generators.measuring.figures.status import is_met, rests_on_part, status_of
from generators.measuring.figures.window import Window
from generators.model.address import Address
from generators.model.changing import changed
from generators.model.dataset import Dataset
from generators.model.indicator import Indicator
from generators.model.target import FiledTarget, Target
from generators.results.figures import Flags, Measured, Origin, Progress, Status


def assigned_targets(dataset: Dataset, days: Mapping[str, date] | None = None) -> Iterator[FiledTarget]:
    """Yield every target once for each division that it ever binds, in the order of the indicators.

    With ``days``, by programme, only for those that it binds on the day of its programme: a division that has
    ended has no targets of its own, and one that was moved has those of where it lies.
    """
    ranks = {address: rank for rank, address in enumerate(dataset.indicators)}
    for filed in sorted(dataset.targets, key=lambda each: ranks[each.target.indicator]):
        day = days[filed.target.indicator.programme] if days is not None else None
        for division in dataset.bound_by(filed):
            if day is None or dataset.binds_on(day, filed, division):
                yield FiledTarget(division, filed.target)


def progress_of(figures: Figures, filed: FiledTarget) -> Progress:
    """Return the progress of one target at its programme's cutoff, judged on the last day that is covered."""
    dataset, target = figures.dataset, filed.target
    indicator = dataset.indicators[target.indicator]
    window = _window_of(target)
    measured = figures.measured(filed.division, target.indicator, window)
    cutoff = figures.cutoff(target.indicator)
    if measured.until and cutoff.day > target.due and not _has_cadence(dataset, target.indicator):
        # Nothing says that a report on the last days is still to come.
        measured = changed(measured, until=None)
    day = cutoff.judging(measured.until, target.start).day
    base = baseline(target, indicator)
    expected = expected_value(target, base, day) if day >= target.start else None
    share = points_gap = None
    beyond = False
    if isinstance(measured.value, Decimal) and isinstance(target.value, Decimal):
        share = attainment(measured.value, target.value, base, indicator.goal)
        points_gap = gap(measured.value, target.value, base, expected, indicator.goal)
        beyond = is_beyond(measured.value, target.value, base, indicator.goal)
    tolerance = dataset.site.thresholds.behind_tolerance
    status = status_of(target, indicator, measured, points_gap, cutoff, tolerance)
    if status is Status.ACHIEVED and may_still_grow(
        figures, filed.division, target.indicator, measured, window
    ):
        status = Status.INCOMPUTABLE
    return Progress(
        division=filed.division,
        indicator=target.indicator,
        target=target,
        day=day,
        measured=measured,
        baseline=base,
        expected=expected,
        attainment=share,
        gap=points_gap,
        status=status,
        flags=_flags(figures, filed, indicator, measured, status, beyond=beyond),
        forecast=forecast_of(target, indicator, measured.value, base, status, day),
    )


def _window_of(target: Target) -> Window:
    return Window(target.start, target.due)


def _has_cadence(dataset: Dataset, address: Address) -> bool:
    """Whether an indicator, or one that it is derived from or counts, states how often it is reported."""
    where = dataset.indicators[address].where
    named = dataset.rests_on(address)
    if where is not None:
        named |= dataset.rests_on(address.sibling(where.indicator))
    return any(dataset.indicators[each].cadence is not None for each in named)


def _flags(
    figures: Figures,
    filed: FiledTarget,
    indicator: Indicator,
    measured: Measured,
    status: Status,
    *,
    beyond: bool,
) -> Flags:
    cutoff = figures.cutoff(filed.target.indicator)
    grace = figures.dataset.site.thresholds.report_grace_days
    is_due = indicator.cadence is not None and measured.origin is Origin.DECLARED
    latest = measured.latest if is_due else None
    return Flags(
        stale=measured.is_stale,
        late_report=latest is not None and came_late(latest, grace),
        overdue_periods=overdue_periods(
            figures, filed.division, filed.target.indicator, measured, _window_of(filed.target)
        ),
        late_achievement=status is Status.ACHIEVED and _achieved_late(figures, filed, indicator, cutoff),
        beyond=beyond,
        corrected=measured.corrected,
    )


def _achieved_late(figures: Figures, filed: FiledTarget, indicator: Indicator, cutoff: Cutoff) -> bool:
    """Whether the target was not met yet by what is now known of its due day."""
    target = filed.target
    if cutoff.day <= target.due or indicator.kind.is_summed:
        return False
    then = figures.at(target.indicator.programme, changed(cutoff, day=target.due))
    measured = then.measured(filed.division, target.indicator, _window_of(target))
    return (
        measured.value is None
        or rests_on_part(measured, indicator)
        or not is_met(measured.value, measured.qualifier, target.value, indicator.goal)
    )
