"""What stands over into the next year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generators.carrying.plan import CarryOver, planned_carry_over
from generators.carrying.standing import Standing, standing_over
from generators.carrying.wanted import CarryOverWanted
from generators.measuring.snapshot import measure
from generators.model.dataset import Dataset
from generators.model.ledger import Verified
from generators.results.commitments import CommitmentState
from tests.build.project import SHILI

PLAIN = CarryOverWanted(2027, date(2027, 1, 15))


@pytest.fixture(scope="module")
def carried(shili: Dataset) -> CarryOver:
    """Return what the example county needs for 2027."""
    return planned_carry_over(SHILI, shili, PLAIN)


@pytest.fixture(scope="module")
def standing(shili: Dataset, carried: CarryOver) -> Standing:
    """Return what stands over in the example county on a day of January."""
    return standing_over(shili, measure(shili, PLAIN.today), carried, PLAIN.first_day)


def test_problems_stand_over_until_they_are_cleared(shili: Dataset, standing: Standing) -> None:
    cleared = {each.address for each in shili.ledger} - {each.filed.address for each in standing.problems}
    verified = {
        each.address for each in shili.ledger if isinstance(each.entry.events[-1].happening, Verified)
    }
    assert standing.problems
    assert cleared == verified


def test_commitments_stand_over_until_they_are_judged(standing: Standing) -> None:
    assert standing.commitments
    assert all(each.judged is None for each in standing.commitments)
    assert {each.state for each in standing.commitments} >= {CommitmentState.OVERDUE}


def test_only_those_of_the_programmes_that_go_on(shili: Dataset) -> None:
    one = replace(PLAIN, programmes=("shili-five-star",))
    found = standing_over(
        shili, measure(shili, PLAIN.today), planned_carry_over(SHILI, shili, one), one.first_day
    )
    assert {each.indicator.programme for each in found.missed} == {"shili-five-star"}
    assert {each.filed.entry.programme for each in found.problems} <= {"shili-five-star"}
    assert [each.scheme.name for each in found.schemes] == ["“五星三强”年度考核"]


def test_schemes_name_what_they_score_without_a_target(standing: Standing) -> None:
    found = {each.scheme.name: each for each in standing.schemes}
    quarterly = found["“一三五七”季度考核"]
    assert quarterly.version.start.text == "2026-Q1"
    assert [str(each) for each in quarterly.without_targets] == [
        "shili-1357/petitions",
        "shili-1357/rectified-villages",
        "shili-1357/solved-problems",
    ]


def test_numbers_begin_anew_and_the_total_goes_on(standing: Standing) -> None:
    (series,) = standing.series
    assert (series.numbers.number, series.numbers.total, series.why) == (1, 6, "")
