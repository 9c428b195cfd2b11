"""Figures: indicators, and the targets, reports and corrections that are filed on them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.period import parse_period
from generators.model.report import FiledReport, Report, Value
from generators.model.scalars import Amount
from generators.model.target import FiledTarget, Target
from tests.build.divisions import EAST

MAIN: Final = Address("example/main")
"""The address of the indicator a test is about."""

START: Final = date(2017, 1, 1)
DUE: Final = date(2017, 4, 11)
"""Exactly 100 days after ``START``, so that a day is one percent of the way."""

CORRECTIONS: Final = "data/corrections.yml"
"""The file of a project's corrections."""


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
