from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generators.measuring.ledgers import standings_in
from generators.measuring.once import Once
from generators.measuring.snapshot import measure
from generators.model.division import DivisionEvent
from generators.model.indicator import Indicator
from generators.results.measurements import Measurements
from tests.build import figures
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST, A, B, small_county
from tests.build.ledgers import filed_problem, found
from tests.build.programmes import PROGRAMME, programme
from tests.build.tiers import APRIL, DAY, INCOME, MAY, county, income, tier_programme


def test_a_merged_village_has_no_targets_and_rolls_up_no_longer() -> None:
    income_summed = Indicator.model_validate(
        {"name": "年收入", "measure": "万元", "kind": "level", "rollup": "sum"}
    )
    summed = tier_programme()
    summed = summed.model_copy(update={"indicators": {"income": income_summed}, "ladders": {}})
    given = county(
        programme=summed,
        reports=[income(A, "2023", 10), income(B, "2023", 5)],
        targets=[figures.target(20, division="county/east", indicator=INCOME, each="village")],
        merged={B: ("a", MAY)},
    )

    def told(measured: Measurements) -> tuple[list[str], object]:
        return [each.division for each in measured.progress], measured.values["county/east", INCOME].value

    assert told(measure(given, APRIL)) == ([A, B], Decimal(15))
    assert told(measure(given, MAY)) == ([A], Decimal(10))


def test_a_flow_keeps_what_a_merged_village_did_before() -> None:
    flow = Indicator.model_validate({"name": "销售", "measure": "万元", "kind": "flow", "rollup": "sum"})
    work = tier_programme().model_copy(update={"indicators": {"income": flow}, "ladders": {}})
    given = county(
        programme=work,
        reports=[income(A, "2023", 10), income(B, "2023", 5)],
        merged={B: ("a", MAY)},
    )
    assert measure(given, DAY).values["county/east", INCOME].value == Decimal(15)


def test_a_problem_of_a_merged_township_stays_its_own_and_one_of_its_villages_goes_with_them() -> None:
    merged = DivisionEvent.model_validate({"event": "merged", "on": MAY, "into": ["west"]})
    divisions = small_county()
    divisions[EAST] = replace(divisions[EAST], history=(merged,))
    own = filed_problem(found(date(2024, 3, 1)), name="own")
    of_village = filed_problem(found(date(2024, 3, 1)), name="of-village", division=A)
    data = replace(dataset(programme({})), divisions=divisions, ledger=(own, of_village))

    def counted(day: date, division: str) -> set[str]:
        return {each.filed.id for each in standings_in(Once(data), PROGRAMME, day, division)}

    assert (counted(APRIL, EAST), counted(APRIL, WEST)) == ({"own", "of-village"}, set())
    assert (counted(MAY, EAST), counted(MAY, WEST)) == ({"own"}, {"of-village"})
    assert counted(MAY, COUNTY) == {"own", "of-village"}
