"""Visible ladders and checklists: a tier is shown only with all that it rests on.

One internal check, assessment or report withholds a standing. What the others add up to is counted anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generators.disclosing.admission import Admission
from generators.disclosing.figures import VisibleFigures
from generators.measuring.tier_results import Checklist, LadderResult, Standing
from generators.measuring.tiers import among


def visible_ladder_results(
    figures: VisibleFigures, results: Mapping[str, LadderResult]
) -> dict[str, LadderResult]:
    """Return visible ladders by address with their visible standings."""
    admission = figures.admission
    found: dict[str, LadderResult] = {}
    for address, result in results.items():
        if admission.ladder(address):
            standings = {
                division: replace(standing, measured=standing.measured and figures.redact(standing.measured))
                for division, standing in result.standings.items()
                if _shows(figures, standing)
            }
            found[address] = among(admission.dataset, result, standings)
    return found


def visible_checklists(
    admission: Admission, checklists: Mapping[tuple[str, str], Checklist]
) -> dict[tuple[str, str], Checklist]:
    """Return checklists by division and standard; one internal check withholds the whole of its list."""
    return {
        (division, standard): checklist
        for (division, standard), checklist in checklists.items()
        if admission.standard(standard) and admission.checks_of(division, standard)
    }


def _shows(figures: VisibleFigures, standing: Standing) -> bool:
    """Whether all is visible that the standing, or an earlier one, rests on."""
    admission, division = figures.admission, standing.division
    ladder, programme = admission.dataset.ladders[standing.ladder], standing.ladder.partition("/")[0]
    assessments = admission.dataset.assessments_of.get((division, standing.ladder), ())
    return (
        admission.admits(*(each.disclosure for each in assessments))
        and all(admission.checks_of(division, f"{programme}/{name}") for name in ladder.standards)
        and (
            standing.measured is None
            or figures.shows_value((division, f"{programme}/{ladder.indicator}"), standing.measured)
        )
    )
