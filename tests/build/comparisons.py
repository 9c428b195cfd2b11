"""Comparisons: a county whose townships report monthly over two years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from generators.model.comparison import ComparedBy
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from generators.model.period import parse_period
from generators.model.report import FiledReport, Value
from generators.model.scalars import Amount, Disclosure
from tests.build import datasets, figures, programmes
from tests.build.divisions import EAST

ALL = tuple({"by": each.value} for each in ComparedBy)
"""Every comparison, as an indicator declares it."""

Numbers: TypeAlias = Mapping[str, Value | Amount | int]
"""Values by period."""


def month_reports(
    numbers: Numbers, *, division: str = EAST, internal: Iterable[str] = ()
) -> list[FiledReport]:
    """Return a report of each number, filed on the day after its period; internal for those periods."""
    hidden = set(internal)
    found = []
    for period, number in numbers.items():
        end = parse_period(period).end
        assert end is not None
        made = figures.report(period, number, division=division, on=date.fromordinal(end.toordinal() + 1))
        if period in hidden:
            made = replace(made, report=made.report.detached(disclosure=Disclosure.INTERNAL))
        found.append(made)
    return found


def compared_dataset(
    reports: Iterable[FiledReport],
    kind: IndicatorKind = IndicatorKind.FLOW,
    fields: Mapping[str, object] | None = None,
    *,
    starts: date | None = None,
) -> Dataset:
    """Return a dataset of one monthly indicator that declares every comparison that its kind has."""
    to_date = kind in {IndicatorKind.FLOW, IndicatorKind.CUMULATIVE}
    comparisons = [each for each in ALL if to_date or not ComparedBy(each["by"]).is_to_date]
    made = figures.indicator(kind, **({"cadence": "month", "comparisons": comparisons} | dict(fields or {})))
    return datasets.dataset(programmes.programme({"main": made}, starts=starts), reports=reports)
