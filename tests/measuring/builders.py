"""Small datasets built in memory: one county of two townships and four villages, one programme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.division import Division, DivisionKind
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.period import parse_period
from generators.model.programme import Programme, ProgrammePeriod
from generators.model.record import Place
from generators.model.report import FiledReport, Report, Value
from generators.model.scalars import Amount
from generators.model.site import Audiences, AudienceText, Site, Thresholds
from generators.model.target import FiledTarget, Target

PROGRAMME: Final = "example"
MAIN: Final = Address("example/main")
"""The address of the indicator a test is about."""

COUNTY: Final = "county"
EAST: Final = "county/east"
WEST: Final = "county/west"
START: Final = date(2017, 1, 1)
DUE: Final = date(2017, 4, 11)
"""Exactly 100 days after ``START``, so that a day is one percent of the way."""

_TREE: Final = {
    COUNTY: (DivisionKind.COUNTY, None),
    EAST: (DivisionKind.TOWN, COUNTY),
    WEST: (DivisionKind.TOWN, COUNTY),
    "county/east/a": (DivisionKind.VILLAGE, EAST),
    "county/east/b": (DivisionKind.VILLAGE, EAST),
    "county/west/c": (DivisionKind.VILLAGE, WEST),
    "county/west/d": (DivisionKind.VILLAGE, WEST),
}


def divisions() -> dict[str, Division]:
    """Return the county with its townships and villages, by id; none of their figures is expected yet."""
    return {
        name: Division(name, name, kind, within, fictional=True, place=Place("-"))
        for name, (kind, within) in _TREE.items()
    }


def site(*, tolerance: Decimal = Decimal(10)) -> Site:
    """Return a site with the given tolerance and otherwise the default thresholds."""
    return Site(
        name="示例",
        owner="示例",
        description="示例",
        audiences=Audiences(public=AudienceText(title="公开"), internal=AudienceText(title="内部")),
        thresholds=Thresholds(behind_tolerance=tolerance),
    )


def indicator(kind: IndicatorKind = IndicatorKind.CUMULATIVE, **fields: object) -> Indicator:
    """Return an indicator of ``kind``, counted in 个 unless ``fields`` say otherwise."""
    return Indicator.model_validate({"name": "示例", "measure": "个", "kind": kind} | fields)


def target(value: Amount | int = 20, *, division: str = EAST, **fields: object) -> FiledTarget:
    """Return a target for the main indicator, from ``START`` by ``DUE`` unless ``fields`` say otherwise."""
    defaults = {"indicator": MAIN, "value": value, "start": START, "due": DUE}
    return FiledTarget(division, Target.model_validate(defaults | fields))


def report(
    period: str,
    value: Value | Amount | int,
    *,
    division: str = EAST,
    address: Address = MAIN,
    on: date | None = None,
) -> FiledReport:
    """Return a report of one value; a bare number or yes/no stands for a plain ``Value``."""
    stated = value if isinstance(value, Value) else Value.model_validate({"value": value})
    return FiledReport(division, Report(period=parse_period(period), on=on, values={address: stated}))


def correction(
    period: str, old: Decimal, new: Decimal, on: date, *, division: str = EAST, address: Address = MAIN
) -> Correction:
    """Return a correction of a reported value, in force from ``on``."""
    return Correction(
        division=division,
        indicator=address,
        period=parse_period(period),
        old=old,
        new=new,
        reason="复核",
        office="示例",
        on=on,
    )


def programme(
    indicators: Mapping[str, Indicator],
    *,
    starts: date | None = None,
    observed_until: date | None = None,
) -> Programme:
    """Return the programme ``example`` of the county; without ``starts`` its period is left open."""
    return Programme(
        id=PROGRAMME,
        name="示例工作",
        short_name="示例",
        owner=COUNTY,
        office="示例",
        summary="示例",
        period=None if starts is None else ProgrammePeriod(start=starts),
        observed_until=observed_until,
        sources=("example",),
        indicators=dict(indicators),
    )


def dataset(
    work: Programme,
    *,
    targets: Iterable[FiledTarget] = (),
    reports: Iterable[FiledReport] = (),
    corrections: Iterable[Correction] = (),
    tolerance: Decimal = Decimal(10),
) -> Dataset:
    """Return a dataset of one programme over the divisions of this module, without documents."""
    return Dataset(
        site=site(tolerance=tolerance),
        series={},
        sources={},
        divisions=divisions(),
        programmes={work.id: work},
        targets=tuple(targets),
        reports=tuple(reports),
        corrections=tuple(corrections),
        bulletins=(),
        cases=(),
        pages=(),
        attachments=(),
    )
