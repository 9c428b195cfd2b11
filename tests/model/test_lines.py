from __future__ import annotations

from decimal import Decimal

from generators.model.indicator import Condition, IndicatorKind
from generators.model.lines import decisive_lines
from tests.build.figures import MAIN, indicator, target
from tests.build.programmes import programme


def test_targets_and_bounds_of_counts_decide_about_their_indicator() -> None:
    counted = indicator(
        IndicatorKind.LEVEL,
        rollup="count-where",
        where=Condition.model_validate({"indicator": "main", "at-least": 10}),
    )
    work = programme({"main": indicator(IndicatorKind.LEVEL), "counted": counted})
    flag = target(value=True)
    found = list(decisive_lines([target(100), flag], {work.id: work}))
    assert found == [(MAIN, Decimal(100)), (MAIN, Decimal(10))]
