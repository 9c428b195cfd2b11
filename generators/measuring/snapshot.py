"""Measure a whole dataset on one day; the only maker of ``Measurements``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generators.measuring.commitments import commitment_books
from generators.measuring.computing import figures_at, period_figures
from generators.measuring.deadlines import publication_deadlines
from generators.measuring.figures.cutoff import Cutoff, cutoff_of
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.progress import assigned_targets, progress_of
from generators.measuring.inspections import inspection_records
from generators.measuring.ledgers import ledgers
from generators.measuring.tiers.checklists import checklists
from generators.measuring.tiers.ladders import ladder_results
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.indicator import Rollup
from generators.model.period import Period
from generators.model.target import FiledTarget
from generators.results.figures import Discrepancy, Measured, ValueState
from generators.results.measurements import Measurements


def measure(dataset: Dataset, as_of: date) -> Measurements:
    """Return the progress of every target and the value of every indicator on ``as_of``.

    A programme that declares ``observed_until`` is measured on that day at the latest. Progress is
    in the order of the programmes, their indicators, then the divisions; nothing is rounded.
    Formulas: generators/formulas.md.
    """
    cutoffs = {
        programme.id: Cutoff.on(min(as_of, programme.observed_until or as_of))
        for programme in dataset.programmes.values()
    }
    figures = figures_at(dataset, dataset.observations, cutoffs)
    return replace(
        _measurements(figures, as_of), ladder_results=ladder_results(figures), checklists=checklists(figures)
    )


def measure_period(dataset: Dataset, period: Period, closing: date, as_of: date) -> Measurements:
    """Return the same for the last day of a past ``period``, from what was filed by ``closing``.

    Nothing after ``as_of`` counts; corrections count as known then, for only by a correction does a
    period that is closed change. Raises ``ValueError`` for a period that is unstated.
    """
    cutoff = cutoff_of(period, closing, as_of)
    cutoffs = dict.fromkeys(dataset.programmes, cutoff)
    return _measurements(period_figures(dataset, dataset.observations, cutoffs), as_of)


def _measurements(figures: Figures, as_of: date) -> Measurements:
    days = {programme: cutoff.day for programme, cutoff in figures.cutoffs.items()}
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
        ledgers=found,
        inspection_records=inspection_records(figures.dataset, days, found.values()),
        commitment_books=commitment_books(figures.dataset, days),
        publication_deadlines=publication_deadlines(figures.dataset, as_of),
    )


def _is_there(figures: Figures, filed: FiledTarget) -> bool:
    """Whether the target's division exists on the day: a merged village has no targets of its own."""
    day = figures.cutoff(filed.target.indicator).day
    return figures.dataset.divisions[filed.division].exists_on(day)


def _values(figures: Figures) -> dict[tuple[str, Address], Measured]:
    """Return the values of all indicators in every division for which they or their parts were filed.

    Unreported values are left out. Flows are summed over all known reports.
    """
    values: dict[tuple[str, Address], Measured] = {}
    dataset = figures.dataset
    for address, indicator in dataset.indicators.items():
        programme = address.programme
        needed = [address]
        if indicator.derived is not None:
            needed += [
                address.sibling(part) for part in (indicator.derived.numerator, indicator.derived.denominator)
            ]
        if indicator.where is not None:
            needed.append(address.sibling(indicator.where.indicator))
        divisions = frozenset[str]().union(*(figures.filed_under.get(name, ()) for name in needed))
        if indicator.computed is not None:
            divisions |= {*dataset.within(dataset.programmes[programme].owner)}
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
