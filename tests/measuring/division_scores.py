"""Scores as they go into rank intervals: components that are known, or lie between two bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from generators.model.address import Address
from generators.model.scheme import Component, Goalposts
from generators.results.figures import Measured, ValueState
from generators.results.rankings import ComponentScore, DivisionScore, RankingOutcome

_WEIGHT: Final = Decimal(1)
_NOTHING: Final = Decimal(0)


def _part(at: int, lowest: int, highest: int) -> ComponentScore:
    rule = Goalposts(low=Decimal(0), high=Decimal(100))
    return ComponentScore(
        id=f"c{at}",
        component=Component(name="项", weight=_WEIGHT, indicator="i", normalise=rule),
        indicator=Address("p/i"),
        measured=Measured(ValueState.KNOWN),
        target=None,
        normalised=Decimal(lowest),
        absence=None,
        share=None,
        contribution=None,
        worth=None,
        lowest=Decimal(lowest),
        highest=Decimal(highest),
    )


def scored(division: str, *bounds: int | tuple[int, int], is_placed_last: bool = False) -> DivisionScore:
    """Return a score of equal weights; a pair bounds a component that is missing."""
    spans = [(bound, bound) if isinstance(bound, int) else bound for bound in bounds]
    mean = Decimal(sum(low for low, _ in spans)) / len(spans)
    return DivisionScore(
        division=division,
        group=None,
        standing=RankingOutcome.RANKED,
        components=tuple(_part(at, low, high) for at, (low, high) in enumerate(spans)),
        bonuses=(),
        deductions=(),
        vetoes=(),
        coverage=Decimal(1),
        base=mean,
        bonus=_NOTHING,
        deduction=_NOTHING,
        unrounded=mean,
        score=mean,
        is_placed_last=is_placed_last,
    )
