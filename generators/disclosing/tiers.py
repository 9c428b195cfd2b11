"""Visible ladders and checklists: a tier is shown only with all that it rests on.

One internal check, assessment or report withholds a standing. What the others add up to is counted anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generators.disclosing.admission import Admission
from generators.disclosing.figures import VisibleFigures
from generators.measuring.tiers.distributions import among
from generators.model.address import Address
from generators.results.tiers import Checklist, LadderResult, TierStanding


def visible_ladder_results(
    figures: VisibleFigures, results: Mapping[Address, LadderResult]
) -> dict[Address, LadderResult]:
    """Return visible ladders by address with their visible standings."""
    admission = figures.admission
    found: dict[Address, LadderResult] = {}
    for address, result in results.items():
        if admission.ladder(address):
            standings = {
                division: replace(standing, measured=standing.measured and figures.redact(standing.measured))
                for division, standing in result.standings.items()
                if _shows(figures, standing)
            }
            tells_past = not any(_hides_past(figures, address, each) for each in _gone(admission, result))
            found[address] = among(admission.dataset, result, standings, tells_past=tells_past)
    return found


def visible_checklists(
    admission: Admission, checklists: Mapping[tuple[str, Address], Checklist]
) -> dict[tuple[str, Address], Checklist]:
    """Return checklists by division and standard; one internal check withholds the whole of its list."""
    return {
        (division, standard): checklist
        for (division, standard), checklist in checklists.items()
        if admission.standard(standard) and admission.checks_of(division, standard)
    }


def _gone(admission: Admission, result: LadderResult) -> Iterator[str]:
    """Yield the divisions that the ladder was for, and that are no longer there on its day."""
    dataset = admission.dataset
    level = dataset.ladders[result.ladder].level
    for name in dataset.members(result.area, level):
        if not dataset.divisions[name].exists_on(result.day):
            yield name


def _hides_past(figures: VisibleFigures, address: Address, division: str) -> bool:
    """Whether anything is not visible that a division's standing on a ladder ever rested on."""
    admission = figures.admission
    ladder = admission.dataset.ladders[address]
    if not _shows_filings(admission, address, division):
        return True
    indicator = address.sibling(ladder.indicator or "")
    read = (
        observation
        for name in ((indicator, *figures.parts_of(indicator)) if ladder.indicator is not None else ())
        for observation in figures.measurements.observations.get((division, name), ())
    )
    return not all(map(figures.shows_whole, read))


def _shows_filings(admission: Admission, address: Address, division: str) -> bool:
    """Whether all assessments and checks of a division are visible that its place on a ladder rests on."""
    ladder = admission.dataset.ladders[address]
    assessments = admission.dataset.assessments_of.get((division, address), ())
    return admission.admits(*(each.disclosure for each in assessments)) and all(
        admission.checks_of(division, address.sibling(name)) for name in ladder.standards
    )


def _shows(figures: VisibleFigures, standing: TierStanding) -> bool:
    """Whether all is visible that the standing, or an earlier one, rests on."""
    ladder = figures.admission.dataset.ladders[standing.ladder]
    indicator = standing.ladder.sibling(ladder.indicator or "")
    return _shows_filings(figures.admission, standing.ladder, standing.division) and (
        standing.measured is None or figures.shows_value((standing.division, indicator), standing.measured)
    )
