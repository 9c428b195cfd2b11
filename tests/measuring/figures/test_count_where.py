from __future__ import annotations

from datetime import date
from decimal import Decimal

from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.indicator import IndicatorKind
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.figures import MAIN, indicator, report
from tests.build.programmes import programme

VILLAGE = "county/east/a"


def test_a_division_counts_those_below_it_and_not_itself() -> None:
    counting = indicator(
        IndicatorKind.LEVEL, rollup="count-where", where={"indicator": "done", "level": "village"}
    )
    work = programme({"main": counting, "done": indicator(IndicatorKind.FLAG, measure="是否")})
    filed = report("2017-01", value=True, division=VILLAGE, address=Address("example/done"))
    values = measure(dataset(work, reports=[filed]), date(2017, 3, 1)).values
    assert {division: values[division, MAIN].value for division in (COUNTY, EAST)} == dict.fromkeys(
        (COUNTY, EAST), Decimal(1)
    )
    assert not values.keys() & {(VILLAGE, MAIN), (WEST, MAIN)}
