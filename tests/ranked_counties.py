"""A county whose townships are ranked by one number each quarter, so that ranks are plain to see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.division import Division, DivisionKind
from generators.model.indicator import IndicatorKind
from generators.model.period import parse_period
from generators.model.record import Place
from generators.model.scalars import Disclosure
from generators.model.scheme import Scheme
from tests.measuring import builders
from tests.measuring.builders import COUNTY

SCHEME: Final = Address("example/scheme")
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
    work = builders.programme({"main": builders.indicator(IndicatorKind.FLOW)})
    reports = [
        builders.report(period, value, division=township(number), on=_last_day(period))
        for period, values in scores.items()
        for number, value in enumerate(values)
        if value is not None
    ]
    dataset = builders.dataset(
        work.model_copy(update={"schemes": {"scheme": scheme(disclosure)}}), reports=reports
    )
    place = Place("-")
    names = [township(number) for number in range(max(map(len, scores.values())))]
    divisions = {
        name: Division(name, name, DivisionKind.TOWN, COUNTY, fictional=True, place=place) for name in names
    }
    return replace(dataset, divisions={COUNTY: dataset.divisions[COUNTY]} | divisions)


def _last_day(period: str) -> date:
    end = parse_period(period).end
    if end is None:
        raise ValueError(period)
    return end
