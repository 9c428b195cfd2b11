"""Visible changes: those whose states on both days are visible.

A value withheld on only one of the days would look as if it had been added or removed; such changes are left
out (decisions/024).
"""

from __future__ import annotations

from generators.disclosing.figures import VisibleFigures
from generators.disclosing.observations import VisibleObservations
from generators.disclosing.releases import Releases
from generators.disclosing.snapshot import visible_snapshot
from generators.measuring.changes import changes_between
from generators.results.changes import Changes, Span
from generators.results.measurements import Measurements
from generators.results.snapshot import Snapshot


def visible_changes(
    observations: VisibleObservations, releases: Releases, measurements: Measurements, shown: Snapshot
) -> dict[Span, Changes]:
    """Return the visible changes since each earlier day; ``shown`` is the visible part of the current one."""
    if observations.visibility.is_whole:
        return dict(measurements.changes)
    found: dict[Span, Changes] = {}
    for span, changes in measurements.changes.items():
        before = visible_snapshot(VisibleFigures(observations, measurements.past[span], releases))
        found[span] = changes.among(changes_between(observations.dataset, before, shown))
    return found
