from __future__ import annotations

from decimal import Decimal

from generators.measuring.snapshot import measure
from generators.model.indicator import Indicator
from generators.results.measurements import Measurements
from tests.build import figures
from tests.build.divisions import A, B
from tests.build.tiers import APRIL, DAY, INCOME, MAY, county, income, tier_programme


def test_a_merged_village_has_no_targets_and_rolls_up_no_longer() -> None:
    income_summed = Indicator.model_validate(
        {"name": "年收入", "measure": "万元", "kind": "level", "rollup": "sum"}
    )
    summed = tier_programme()
    summed = summed.model_copy(update={"indicators": {"income": income_summed}, "ladders": {}})
    dataset = county(
        programme=summed,
        reports=[income(A, "2023", 10), income(B, "2023", 5)],
        targets=[figures.target(20, division="county/east", indicator=INCOME, each="village")],
        merged={B: ("a", MAY)},
    )

    def told(measured: Measurements) -> tuple[list[str], object]:
        return [each.division for each in measured.progress], measured.values["county/east", INCOME].value

    assert told(measure(dataset, APRIL)) == ([A, B], Decimal(15))
    assert told(measure(dataset, MAY)) == ([A], Decimal(10))


def test_a_flow_keeps_what_a_merged_village_did_before() -> None:
    flow = Indicator.model_validate({"name": "销售", "measure": "万元", "kind": "flow", "rollup": "sum"})
    programme = tier_programme().model_copy(update={"indicators": {"income": flow}, "ladders": {}})
    dataset = county(
        programme=programme,
        reports=[income(A, "2023", 10), income(B, "2023", 5)],
        merged={B: ("a", MAY)},
    )
    assert measure(dataset, DAY).values["county/east", INCOME].value == Decimal(15)
