"""What an audience sees of one of the days that are compared."""

from __future__ import annotations

from generators.disclosing.figures import VisibleFigures
from generators.disclosing.ledgers import visible_ledgers
from generators.disclosing.rankings import visible_rankings
from generators.disclosing.tiers import visible_ladder_results
from generators.results.snapshot import Snapshot


def visible_snapshot(figures: VisibleFigures) -> Snapshot:
    """Return the audience's part of the snapshot whose ``figures`` it sees."""
    measured, visibility = figures.measured, figures.visibility
    return Snapshot(
        as_of=measured.as_of,
        days={name: day for name, day in measured.days.items() if visibility.programme(name)},
        progress=figures.progress,
        values=figures.values,
        ledgers=visible_ledgers(figures.dataset, visibility, measured.ledgers),
        ladder_results=visible_ladder_results(figures, measured.ladder_results),
        rankings=visible_rankings(figures, measured.rankings),
    )
