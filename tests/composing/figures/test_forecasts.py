"""Forecasts in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generators.composing.figures.forecasts import forecast_text
from generators.results.figures import Forecast
from tests.build import figures
from tests.build.datasets import dataset
from tests.build.programmes import programme
from tests.build.publications import disclosed


@pytest.mark.parametrize(
    ("due", "reached", "text"),
    [
        (date(2017, 12, 31), date(2017, 11, 3), "按目前进度，预计2017年11月完成"),
        (date(2017, 12, 31), date(2018, 1, 1), "按目前进度，预计年底完成87.3%"),
        (date(2017, 6, 30), None, "按目前进度，预计到2017年6月30日完成87.3%"),
    ],
)
def test_a_forecast_says_when_or_how_much(due: date, reached: date | None, text: str) -> None:
    county = dataset(
        programme({"main": figures.indicator()}),
        targets=[figures.target(20, due=due)],
        reports=[figures.report("2017-02", 3, on=date(2017, 3, 1))],
    )
    (progress,) = disclosed(county, date(2017, 3, 5)).progress
    forecast = Forecast(Decimal("17.46"), Decimal("0.873"), reached)
    assert forecast_text(replace(progress, forecast=forecast)) == text
    assert forecast_text(replace(progress, forecast=None)) == ""
