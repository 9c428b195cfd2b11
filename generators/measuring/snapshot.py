"""Measures a whole dataset on one day, compared with earlier days; the only maker of ``Measurements``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from generators.measuring.changes import changes_between, days_compared
from generators.measuring.closings.reckoning import closing_states
from generators.measuring.commitments import commitment_books
from generators.measuring.comparisons.columns import declared_comparisons
from generators.measuring.computing import figures_on_day, period_figures
from generators.measuring.consequences import consequence_results
from generators.measuring.deadlines import publication_deadlines
from generators.measuring.facts import facts_of
from generators.measuring.figures.cutoff import cutoff_of
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.progress import assigned_targets, progress_of
from generators.measuring.figures.values import values_of
from generators.measuring.inspections import inspection_records
from generators.measuring.ledgers import ledgers
from generators.measuring.maps import drawn_maps
from generators.measuring.once import Once
from generators.measuring.provenance import united
from generators.measuring.rankings.rankings import rank
from generators.measuring.tiers.checklists import checklists
from generators.measuring.tiers.ladders import ladder_ranks, ladder_results
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.indicator import Rollup
from generators.model.period import Period
from generators.results.changes import Span
from generators.results.closings import ClosingState
from generators.results.consequences import ConsequenceResult
from generators.results.facts import Fact, FactRequest
from generators.results.figures import Discrepancy
from generators.results.measurements import Measurements
from generators.results.rankings import SchemeRankings
from generators.results.snapshot import Snapshot
from generators.results.tiers import LadderResult


def measure(dataset: Dataset, as_of: date) -> Measurements:
    """Return the progress of every target and the value of every indicator on ``as_of``.

    A programme that declares ``observed_until`` is measured on that day at the latest. Progress is
    in the order of the programmes, their indicators, then the divisions; nothing is rounded. Nothing is
    ranked or compared with other days: that, and all that rests on it, is empty.
    Formulas: generators/formulas.md.
    """
    figures = figures_on_day(Once(dataset), as_of)
    return _measurements(
        figures, _snapshot(figures, as_of, {}), past={}, consequences={}, facts={}, closings=()
    )


def measure_whole(
    dataset: Dataset,
    as_of: date,
    requests: Iterable[FactRequest] = (),
    methods: str = "",
) -> Measurements:
    """Return everything measured on ``as_of``, with rankings, changes, consequences and requested facts.

    ``methods`` is the digest of the code, by which closed periods need not be measured again.
    """
    once = Once(dataset)
    figures = figures_on_day(once, as_of)
    now = _snapshot(figures, as_of, rank(once, as_of).schemes)
    measurements = _measurements(
        figures,
        now,
        past={span: _past(once, day) for span, day in days_compared(dataset, as_of).items()},
        consequences=consequence_results(dataset, now),
        facts=facts_of(once, as_of, requests),
        closings=closing_states(dataset, as_of, methods),
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
    """Return the snapshot of an earlier day, with no more than is compared.

    Its rankings have no intervals, its ladders no more than the standings.
    """
    figures = figures_on_day(once, day)
    return _snapshot(figures, day, rank(once, day, draws=1).schemes, ladder_ranks(figures))


def _snapshot(
    figures: Figures,
    as_of: date,
    rankings: Mapping[Address, SchemeRankings],
    ladders: Mapping[Address, LadderResult] | None = None,
) -> Snapshot:
    days = {programme: cutoff.day for programme, cutoff in figures.cutoffs.items()}
    return Snapshot(
        as_of=as_of,
        days=days,
        progress=tuple(progress_of(figures, filed) for filed in assigned_targets(figures.dataset, days)),
        values=values_of(figures),
        ledgers=ledgers(figures.once, days),
        ladder_results=ladder_results(figures) if ladders is None else ladders,
        rankings=rankings,
    )


def _measurements(
    figures: Figures,
    now: Snapshot,
    *,
    past: Mapping[Span, Snapshot],
    consequences: Mapping[Address, ConsequenceResult],
    facts: Mapping[FactRequest, Fact],
    closings: tuple[ClosingState, ...],
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
        closings=closings,
        comparisons=declared_comparisons(figures, now.values.items()),
        drawn_maps=drawn_maps(dataset, now.as_of),
    )


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
