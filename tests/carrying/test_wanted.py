"""Which programmes go on, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from generators.carrying.wanted import CarryOverError, CarryOverWanted, carried_programmes
from generators.model.dataset import Dataset

JANUARY = date(2027, 1, 15)


def _names(dataset: Dataset, wanted: CarryOverWanted) -> list[str]:
    return [each.id for each in carried_programmes(dataset, wanted)]


def test_all_programmes_that_are_not_over_go_on(shili: Dataset) -> None:
    assert _names(shili, CarryOverWanted(2027, JANUARY)) == ["shili-1357", "shili-double", "shili-five-star"]
    one = CarryOverWanted(2027, JANUARY, ("shili-double",))
    assert _names(shili, one) == ["shili-double"]


def test_those_over_before_the_year_before_do_not(shili: Dataset) -> None:
    assert _names(shili, CarryOverWanted(2028, date(2028, 1, 3))) == []


def test_the_year_may_be_prepared_in_december(shili: Dataset) -> None:
    assert len(_names(shili, CarryOverWanted(2027, date(2026, 12, 20)))) == 3


@pytest.mark.parametrize(
    ("wanted", "code", "said"),
    [
        (CarryOverWanted(2028, date(2026, 12, 20)), "E932", "--to 2028，计算日期是 2026-12-20"),
        (CarryOverWanted(2026, JANUARY), "E932", "--to 2026，计算日期是 2027-01-15"),
        (CarryOverWanted(2027, JANUARY, ("double",)), "E861", "没有工作“double”"),
        (
            CarryOverWanted(2028, date(2028, 1, 3), ("shili-double",)),
            "E933",
            "双整到 2026-12-31 为止",
        ),
        (CarryOverWanted(2027, JANUARY, document="plan-2027"), "E934", "没有出处“plan-2027”"),
        (CarryOverWanted(2027, JANUARY, same_values=True), "E934", "用了 --same-values，没有写 --source"),
        (
            CarryOverWanted(2027, JANUARY, document="work-plan", same_values=True),
            "E934",
            "用了 --same-values，没有写 --at",
        ),
    ],
)
def test_a_wrong_request_is_refused(shili: Dataset, wanted: CarryOverWanted, code: str, said: str) -> None:
    with pytest.raises(CarryOverError) as refused:
        carried_programmes(shili, wanted)
    assert refused.value.problem.code == code
    assert str(refused.value) == said
    assert refused.value.problem.remedy


def test_the_source_is_written_as_a_mapping() -> None:
    assert CarryOverWanted(2027, JANUARY).citation == ""
    assert CarryOverWanted(2027, JANUARY, document="plan").citation == "{document: plan}"
    cited = CarryOverWanted(2027, JANUARY, document="plan", at="附表：2").citation
    assert cited == "{document: plan, at: 附表：2}"
