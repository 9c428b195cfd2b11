"""Visible comparisons: those of which every value is visible that they are computed from.

Whoever sees a growth rate and one of its two values can compute the other. So a comparison is withheld with
any of them, and what says why there is none is withheld too (decisions/125).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generators.disclosing.figures import VisibleFigures
from generators.model.address import Address
from generators.results.comparisons import Compared


def visible_comparisons(
    figures: VisibleFigures, comparisons: Mapping[tuple[str, Address], tuple[Compared, ...]]
) -> dict[tuple[str, Address], tuple[Compared, ...]]:
    """Return the visible comparisons by division and indicator, without the values of the withheld ones."""
    if figures.visibility.is_whole:
        return dict(comparisons)
    found = {
        (division, address): tuple(
            redacted(each) for each in columns if shows_comparison(figures, address, each)
        )
        for (division, address), columns in comparisons.items()
    }
    return {key: columns for key, columns in found.items() if columns}


def shows_comparison(figures: VisibleFigures, address: Address, compared: Compared) -> bool:
    """Whether the audience sees every value that a comparison of an indicator rests on."""
    return figures.visibility.indicator(address) and all(
        figures.shows_with_past(address, term.measured) for term in compared.terms
    )


def redacted(compared: Compared) -> Compared:
    """Return a visible comparison without the measured values; its numbers say all that is shown of these."""
    return replace(compared, terms=())
