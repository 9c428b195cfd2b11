"""Changes as an audience may know them: what it sees differ between two days, where it does differ.

What is withheld on one day only looks to its audience as if it had come or gone. Such a change is none
in truth, or another one, and is not told.
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
    """Return the changes between two days, earlier first, as measured and as ``shown`` on both."""
    return changes_between(dataset, *measured).among(changes_between(dataset, *shown))
