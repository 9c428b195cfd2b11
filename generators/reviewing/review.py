"""Everything that is reviewed after measuring, in one list of problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generators.checking.kit.context import Context
from generators.disclosing.publication import Publication
from generators.disclosing.releases import Releases
from generators.model.problem import Problem
from generators.results.measurements import Measurements
from generators.reviewing.closings import altered_closings
from generators.reviewing.deadlines import deadline_warnings
from generators.reviewing.discrepancies import discrepancy_warnings
from generators.reviewing.identities import revealing_identities
from generators.reviewing.prose import CallInPassage, calls_of_withheld_figures
from generators.reviewing.releases import refused_releases


def problems_after_measuring(
    context: Context,
    measurements: Measurements,
    public: Publication,
    releases: Releases,
    withheld: Iterable[CallInPassage],
) -> Iterator[Problem]:
    """Yield the problems that only measuring can find.

    ``public`` is what the gate shows the public, ``releases`` what it releases to the public, ``withheld``
    the calls in public texts for what it does not show.
    """
    yield from discrepancy_warnings(context.dataset, measurements)
    yield from deadline_warnings(context.dataset, measurements)
    yield from calls_of_withheld_figures(context, withheld)
    yield from revealing_identities(context, measurements, public)
    yield from refused_releases(context, releases)
    yield from altered_closings(context, measurements.closings)
