"""Visible ladders and checklists: a tier is shown only with all that it rests on.

One internal check, assessment or report withholds a standing. What the others add up to is counted anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generators.disclosing.figures import VisibleFigures
from generators.measuring.tiers.distributions import among
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.results.tiers import Checklist, LadderResult, TierStanding


def visible_ladder_results(
    figures: VisibleFigures, results: Mapping[Address, LadderResult]
) -> dict[Address, LadderResult]:
    """Return visible ladders by address with their visible standings."""
    found: dict[Address, LadderResult] = {}
    for address, result in results.items():
        if figures.visibility.ladder(address):
            standings = {
                division: replace(standing, measured=standing.measured and figures.redact(standing.measured))
                for division, standing in result.standings.items()
                if _shows(figures, standing)
            }
            tells_past = not any(
                _hides_past(figures, address, each) for each in _gone(figures.dataset, result)
            )
            found[address] = among(figures.dataset, result, standings, tells_past=tells_past)
    return found


def visible_checklists(
    figures: VisibleFigures, checklists: Mapping[tuple[str, Address], Checklist]
) -> dict[tuple[str, Address], Checklist]:
    """Return checklists by division and standard; one internal check withholds the whole of its list."""
    return {
        (division, standard): checklist
        for (division, standard), checklist in checklists.items()
        if figures.visibility.standard(standard) and _shows_checks(figures, division, standard)
    }


def _gone(dataset: Dataset, result: LadderResult) -> Iterator[str]:
    """Yield the divisions that the ladder was for, and that are no longer there on its day."""
    level = dataset.ladders[result.ladder].level
    for name in dataset.members(result.area, level):
        if not dataset.divisions[name].exists_on(result.day):
            yield name


def _hides_past(figures: VisibleFigures, address: Address, division: str) -> bool:
    """Whether anything is not visible that a division's standing on a ladder ever rested on."""
    ladder = figures.dataset.ladders[address]
    if not _shows_filings(figures, address, division):
        return True
    rests_on = figures.dataset.rests_on(address.sibling(ladder.indicator or ""))
    read = (
        observation
        for name in rests_on
        for observation in figures.measurements.observations.get((division, name), ())
    )
    return not all(map(figures.shows_whole, read))


def _shows_filings(figures: VisibleFigures, address: Address, division: str) -> bool:
    """Whether all assessments and checks of a division are visible that its place on a ladder rests on."""
    ladder = figures.dataset.ladders[address]
    assessments = figures.dataset.assessments_of.get((division, address), ())
    return figures.visibility.shows(*assessments) and all(
        _shows_checks(figures, division, address.sibling(name)) for name in ladder.standards
    )


def _shows_checks(figures: VisibleFigures, division: str, standard: Address) -> bool:
    """Whether the audience sees every check of a division for a standard."""
    return figures.visibility.shows(*figures.dataset.checks_of.get((division, standard), ()))


def _shows(figures: VisibleFigures, standing: TierStanding) -> bool:
    """Whether all is visible that the standing, or an earlier one, rests on."""
    ladder = figures.dataset.ladders[standing.ladder]
    indicator = standing.ladder.sibling(ladder.indicator or "")
    return _shows_filings(figures, standing.ladder, standing.division) and (
        standing.measured is None or figures.shows_value((standing.division, indicator), standing.measured)
    )
