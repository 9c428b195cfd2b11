"""Measure a whole dataset on one day: every target's progress and every indicator's value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generators.measuring.checklists import checklists
from generators.measuring.commitments import commitment_books
from generators.measuring.computing import COMPUTERS
from generators.measuring.figures import Figures, Window, amount_of
from generators.measuring.inspections import inspection_records
from generators.measuring.lateness import came_late, overdue_periods
from generators.measuring.ledgers import ledgers
from generators.measuring.moment import Moment
from generators.measuring.pace import attainment, baseline, expected_value, gap
from generators.measuring.results import (
    Discrepancy,
    Flags,
    Measured,
    Measurements,
    Origin,
    Progress,
    Status,
    ValueState,
)
from generators.measuring.status import is_met, status_of
from generators.measuring.terms import publication_terms
from generators.measuring.tiers import ladder_results
from generators.model.dataset import Dataset
from generators.model.indicator import Indicator, IndicatorKind, Rollup
from generators.model.observation import ObservationIndex, observations_of
from generators.model.period import Period
from generators.model.target import FiledTarget, Target


def measure(dataset: Dataset, as_of: date) -> Measurements:
    """Return the progress of every target and the value of every indicator on ``as_of``.

    A programme that declares ``observed_until`` is measured on that day at the latest. Progress is
    in the order of the programmes, their indicators, then the divisions; nothing is rounded.
    Formulas: DESIGN §3 and “Measures, decided” in generators/README.md.
    """
    moments = {
        programme.id: Moment.on(min(as_of, programme.observed_until or as_of))
        for programme in dataset.programmes.values()
    }
    observations = observations_of(dataset)
    figures = figures_at(dataset, observations, moments)
    return replace(
        _measurements(figures, as_of), ladder_results=ladder_results(figures), checklists=checklists(figures)
    )


def measure_period(dataset: Dataset, period: Period, closing: date, as_of: date) -> Measurements:
    """Return the same for the last day of a past ``period``, from what was filed by ``closing``.

    Nothing after ``as_of`` counts; corrections count as known then, for only by a correction does a
    period that is closed change. Raises ``ValueError`` for a period that is unstated.
    """
    moment = moment_of(period, closing, as_of)
    moments = dict.fromkeys(dataset.programmes, moment)
    return _measurements(period_figures(dataset, observations_of(dataset), moments), as_of)


def moment_of(period: Period, closing: date, as_of: date) -> Moment:
    """Return the moment at which ``period`` is measured when it is closed on ``closing``."""
    if period.end is None:
        raise ValueError(f"{period.text} has no last day to measure on")
    return Moment(min(period.end, as_of), min(closing, as_of), as_of)


def figures_at(dataset: Dataset, observations: ObservationIndex, moments: Mapping[str, Moment]) -> Figures:
    """Return the dataset as figures at each programme's moment."""
    filed_under = _filed_under(dataset, observations, assigned_targets(dataset))
    return Figures(dataset, observations, moments, filed_under, COMPUTERS)


def period_figures(
    dataset: Dataset, observations: ObservationIndex, moments: Mapping[str, Moment]
) -> Figures:
    """Return the figures of a past moment: even who is expected to report is as it was known then."""
    known = {
        key: kept
        for key, items in observations.items()
        if (kept := tuple(each for each in items if moments[key[1].partition("/")[0]].knows(each)))
    }
    return figures_at(dataset, known, moments)


def _measurements(figures: Figures, as_of: date) -> Measurements:
    days = {programme: moment.day for programme, moment in figures.moments.items()}
    found = ledgers(figures.dataset, days)
    return Measurements(
        as_of=as_of,
        days=days,
        progress=tuple(
            progress_of(figures, filed)
            for filed in assigned_targets(figures.dataset)
            if _is_there(figures, filed)
        ),
        values=_values(figures),
        discrepancies=tuple(_discrepancies(figures)),
        observations=figures.observations,
        ledgers=found,
        inspection_records=inspection_records(figures.dataset, days, found.values()),
        commitment_books=commitment_books(figures.dataset, days),
        publication_terms=publication_terms(figures.dataset, as_of),
    )


def _is_there(figures: Figures, filed: FiledTarget) -> bool:
    """Whether a target still binds anybody: a village merged into another has none of its own."""
    day = figures.moment(filed.target.indicator).day
    return figures.dataset.divisions[filed.division].exists_on(day)


def assigned_targets(dataset: Dataset) -> Iterator[FiledTarget]:
    """Yield every target once for each division it binds, in display order."""
    ranks = {address: rank for rank, address in enumerate(dataset.indicators)}
    for filed in sorted(dataset.targets, key=lambda each: ranks[each.target.indicator]):
        level = filed.target.each
        bound = [
            below
            for below in dataset.descendants(filed.division)
            if level is not None and dataset.divisions[below].level is level
        ]
        # Where no division of that level is on record the target still stands, with its own office.
        for division in bound or (filed.division,):
            yield FiledTarget(division, filed.target)


