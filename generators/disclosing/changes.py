"""The changes that an audience may see: differences between two days, both of which it sees.

To an audience a value that is withheld on one of the days would look as if it were new or gone. Such a change
is not real, or is another one, and is left out.
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
