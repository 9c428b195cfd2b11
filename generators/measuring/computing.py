"""Makes figures of a dataset at given cutoffs, and dispatches computed indicators to their functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import assert_never

from generators.measuring.commitments import share_of_commitments
from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.derived import derived_value
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.progress import assigned_targets
from generators.measuring.figures.window import Window
from generators.measuring.inspections import inspected_figure
from generators.measuring.ledgers import share_of_problems
from generators.measuring.once import Once, upwards_ever
from generators.measuring.tiers.populations import population_share
from generators.model.address import Address
from generators.model.computed import (
    CommitmentShare,
    Computed,
    InspectionFigure,
    PopulationShare,
    ProblemShare,
)
from generators.model.grouping import grouped
from generators.model.observation import Observation, ObservationIndex
from generators.results.figures import Measured


def computed_value(
    figures: Figures, division: str, address: Address, computed: Computed, window: Window | None
) -> Measured:
    """Return the value that ``computed`` gives the indicator at ``address`` in ``division``.

    ``window`` limits the visits that an inspection figure counts; the other kinds ignore it.
    """
    match computed:
        case PopulationShare():
            return population_share(figures, division, address, computed)
        case ProblemShare():
            return share_of_problems(figures, division, address, computed)
        case CommitmentShare():
            return share_of_commitments(figures, division, address, computed)
        case InspectionFigure():
            return inspected_figure(figures, division, address, computed, window)
        case never:
            assert_never(never)


def figures_at(once: Once, cutoffs: Mapping[str, Cutoff]) -> Figures:
    """Return the figures at each programme's cutoff, given by the programme's id."""
    return replace(once(_figures_of_all), cutoffs=cutoffs)


def figures_on_day(once: Once, as_of: date) -> Figures:
    """Return the figures on ``as_of``, or for a programme on the last day that its data cover."""
    programmes = once.dataset.programmes.values()
    return figures_at(once, {each.id: Cutoff.until(as_of, each.observed_until) for each in programmes})


def period_figures(once: Once, cutoffs: Mapping[str, Cutoff]) -> Figures:
    """Return the figures of the programmes in ``cutoffs``, from the observations known then alone.

    The divisions expected to report then follow from these observations as well.
    """
    known = {
        key: kept
        for programme, cutoff in cutoffs.items()
        for key, items in once(_observations_by_programme).get(programme, ())
        if (kept := tuple(filter(cutoff.knows, items)))
    }
    filed_under = _filed_under(once, known)
    return Figures(once, known, cutoffs, filed_under, computed_value, derived_value)


def _observations_by_programme(
    once: Once,
) -> Mapping[str, tuple[tuple[tuple[str, Address], tuple[Observation, ...]], ...]]:
    return grouped((item[0][1].programme, item) for item in once.dataset.observations.items())


def _figures_of_all(once: Once) -> Figures:
    """Return the figures of all observations, without cutoffs."""
    observations = once.dataset.observations
    filed_under = _filed_under(once, observations)
    return Figures(once, observations, {}, filed_under, computed_value, derived_value)


def _filed_under(once: Once, observations: ObservationIndex) -> Mapping[str, frozenset[str]]:
    """Return by indicator the divisions with ``observations`` or a target, with all that are above them."""
    reporting = _with_all_above(once, observations)
    targeted = once(_targeted)
    nothing = frozenset[str]()
    return {
        address: reporting.get(address, nothing) | targeted.get(address, nothing)
        for address in {**reporting, **targeted}
    }


def _targeted(once: Once) -> Mapping[str, frozenset[str]]:
    return _with_all_above(
        once, ((each.division, each.target.indicator) for each in assigned_targets(once.dataset))
    )


def _with_all_above(once: Once, pairs: Iterable[tuple[str, Address]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for division, address in pairs:
        reached = found.setdefault(address, set())
        if division not in reached:
            reached.update(once(upwards_ever, division))
    return {address: frozenset(divisions) for address, divisions in found.items()}
