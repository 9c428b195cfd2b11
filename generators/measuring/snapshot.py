"""Measures a whole dataset on one day, compared with earlier days; the only maker of ``Measurements``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from generators.measuring.changes import changes_between, days_compared
from generators.measuring.commitments import commitment_books
from generators.measuring.comparisons.columns import declared_comparisons
from generators.measuring.computing import figures_at, period_figures
from generators.measuring.consequences import consequence_results
from generators.measuring.deadlines import publication_deadlines
from generators.measuring.facts import facts_of
from generators.measuring.figures.cutoff import Cutoff, cutoff_of
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.progress import assigned_targets, progress_of
from generators.measuring.inspections import inspection_records
from generators.measuring.ledgers import ledgers
from generators.measuring.once import Once, children_on
from generators.measuring.provenance import united
from generators.measuring.rankings.rankings import rank
from generators.measuring.tiers.checklists import checklists
from generators.measuring.tiers.ladders import ladder_results
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.indicator import Rollup
from generators.model.period import Period
from generators.results.changes import Span
from generators.results.consequences import ConsequenceResult
from generators.results.facts import Fact, FactRequest
from generators.results.figures import Discrepancy, Measured, Origin, ValueState
from generators.results.measurements import Measurements
from generators.results.rankings import SchemeRankings
from generators.results.snapshot import Snapshot


def measure(dataset: Dataset, as_of: date) -> Measurements:
    """Return the progress of every target and the value of every indicator on ``as_of``.

    A programme that declares ``observed_until`` is measured on that day at the latest. Progress is
    in the order of the programmes, their indicators, then the divisions; nothing is rounded. Nothing is
    ranked or compared with other days: that, and all that rests on it, is empty.
    Formulas: generators/formulas.md.
    """
    figures = _figures_on(Once(dataset), as_of)
    return _measurements(figures, _snapshot(figures, as_of, {}), past={}, consequences={}, facts={})


def measure_whole(dataset: Dataset, as_of: date, requests: Iterable[FactRequest] = ()) -> Measurements:
    """Return everything measured on ``as_of``, with rankings, changes, consequences and requested facts."""
    once = Once(dataset)
    figures = _figures_on(once, as_of)
    now = _snapshot(figures, as_of, rank(once, as_of).schemes)
    measurements = _measurements(
        figures,
        now,
        past={span: _past(once, day) for span, day in days_compared(dataset, as_of).items()},
        consequences=consequence_results(dataset, now),
        facts=facts_of(once, as_of, requests),
    )
    once.forget()
    return measurements


def measure_period(dataset: Dataset, period: Period, closing: date, as_of: date) -> Snapshot:
    """Return what is measured for the last day of a past ``period``, from what was filed by ``closing``.

    Nothing after ``as_of`` counts, nor a report after a programme's ``observed_until``; corrections count as
    known then, for only by a correction does a period that is closed change. The rankings are of all periods
    closed by ``as_of``, without intervals. Raises ``ValueError`` for a period that is unstated.
    """
    cutoffs = {
        programme.id: cutoff_of(period, closing, as_of, programme.observed_until)
        for programme in dataset.programmes.values()
    }
    once = Once(dataset)
    figures = period_figures(once, cutoffs)
    return _snapshot(figures, as_of, rank(once, as_of, draws=1).schemes)


def _past(once: Once, day: date) -> Snapshot:
    """Return the snapshot of an earlier day; its rankings are compared only by rank and have no intervals."""
    return _snapshot(_figures_on(once, day), day, rank(once, day, draws=1).schemes)


def _figures_on(once: Once, as_of: date) -> Figures:
    cutoffs = {
        programme.id: Cutoff.until(as_of, programme.observed_until)
        for programme in once.dataset.programmes.values()
    }
    return figures_at(once, cutoffs)


def _snapshot(figures: Figures, as_of: date, rankings: Mapping[Address, SchemeRankings]) -> Snapshot:
    days = {programme: cutoff.day for programme, cutoff in figures.cutoffs.items()}
    return Snapshot(
        as_of=as_of,
        days=days,
        progress=tuple(progress_of(figures, filed) for filed in assigned_targets(figures.dataset, days)),
        values=_values(figures),
        ledgers=ledgers(figures.once, days),
        ladder_results=ladder_results(figures),
        rankings=rankings,
    )


def _measurements(
    figures: Figures,
    now: Snapshot,
    *,
    past: Mapping[Span, Snapshot],
    consequences: Mapping[Address, ConsequenceResult],
    facts: Mapping[FactRequest, Fact],
) -> Measurements:
    dataset = figures.dataset
    return Measurements(
        as_of=now.as_of,
        days=now.days,
        progress=now.progress,
        values=now.values,
        ledgers=now.ledgers,
        ladder_results=now.ladder_results,
        rankings=now.rankings,
        discrepancies=tuple(_discrepancies(figures)),
        commitment_books=commitment_books(figures.once, now.days),
        inspection_records=inspection_records(dataset, now.days, now.ledgers.values()),
        checklists=checklists(figures),
        publication_deadlines=publication_deadlines(dataset, now.as_of),
        consequence_results=consequences,
        past=past,
        changes={span: changes_between(dataset, before, now) for span, before in past.items()},
        facts=facts,
        comparisons=declared_comparisons(figures, now.values.items()),
    )


def _values(figures: Figures) -> dict[tuple[str, Address], Measured]:
    """Return the values of all indicators in every division for which they or their parts were filed.

    Unreported values, and those that only repeat another place's, are left out. A flow is of all reports.
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
                if measured.state is ValueState.UNREPORTED:
                    continue
                if measured.origin is Origin.DECLARED or not _repeats(figures, division, address):
                    values[division, address] = measured
    return values


def _repeats(figures: Figures, division: str, address: Address) -> bool:
    """Whether what is made of the values below a division above the programme's owner is of one place alone.

    Then it is the figure of that place, such as the only county of a city, and not of the division.
    """
    if not figures.dataset.is_above_owner(division, address):
        return False
    below = figures.once(children_on, figures.cutoff(address).day, division)
    known = (figures.measured(each, address).state is not ValueState.UNREPORTED for each in below)
    return sum(known) <= 1


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
                division,
                address,
                declared.value,
                rolled.value,
                rolled.coverage,
                declared.latest,
                united((declared.internal, rolled.internal)),
            )
