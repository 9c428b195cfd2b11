"""Visible ladders and checklists: a standing needs all of its basis to be visible (decisions/023).

One internal check, assessment or report withholds a standing. Distributions count the visible ones.
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
                division: _redacted(figures, standing)
                for division, standing in result.standings.items()
                if _shows(figures, standing)
            }
            shows_past = not any(
                _hides_past(figures, address, each) for each in _former_members(figures.dataset, result)
            )
            found[address] = among(figures.dataset, result, standings, shows_past=shows_past)
    return found


def _redacted(figures: VisibleFigures, standing: TierStanding) -> TierStanding:
    seen = standing.measured and figures.redact(standing.measured)
    return standing if seen is standing.measured else replace(standing, measured=seen)


def visible_checklists(
    figures: VisibleFigures, checklists: Mapping[tuple[str, Address], Checklist]
) -> dict[tuple[str, Address], Checklist]:
    """Return visible checklists by division and standard; one internal check withholds a checklist."""
    return {
        (division, standard): checklist
        for (division, standard), checklist in checklists.items()
        if figures.visibility.standard(standard) and _shows_checks(figures, division, standard)
    }


def _former_members(dataset: Dataset, result: LadderResult) -> Iterator[str]:
    """Yield the divisions of the ladder that no longer exist on its day."""
    level = dataset.ladders[result.ladder].level
    for name in dataset.members(result.area, level):
        if not dataset.divisions[name].exists_on(result.day):
            yield name


def _hides_past(figures: VisibleFigures, address: Address, division: str) -> bool:
    """Whether a record is withheld that a standing of a division on a ladder ever depended on."""
    ladder = figures.dataset.ladders[address]
    if not _shows_filings(figures, address, division):
        return True
    indicator = address.sibling(ladder.indicator or "")
    return not figures.shows_every_record(division, indicator)


def _shows_filings(figures: VisibleFigures, address: Address, division: str) -> bool:
    """Whether all assessments and checks of a division are visible that its standing depends on."""
    ladder = figures.dataset.ladders[address]
    assessments = figures.dataset.assessments_of.get((division, address), ())
    return figures.visibility.shows(*assessments) and all(
        _shows_checks(figures, division, address.sibling(name)) for name in ladder.standards
    )


def _shows_checks(figures: VisibleFigures, division: str, standard: Address) -> bool:
    """Whether the audience sees every check of a division for a standard."""
    return figures.visibility.shows(*figures.dataset.checks_of.get((division, standard), ()))


def _shows(figures: VisibleFigures, standing: TierStanding) -> bool:
    """Whether all is visible that the standing, or an earlier one, rests on.

    A release does not show a standing: with it stands since when the tier has been held.
    """
    ladder = figures.dataset.ladders[standing.ladder]
    indicator = standing.ladder.sibling(ladder.indicator or "")
    return _shows_filings(figures, standing.ladder, standing.division) and (
        standing.measured is None or figures.shows_every_record(standing.division, indicator)
    )
