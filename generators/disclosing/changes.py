"""Visible changes: those whose states on both days are visible.

A value withheld on only one of the days would look as if it had been added or removed; such changes are left
out (decisions/024).
"""

from __future__ import annotations

from generators.disclosing.publication import Publication
from generators.measuring.changes import changes_between
from generators.model.dataset import Dataset
from generators.results.changes import Changes
from generators.results.measurements import Measurements


def visible_changes(
    dataset: Dataset, measured: tuple[Measurements, Measurements], shown: tuple[Publication, Publication]
) -> Changes:
    """Return the changes between two days that are in both ``measured`` and ``shown``, earlier day first."""
    return changes_between(dataset, *measured).among(changes_between(dataset, *shown))
