"""Rankings: a county whose townships are ranked by one number each quarter, and scores for rank intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from generators.model.period import parse_period
from generators.model.scalars import Disclosure
from generators.model.scheme import Component, Goalposts, Scheme
from generators.results.figures import Measured, ValueState
from generators.results.rankings import ComponentScore, DivisionScore, RankingOutcome
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, county_of
from tests.build.figures import indicator, report
from tests.build.programmes import PROGRAMME, programme

SCHEME: Final = Address.of(PROGRAMME, "scheme")
CLOSES_AFTER_DAYS: Final = 10


def township(number: int) -> str:
    """Return the id of a township by its place in the tuples of scores, from 0."""
    return f"{COUNTY}/t{number}"


def scheme(disclosure: Disclosure = Disclosure.INTERNAL) -> Scheme:
    """Return the scheme: a score of 0 to 100 by goalposts, quarterly from the first of 2024."""
    component = {
        "name": "数",
        "weight": 1,
        "indicator": "main",
        "normalise": {"goalposts": {"low": 0, "high": 100}},
    }
    version = {"from": "2024-Q1", "missing": "reweight", "components": {"main": component}}
    return Scheme.model_validate(
        {
            "name": "季度考核",
            "level": "township",
            "every": "quarter",
            "closes_after_days": CLOSES_AFTER_DAYS,
            "versions": [version],
            "disclosure": disclosure,
        }
    )


def ranked_county(
    scores: Mapping[str, Sequence[int | None]], disclosure: Disclosure = Disclosure.INTERNAL
) -> Dataset:
    """Return the county with one score for each township and quarter; ``None`` is not reported."""
    work = programme({"main": indicator(IndicatorKind.FLOW)})
    reports = [
        report(period, value, division=township(number), on=_last_day(period))
        for period, values in scores.items()
        for number, value in enumerate(values)
        if value is not None
    ]
    small = dataset(work.model_copy(update={"schemes": {"scheme": scheme(disclosure)}}), reports=reports)
    townships = map(township, range(max(map(len, scores.values()))))
    return replace(small, divisions=county_of(townships))


def _last_day(period: str) -> date:
    end = parse_period(period).end
    if end is None:
        raise ValueError(period)
    return end


def _part(at: int, lowest: int, highest: int) -> ComponentScore:
    rule = Goalposts(low=Decimal(0), high=Decimal(100))
    return ComponentScore(
        id=f"c{at}",
        component=Component(name="项", weight=Decimal(1), indicator="i", normalise=rule),
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
        bonus=Decimal(0),
        deduction=Decimal(0),
        unrounded=mean,
        score=mean,
        is_placed_last=is_placed_last,
    )
