"""Places that change: two counties of a city, and random reports and changes of their townships."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.division import Division, DivisionEvent, DivisionKind, DivisionStep, FormerState
from generators.model.indicator import Condition, IndicatorKind, Rollup
from generators.model.period import parse_period
from generators.model.record import Place
from generators.model.report import FiledReport, Report, Value
from generators.model.target import FiledTarget
from tests.build.datasets import dataset
from tests.build.divisions import fictional_division
from tests.build.figures import indicator, target
from tests.build.programmes import programme

CITY: Final = "city"
NORTH: Final = "north"
SOUTH: Final = "south"
TOWNSHIPS: Final = tuple(f"{county}/{name}" for county in (NORTH, SOUTH) for name in ("one", "two", "three"))
CHANGED: Final = "north/one"
"""The township that the tests change."""

INDICATORS: Final = {
    "total": indicator(rollup=Rollup.SUM),
    "level": indicator(IndicatorKind.LEVEL, rollup=Rollup.SUM),
    "flow": indicator(IndicatorKind.FLOW, rollup=Rollup.SUM),
    "share": indicator(IndicatorKind.RATIO, measure="%", rollup=Rollup.RATIO),
    "flag": indicator(IndicatorKind.FLAG),
    "count": indicator(
        IndicatorKind.LEVEL,
        rollup=Rollup.COUNT_WHERE,
        where=Condition.model_validate({"indicator": "flag", "level": "township"}),
    ),
}


def event(step: DivisionStep, on: date, **fields: object) -> DivisionEvent:
    """Return a change of a division on a day."""
    return DivisionEvent.model_validate({"event": step, "on": on} | fields)


def former(**fields: object) -> FormerState:
    """Return what a division was before a change."""
    return FormerState.model_validate(fields)


def places() -> dict[str, Division]:
    """Return the city, its two counties and three towns of each, with two villages in each town."""
    found = [fictional_division(CITY, DivisionKind.CITY, None)]
    found += [fictional_division(county, DivisionKind.COUNTY, CITY) for county in (NORTH, SOUTH)]
    for town in TOWNSHIPS:
        found.append(fictional_division(town, DivisionKind.TOWN, town.partition("/")[0]))
        found += [fictional_division(f"{town}/{each}", DivisionKind.VILLAGE, town) for each in "ab"]
    return {each.id: each for each in found}


def changed(given: Dataset, division: str, *history: DivisionEvent) -> Dataset:
    """Return the dataset with a division that has a ``history``."""
    found = replace(given.divisions[division], history=history)
    return replace(given, divisions={**given.divisions, division: found})


def moved_to(given: Dataset, division: str, within: str, *history: DivisionEvent) -> Dataset:
    """Return the dataset with a division that lies ``within`` another after its ``history``."""
    moved = replace(given.divisions[division], within=within)
    return changed(replace(given, divisions={**given.divisions, division: moved}), division, *history)


def given_places(
    reports: Iterable[FiledReport] = (), targets: Iterable[FiledTarget] = (), *, owner: str = CITY
) -> Dataset:
    """Return a dataset of the places, with a programme of ``owner`` that has the ``INDICATORS``."""
    work = programme(INDICATORS).model_copy(update={"owner": owner})
    return replace(dataset(work, reports=reports, targets=targets), divisions=places())


def report_of(division: str, name: str, period: str, value: object) -> FiledReport:
    """Return a report of an indicator on a period, sent on its last day."""
    stated = parse_period(period)
    whole = Value.model_validate(value if isinstance(value, dict) else {"value": value})
    return FiledReport(
        division, Report(period=stated, on=stated.end, values={Address.of("example", name): whole})
    )


def random_reports(draw: random.Random, year: int) -> list[FiledReport]:
    """Return monthly reports of towns, or of their villages, for a year, some of them left out."""
    found = []
    for town in TOWNSHIPS:
        filers = [town] if draw.random() < 0.7 else [f"{town}/a", f"{town}/b"]
        for filer in filers:
            for month in range(1, 13):
                period = f"{year}-{month:02}"
                values: dict[str, object] = {
                    "total": Decimal(month * draw.randrange(1, 4)),
                    "level": Decimal(draw.randrange(50)),
                    "flow": Decimal(draw.randrange(9)),
                    "share": {"numerator": Decimal(draw.randrange(5)), "denominator": Decimal(5)},
                    "flag": draw.random() < 0.5,
                }
                found += [
                    report_of(filer, name, period, value)
                    for name, value in values.items()
                    if draw.random() < 0.8
                ]
    return found


def random_targets(draw: random.Random, year: int) -> list[FiledTarget]:
    """Return targets of the city, the counties and, for each of their towns, of the counties."""
    days = {"start": date(year, 1, 1), "due": date(year, 12, 31)}
    return [
        target(
            Decimal(draw.randrange(10, 90)),
            division=each,
            indicator=Address.of("example", name),
            **days,
            **more,
        )
        for name in ("total", "level", "flow")
        for each, more in (
            (CITY, {}),
            (NORTH, {}),
            (SOUTH, {"each": "township"}),
            (NORTH, {"each": "township"}),
            (CHANGED, {}),
        )
    ]


def in_folders(given: Dataset) -> Dataset:
    """Return the dataset with each division of a county in the folder of that."""
    divisions = {
        name: replace(each, place=Place(f"data/townships/{name.partition('/')[0]}/villages.yml"))
        if "/" in name
        else each
        for name, each in given.divisions.items()
    }
    return replace(given, divisions=divisions)