def _filed_under(
    dataset: Dataset, observations: ObservationIndex, assigned: Iterable[FiledTarget]
) -> Mapping[str, frozenset[str]]:
    filed: dict[str, set[str]] = {}
    pairs = [*observations, *((each.division, each.target.indicator) for each in assigned)]
    for division, address in pairs:
        reached = filed.setdefault(address, set())
        current: str | None = division
        while current is not None and current not in reached:
            reached.add(current)
            current = dataset.divisions[current].within
    return {address: frozenset(divisions) for address, divisions in filed.items()}


def progress_of(figures: Figures, filed: FiledTarget) -> Progress:
    """Return the progress of one target at its programme's moment."""
    dataset, target = figures.dataset, filed.target
    indicator = dataset.indicators[target.indicator]
    day = figures.moment(target.indicator).day
    measured = figures.measured(filed.division, target.indicator, Window(target.start, target.due))
    base = baseline(target, indicator)
    expected = expected_value(target, base, day) if day >= target.start else None
    share = points_gap = None
    if isinstance(measured.value, Decimal) and isinstance(target.value, Decimal):
        share = attainment(measured.value, target.value, base)
        points_gap = gap(measured.value, target.value, base, expected)
    tolerance = dataset.site.thresholds.behind_tolerance
    status = status_of(target, indicator, measured, points_gap, day, tolerance)
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
        flags=_flags(figures, filed, indicator, measured, status),
    )


def _flags(
    figures: Figures,
    filed: FiledTarget,
    indicator: Indicator,
    measured: Measured,
    status: Status,
) -> Flags:
    moment = figures.moment(filed.target.indicator)
    grace = figures.dataset.site.thresholds.report_grace_days
    is_due = indicator.cadence is not None and measured.origin is Origin.DECLARED
    latest = measured.latest if is_due else None
    return Flags(
        late_report=latest is not None and came_late(latest, grace),
        overdue_periods=_overdue(figures, filed, indicator, measured, moment),
        late_achievement=status is Status.ACHIEVED
        and _achieved_late(measured, filed.target, indicator, moment.corrected),
        corrected=measured.corrected,
    )


def _overdue(
    figures: Figures, filed: FiledTarget, indicator: Indicator, measured: Measured, moment: Moment
) -> tuple[Period, ...]:
    if (
        indicator.cadence is None
        or measured.origin is not Origin.DECLARED
        or measured.state is ValueState.NOT_APPLICABLE
    ):
        return ()
    programme = figures.dataset.programmes[filed.target.indicator.partition("/")[0]]
    begins = programme.period.start if programme.period is not None else filed.target.start
    known = [
        observation
        for observation in figures.observations.get((filed.division, filed.target.indicator), ())
        if moment.knows(observation)
    ]
    return overdue_periods(
        indicator.cadence,
        max(begins, filed.target.start),
        filed.target.due,
        moment.filed,
        known,
        figures.dataset.site.thresholds.report_grace_days,
    )


def _achieved_late(measured: Measured, target: Target, indicator: Indicator, day: date) -> bool:
    """Whether the division's own reports up to the due date had not met the target yet."""
    if measured.origin is not Origin.DECLARED or indicator.kind is IndicatorKind.FLOW:
        return False
    in_time = [
        each for each in measured.observations if each.period.end is None or each.period.end <= target.due
    ]
    if len(in_time) == len(measured.observations):
        return False
    amount = amount_of(in_time[-1], indicator, day) if in_time else None
    return amount is None or not is_met(amount, in_time[-1].value.qualifier, target.value, indicator.goal)


def _values(figures: Figures) -> dict[tuple[str, str], Measured]:
    """Measure every indicator wherever it, or a part of it, was filed; flows over all that is known."""
    values: dict[tuple[str, str], Measured] = {}
    dataset = figures.dataset
    for address, indicator in dataset.indicators.items():
        programme = address.partition("/")[0]
        needed = [address]
        if indicator.derived is not None:
            needed += [
                f"{programme}/{part}" for part in (indicator.derived.numerator, indicator.derived.denominator)
            ]
        if indicator.where is not None:
            needed.append(f"{programme}/{indicator.where.indicator}")
        divisions = frozenset[str]().union(*(figures.filed_under.get(name, ()) for name in needed))
        if indicator.computed is not None:
            owner = dataset.programmes[programme].owner
            divisions |= {owner, *dataset.descendants(owner)}
        for division in dataset.divisions:
            if division in divisions:
                measured = figures.measured(division, address)
                if measured.state is not ValueState.UNREPORTED:
                    values[division, address] = measured
    return values


def _discrepancies(figures: Figures) -> Iterator[Discrepancy]:
    for division, address in figures.observations:
        indicator = figures.dataset.indicators[address]
        if indicator.rollup is Rollup.NONE:
            continue
        declared = figures.declared(division, address)
        rolled = figures.rolled_up(division, address)
        if (
            isinstance(declared.value, Decimal)
            and isinstance(rolled.value, Decimal)
            and rolled.coverage is not None
            and declared.latest is not None
            and declared.value != rolled.value
        ):
            yield Discrepancy(
                division, address, declared.value, rolled.value, rolled.coverage, declared.latest
            )
