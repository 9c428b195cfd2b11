"""Makes figures of a dataset at given cutoffs, and dispatches computed indicators to their functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from generators.measuring.commitments import share_of_commitments
from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.derived import derived_value
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.progress import assigned_targets
from generators.measuring.figures.window import Window
from generators.measuring.inspections import inspected_figure
from generators.measuring.ledgers import share_of_problems
from generators.measuring.provenance import Provenance
from generators.measuring.tiers.populations import population_share
from generators.model.address import Address
from generators.model.computed import (
    CommitmentShare,
    Computed,
    InspectionFigure,
    PopulationShare,
    ProblemShare,
)
from generators.model.dataset import Dataset
from generators.model.observation import ObservationIndex
from generators.model.target import FiledTarget
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


def figures_at(dataset: Dataset, observations: ObservationIndex, cutoffs: Mapping[str, Cutoff]) -> Figures:
    """Return the figures of ``dataset`` at each programme's cutoff, given by the programme's id."""
    filed_under = _filed_under(dataset, observations, assigned_targets(dataset))
    provenance = Provenance(dataset)
    return Figures(dataset, observations, cutoffs, filed_under, computed_value, derived_value, provenance)


def period_figures(
    dataset: Dataset, observations: ObservationIndex, cutoffs: Mapping[str, Cutoff]
) -> Figures:
    """Return the figures at past cutoffs, from the observations known at them alone.

    The divisions expected to report then follow from these observations as well.
    """
    known = {
        key: kept
        for key, items in observations.items()
        if (kept := tuple(each for each in items if cutoffs[key[1].programme].knows(each)))
    }
    return figures_at(dataset, known, cutoffs)


def _filed_under(
    dataset: Dataset, observations: ObservationIndex, assigned: Iterable[FiledTarget]
) -> Mapping[str, frozenset[str]]:
    filed: dict[str, set[str]] = {}
    pairs = [*observations, *((each.division, each.target.indicator) for each in assigned)]
    for division, address in pairs:
        reached = filed.setdefault(address, set())
        if division not in reached:
            reached.update(dataset.upwards_ever(division))
    return {address: frozenset(divisions) for address, divisions in filed.items()}
